export { compareDays } from './compareDays.ts'
export { trialRoutes } from './routes.ts'
