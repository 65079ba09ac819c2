export { createCtiSource } from './createCtiSource.ts'
export { ctiJobs, startSilenceSweep } from './jobs.ts'
export { ctiRoutes } from './routes.ts'
