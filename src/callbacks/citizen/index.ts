export { changeNumber, checkNumber } from './changeNumber.ts'
export { changeWindow } from './changeWindow.ts'
export { type CitizenCallback, openByCitizen, readByCitizen, windowsForCitizen } from './ownCallback.ts'
export { type CitizenReason, withdrawByCitizen } from './withdrawByCitizen.ts'
