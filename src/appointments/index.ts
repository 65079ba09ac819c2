export { startForgetting, startHoldClock, startSettling } from './jobs.ts'
export { calendarRoutes as appointmentCalendarRoutes } from './calendar/calendarRoutes.ts'
export { appointmentLengths } from './api/appointmentLengths.ts'
export { apiInfo } from './api/info.ts'
export { noticeKinds } from './notices/noticeKinds.ts'
export { appointmentRoutes } from './routes.ts'
export { planRoutes as releasePlanRoutes } from './release/planRoutes.ts'
export { settingsRoutes as appointmentSettingsRoutes } from './settings/settingsRoutes.ts'

// What sets an office up, besides its console: the demo seed.
export { saveOffice } from './settings/saveOffice.ts'
export { saveServiceSetting } from './settings/saveServiceSetting.ts'
export { saveShift } from './settings/saveShift.ts'

// For staff who book while they speak with somebody.
export { appointmentOfCase } from './booking/caseStore.ts'
export { extendHold } from './booking/extendHold.ts'
export { type Held, holdAppointment } from './booking/holdAppointment.ts'
export type { ServiceWish } from './capacity/lengthRule.ts'
export { offersByPhone, type PhoneOffers } from './offers/offersByPhone.ts'
export { bookOwnHold, ownHold } from './booking/ownHold.ts'
export { releaseHold } from './booking/releaseHold.ts'

// What the pages for citizens do besides.
export { calendarHeaders, calendarOf } from './calendar/calendarOf.ts'
export { cancelAppointment } from './booking/cancelAppointment.ts'
export { confirmHold } from './booking/confirmHold.ts'
export { linkState, openLink } from './notices/keys.ts'
export { demandOf } from './capacity/lengthRule.ts'
export { moveAppointment } from './booking/moveAppointment.ts'
export { officesOf } from './settings/offices.ts'
export { readAvailability } from './offers/readAvailability.ts'
export type { AppointmentState } from './model.ts'
export { offersInstead, type OwnAppointment, readOwn, readOwnBooked } from './booking/readOwn.ts'
