import { Temporal } from 'temporal-polyfill'

const ZONE = 'Europe/Berlin'

/** The demo city's day in so many days, 'YYYY-MM-DD'. */
export const cityDay = (ahead = 0): string => Temporal.Now.plainDateISO(ZONE).add({ days: ahead }).toString()

/** When its clock shows this, with the offset of that day: '2026-11-24T09:00:00+01:00'. @param time 'HH:MM' */
export const cityTime = (date: string, time: string): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(ZONE).toString({ timeZoneName: 'never' })
