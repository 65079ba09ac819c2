export { compareDays } from './compareDays.ts'
export { type MonthFigures, monthFigures, type Share } from './monthFigures.ts'
export { trialRoutes } from './routes.ts'
