export { giveAnswer, oweAnswer, reopenCase } from './answering.ts'
export { addAttachment } from './attachments/addAttachment.ts'
export { savedAs } from './attachments/disposition.ts'
export { startForgettingAttachments } from './attachments/forgetAttachments.ts'
export { callOwed } from './callOwed.ts'
export { caseOf, findCaseByNumber } from './caseOf.ts'
export { caseOfTeam, lockCaseOfTeam } from './caseOfTeam.ts'
export { changeContactPhone } from './changeContactPhone.ts'
export { closeCase } from './closeCase.ts'
export { forgetEmails, startForgettingEmails } from './forgetEmails.ts'
export { handOver } from './handOver.ts'
export type { Case, CaseOutcome, CaseState, Channel, IntakeOutcome } from './model.ts'
export { noteAskedAgain } from './noteAskedAgain.ts'
export { noteReturnCall } from './noteReturnCall.ts'
export { type NewCase, openCase } from './openCase.ts'
export { openCaseOfNumber } from './openCaseOfNumber.ts'
export { promiseInWords } from './promiseInWords.ts'
export {
  type PublicStatus,
  publicStatus,
  STATUS_DIGITS,
  statusOf,
  type StatusQuestion,
} from './publicStatus.ts'
export { refuseEmail } from './refuseEmail.ts'
export { readCase } from './readCase.ts'
export { caseRoutes } from './routes.ts'
export { requireTeam, teamScope } from './scope.ts'
export { giveSecondNumber } from './secondNumber.ts'
export { writeNote } from './writeNote.ts'
