/** What ZMS's calendar is asked for. */
export interface CalendarQuery {
  officeIds: readonly string[]
  services: readonly { id: string; persons: number }[]
  /** 'YYYY-MM-DD', both included. */
  startDate: string
  endDate: string
  /** The part of these days whose times are wanted. */
  slotsStartDate: string
  slotsEndDate: string
}

/** The codes of ZMS that this route can answer, each with its status and an English sentence, as there. */
export const ZMS_ERRORS = {
  invalidStartDate: [400, 'startDate must be a date (YYYY-MM-DD).'],
  invalidEndDate: [400, 'endDate must be a date (YYYY-MM-DD).'],
  invalidSlotsStartDate: [400, 'slotsStartDate must be a date between startDate and endDate.'],
  invalidSlotsEndDate: [400, 'slotsEndDate must be a date between slotsStartDate and endDate.'],
  startDateAfterEndDate: [400, 'startDate must not be later than endDate.'],
  dateRangeTooLarge: [400, 'At most one year can be asked for at once.'],
  invalidOfficeId: [400, 'officeIds must name at least one office, separated by commas.'],
  invalidServiceId: [400, 'serviceIds must name at least one service, separated by commas.'],
  invalidServiceCount: [400, 'serviceCounts must have a whole number from 1 on for each service.'],
  tooManyServicesPerAppointment: [400, 'At most 10 persons for each service.'],
  invalidLocationAndServiceCombination: [400, 'Not all of these services are given at all of these offices.'],
} as const satisfies Record<string, readonly [status: number, message: string]>
export type ZmsErrorCode = keyof typeof ZMS_ERRORS

const DAY_MS = 86_400_000
const MOST_DAYS = 366
const MOST_PERSONS = 10
const MOST_IDS = 20

const isDate = (text: string | undefined): text is string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') &&
  !Number.isNaN(Date.parse(text ?? '')) &&
  new Date(text ?? '').toISOString().startsWith(text ?? '')
const listOf = (text: string | undefined): string[] => (text ?? '').split(',').map((part) => part.trim())
const isIds = (ids: readonly string[]): boolean =>
  ids.length <= MOST_IDS && ids.every((id) => /^[\w-]{1,60}$/.test(id))

/** Reads the query as ZMS does: every fault at once, in its order. */
export function readCalendarQuery(
  given: Readonly<Record<string, string>>,
): { ok: true; value: CalendarQuery } | { ok: false; errors: ZmsErrorCode[] } {
  const { startDate, endDate } = given
  const officeIds = listOf(given['officeIds'])
  const serviceIds = listOf(given['serviceIds'])
  const counts = listOf(given['serviceCounts'])
  const slotsStartDate = given['slotsStartDate'] || startDate
  const slotsEndDate = given['slotsEndDate'] || endDate
  const errors: ZmsErrorCode[] = []
  if (!isDate(startDate)) errors.push('invalidStartDate')
  if (!isDate(endDate)) errors.push('invalidEndDate')
  if (isDate(startDate) && isDate(endDate)) {
    const days = (Date.parse(endDate) - Date.parse(startDate)) / DAY_MS
    if (days < 0) errors.push('startDateAfterEndDate')
    if (days > MOST_DAYS) errors.push('dateRangeTooLarge')
    if (!isDate(slotsStartDate) || slotsStartDate < startDate || slotsStartDate > endDate)
      errors.push('invalidSlotsStartDate')
    if (!isDate(slotsEndDate) || slotsEndDate > endDate || slotsEndDate < (slotsStartDate ?? ''))
      errors.push('invalidSlotsEndDate')
  }
  if (!isIds(officeIds)) errors.push('invalidOfficeId')
  if (!isIds(serviceIds)) errors.push('invalidServiceId')
  if (counts.length !== serviceIds.length || !counts.every((count) => /^[1-9]\d{0,5}$/.test(count)))
    errors.push('invalidServiceCount')
  else if (counts.some((count) => Number(count) > MOST_PERSONS)) errors.push('tooManyServicesPerAppointment')
  if (errors.length > 0 || !startDate || !endDate || !slotsStartDate || !slotsEndDate)
    return { ok: false, errors }
  const services = serviceIds.map((id, place) => ({ id, persons: Number(counts[place]) }))
  return { ok: true, value: { officeIds, services, startDate, endDate, slotsStartDate, slotsEndDate } }
}
