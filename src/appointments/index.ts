export { startForgetting, startHoldClock, startSettling } from './jobs.ts'
export { appointmentRoutes } from './routes.ts'
export { settingsRoutes as appointmentSettingsRoutes } from './settingsRoutes.ts'

// What sets an office up, besides its console: the demo seed.
export { saveOffice } from './saveOffice.ts'
export { saveServiceSetting } from './saveServiceSetting.ts'
export { saveShift } from './saveShift.ts'
