export { accountNames } from './accountNames.ts'
export { type Named, namesOf } from './namesOf.ts'
export { hashPassword, verifyPassword } from './password.ts'
export { peopleRoutes } from './routes.ts'
export { findSession, SESSION_COOKIE } from './session.ts'
export { stillSignedIn } from './stillSignedIn.ts'
export { tryOnce } from './throttle.ts'

// What sets a city up, besides its console: the demo seed and the command line.
export { asAdministrator } from './asAdministrator.ts'
export { changeAccount } from './changeAccount.ts'
export { createAccount } from './createAccount.ts'
export { createFirstAdministrator } from './createFirstAdministrator.ts'
export { listAccounts } from './listAccounts.ts'
