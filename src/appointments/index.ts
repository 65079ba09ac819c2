export { startForgetting, startHoldClock, startSettling } from './jobs.ts'
export { calendarRoutes as appointmentCalendarRoutes } from './calendarRoutes.ts'
export { appointmentRoutes } from './routes.ts'
export { settingsRoutes as appointmentSettingsRoutes } from './settingsRoutes.ts'

// What sets an office up, besides its console: the demo seed.
export { saveOffice } from './saveOffice.ts'
export { saveServiceSetting } from './saveServiceSetting.ts'
export { saveShift } from './saveShift.ts'

// For staff who book while they speak with somebody.
export { appointmentOfCase } from './caseStore.ts'
export { extendHold } from './extendHold.ts'
export { type Held, holdAppointment } from './holdAppointment.ts'
export type { ServiceWish } from './lengthRule.ts'
export { offersByPhone, type PhoneOffers } from './offersByPhone.ts'
export { bookOwnHold, ownHold } from './ownHold.ts'
export { releaseHold } from './releaseHold.ts'

// What the pages for citizens do besides.
export { calendarHeaders, calendarOf } from './calendarOf.ts'
export { cancelAppointment } from './cancelAppointment.ts'
export { confirmHold } from './confirmHold.ts'
export { demandOf } from './lengthRule.ts'
export { moveAppointment } from './moveAppointment.ts'
export { officesOf } from './offices.ts'
export { readAvailability } from './readAvailability.ts'
export type { AppointmentState } from './model.ts'
export { offersInstead, type OwnAppointment, readOwn, readOwnBooked } from './readOwn.ts'
