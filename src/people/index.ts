export { hashPassword } from './password.ts'
export { peopleRoutes } from './routes.ts'
export { findSession, SESSION_COOKIE } from './session.ts'
export { tryOnce } from './throttle.ts'
