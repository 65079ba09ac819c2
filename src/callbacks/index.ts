export { type AtRisk, atRiskNow } from './alarm/atRisk.ts'
export { presentRisks } from './alarm/presentRisk.ts'
export { startWatch } from './alarm/watch.ts'
export { PromiseCheck } from './promises/checkPromises.ts'
export { callbackJobs, startPromiseSweep, startRecordingSweep, startRequestForgetting } from './jobs.ts'
export {
  changeNumber,
  changeWindow,
  checkNumber,
  type CitizenCallback,
  type CitizenReason,
  openByCitizen,
  readByCitizen,
  windowsForCitizen,
  withdrawByCitizen,
} from './citizen/index.ts'
export { CALLERS } from './worklist/hands.ts'
export { type Answer, callbackKinds, isOpenLink, openCallbackLink, tellCallback } from './notices/index.ts'
export { menuDoor } from './menu/menuDoor.ts'
export { type OwedCallback, owedCallback } from './promises/owedCallback.ts'
export { ownCallback } from './worklist/ownCallback.ts'
export { promiseCallback, type Promised } from './promises/promiseCallback.ts'
export { recordOutcome } from './attempts/recordOutcome.ts'
export { callbackRoutes } from './routes.ts'
export { startForgettingRosters } from './roster/forgetEnded.ts'
export { saveEntry } from './roster/saveEntry.ts'
export { rosterRoutes } from './roster/rosterRoutes.ts'
export { callbackLine } from './request/callbackLine.ts'
export { joinCase as joinOpenCase, openPromiseFor } from './request/openPromiseFor.ts'
export { callbackRequestRoutes } from './request/requestRoutes.ts'
export { requestCallback, type Requested } from './request/requestCallback.ts'
export { settleByReturnCall } from './promises/settleByReturnCall.ts'
export { type Backlog, estimateBacklog } from './windows/estimateBacklog.ts'
export { offerRoutes } from './windows/offerRoutes.ts'
export { type FreeWindow, windowsFor } from './windows/windowsFor.ts'
