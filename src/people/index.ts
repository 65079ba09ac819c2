export { hashPassword } from './password.ts'
export { findSession, SESSION_COOKIE } from './session.ts'
