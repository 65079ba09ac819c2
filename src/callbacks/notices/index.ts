export { callbackKinds } from './noticeKinds.ts'
export { isOpenLink, openCallbackLink } from './keys.ts'
export type { Answer, Notice } from './noticeRule.ts'
export { tellCallback } from './tellCallback.ts'
