export { startForgetting, startHoldClock } from './jobs.ts'
export { appointmentRoutes } from './routes.ts'

// What sets an office up, besides its console: the demo seed.
export { saveOffice } from './saveOffice.ts'
export { saveServiceSetting } from './saveServiceSetting.ts'
export { saveShift } from './saveShift.ts'
