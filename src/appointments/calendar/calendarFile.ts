import type { TimeRange } from '../../shared/timeRange.ts'
import { escapeText, fileOf, quoted } from './calendarText.ts'
import { utcText, wallAt, zoneLines } from './calendarZone.ts'

/** What a calendar is told of an appointment; times in epoch ms, texts as people read them. */
export interface CalendarEntry extends TimeRange {
  /** The same as long as the appointment lives, whatever changes. */
  uid: string
  /** Higher with each change; a calendar ignores what is lower than what it knows. */
  sequence: number
  isCancelled: boolean
  timeZone: string
  /** Others look into calendars: no name, and not what the appointment is for. */
  summary: string
  location: string | null
  description: string
  /** Where the appointment is moved or cancelled. Without any secret: calendars are copied to servers of others. */
  url: string
  organizer: { name: string; email: string }
  /** The e-mail address of whoever comes; null where none is known. */
  attendee: string | null
}

export interface CalendarFile {
  /** Named in the Content-Type too (RFC 6047, 2.4). */
  method: 'REQUEST' | 'PUBLISH' | 'CANCEL'
  text: string
}

/**
 * The iCalendar file (RFC 5545) of a new, changed or cancelled appointment, as a scheduling message (iTIP, RFC 5546).
 *
 * New and changed are a REQUEST to the person who comes: only what came as a REQUEST is taken back by a CANCEL in
 * Google's calendar. A REQUEST must name an attendee and an attendee is an e-mail address, so for a person without one
 * the appointment is made known by PUBLISH, which must name none; its CANCEL names none either.
 * @param now when the file is made
 */
export function calendarFile(entry: CalendarEntry, now: Date): CalendarFile {
  const method = methodOf(entry)
  const times = timesOf(entry)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Freizeichen//Termine//DE',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...times.zone,
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${utcText(now.getTime())}`,
    `SEQUENCE:${entry.sequence}`,
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...times.event,
    `SUMMARY:${escapeText(entry.summary)}`,
    ...(entry.location ? [`LOCATION:${escapeText(entry.location)}`] : []),
    `DESCRIPTION:${escapeText(entry.description)}`,
    `URL:${new URL(entry.url).href}`,
    ...peopleOf(entry),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return { method, text: fileOf(lines) }
}

function methodOf({ isCancelled, attendee }: CalendarEntry): CalendarFile['method'] {
  if (isCancelled) return 'CANCEL'
  return attendee === null ? 'PUBLISH' : 'REQUEST'
}

/** Wall times with their zone; in UTC where the clock shows the same twice. */
function timesOf({ timeZone, start, end }: CalendarEntry): { zone: string[]; event: string[] } {
  const walls = [wallAt(timeZone, start), wallAt(timeZone, end)]
  if (walls.includes(null)) return { zone: [], event: [`DTSTART:${utcText(start)}`, `DTEND:${utcText(end)}`] }
  const [from, to] = walls
  const event = [`DTSTART;TZID=${timeZone}:${from}`, `DTEND;TZID=${timeZone}:${to}`]
  return { zone: zoneLines(timeZone, { start, end }), event }
}

/** Who booked comes: the calendar need not ask, and need not answer the organizer. */
function peopleOf({ organizer, attendee }: CalendarEntry): string[] {
  const organizes = `ORGANIZER;CN=${quoted(organizer.name)}:${mailto(organizer.email)}`
  if (attendee === null) return [organizes]
  return [organizes, `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:${mailto(attendee)}`]
}

const mailto = (address: string): string => `mailto:${encodeURI(address)}`
