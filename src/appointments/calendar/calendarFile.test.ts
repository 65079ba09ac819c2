import ical from 'ical.js'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type CalendarEntry, calendarFile } from './calendarFile.ts'

const NOW = new Date('2026-11-22T09:30:00Z')
const entryOf = (values: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: '0198c1d2-7a54-7c3e-9d6f-1b2c3d4e5f60',
  sequence: 0,
  isCancelled: false,
  start: Date.parse('2026-11-24T07:00:00Z'),
  end: Date.parse('2026-11-24T07:45:00Z'),
  timeZone: 'Europe/Berlin',
  summary: 'Termin: Bürgerbüro, Stadt Beispiel',
  location: 'Bürgerbüro, Beispielstraße 1; 2. Stock, 44532 Beispiel',
  description: 'Bitte mitbringen für „Personalausweis“:\n- Alter Ausweis\n- Foto\\QR-Code',
  url: 'https://termine.example.de/termin/mein',
  organizer: { name: 'Bürgerbüro, Stadt "Beispiel"', email: 'keine-antwort@beispiel.invalid' },
  attendee: 'kim@example.org',
  ...values,
})

/** What an independent parser (ical.js) understands; its zones are only those of the file itself. */
function read(text: string) {
  const calendar = new ical.Component(ical.parse(text))
  const event = calendar.getFirstSubcomponent('vevent')
  if (!event) throw new Error('no event in the file')
  const valueOf = (name: string): unknown => event.getFirstPropertyValue(name)
  const zone = calendar.getFirstSubcomponent('vtimezone')
  const instant = (name: string): number => {
    const value = valueOf(name)
    if (!(value instanceof ical.Time)) throw new Error(`${name} is no time`)
    const tzid = event.getFirstProperty(name)?.getFirstParameter('tzid')
    if (tzid) value.zone = new ical.Timezone({ component: zone ?? undefined, tzid })
    return value.toUnixTime() * 1000
  }
  return {
    method: calendar.getFirstPropertyValue('method'),
    version: calendar.getFirstPropertyValue('version'),
    zone: zone?.toString() ?? null,
    instant,
    valueOf,
    parameter: (name: string, parameter: string) =>
      event.getFirstProperty(name)?.getFirstParameter(parameter) ?? null,
    methodInside: event.getFirstProperty('method'),
  }
}

describe('the life of an appointment, as an independent parser reads it', () => {
  const booked = entryOf()
  const moved = entryOf({
    sequence: 1,
    start: Date.parse('2027-03-30T06:15:00Z'),
    end: Date.parse('2027-03-30T07:00:00Z'),
  })
  const cancelled = { ...moved, sequence: 2, isCancelled: true }

  test.each([
    ['new', booked, 'REQUEST', 'CONFIRMED'],
    ['changed', moved, 'REQUEST', 'CONFIRMED'],
    ['cancelled', cancelled, 'CANCEL', 'CANCELLED'],
  ])('given a %s one, all of it arrives', (_what, entry, method, status) => {
    const file = calendarFile(entry, NOW)
    const found = read(file.text)
    expect(file.method).toBe(method)
    expect(found.method).toBe(method)
    expect(found.methodInside).toBeNull()
    expect(found.version).toBe('2.0')
    expect(found.valueOf('uid')).toBe(booked.uid)
    expect(found.valueOf('sequence')).toBe(entry.sequence)
    expect(found.valueOf('status')).toBe(status)
    expect(found.instant('dtstart')).toBe(entry.start)
    expect(found.instant('dtend')).toBe(entry.end)
    expect(found.instant('dtstamp')).toBe(NOW.getTime())
    expect(found.valueOf('summary')).toBe(entry.summary)
    expect(found.valueOf('location')).toBe(entry.location)
    expect(found.valueOf('description')).toBe(entry.description)
    expect(found.valueOf('url')).toBe(entry.url)
    expect(found.valueOf('organizer')).toBe('mailto:keine-antwort@beispiel.invalid')
    expect(found.parameter('organizer', 'cn')).toBe("Bürgerbüro, Stadt 'Beispiel'")
    expect(found.valueOf('attendee')).toBe('mailto:kim@example.org')
    expect(found.parameter('attendee', 'rsvp')).toBe('FALSE')
  })

  test('given a person without an e-mail address, it is published to nobody by name, and cancelled so', () => {
    const published = calendarFile(entryOf({ attendee: null }), NOW)
    expect(published.method).toBe('PUBLISH')
    expect(read(published.text).valueOf('attendee')).toBeNull()
    expect(read(published.text).valueOf('organizer')).toBe('mailto:keine-antwort@beispiel.invalid')
    const gone = calendarFile({ ...cancelled, attendee: null }, NOW)
    expect(gone.method).toBe('CANCEL')
    expect(read(gone.text).valueOf('attendee')).toBeNull()
  })

  test('given no office any more, there is no place in it', () => {
    expect(read(calendarFile(entryOf({ location: null }), NOW).text).valueOf('location')).toBeNull()
  })

  test('given an address that carries a break, nothing is added to the file', () => {
    const { text } = calendarFile(entryOf({ attendee: 'kim@example.org\r\nX-EVIL:1' }), NOW)
    expect(text).not.toMatch(/^X-EVIL/m)
  })

  test('given any file, each line ends in CRLF and has at most 75 octets', () => {
    const { text } = calendarFile(booked, NOW)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})

const instants = (timeZone: string, start: number, minutes = 30) => {
  const entry = entryOf({ timeZone, start, end: start + minutes * 60_000 })
  const found = read(calendarFile(entry, NOW).text)
  return { entry, found }
}

describe('the days on which the clocks change', () => {
  test.each([
    ['before the hour that is skipped', '2027-03-28T00:30:00Z'],
    ['across the hour that is skipped', '2027-03-28T00:45:00Z'],
    ['right after it', '2027-03-28T01:00:00Z'],
    ['in the afternoon of that day', '2027-03-28T12:00:00Z'],
    ['the first 2:15 of two', '2026-10-25T00:15:00Z'],
    ['across the change back', '2026-10-25T00:45:00Z'],
    ['the second 2:15 of two', '2026-10-25T01:15:00Z'],
    ['ending where the second 3:00 would be', '2026-10-25T01:30:00Z'],
    ['the morning after', '2026-10-26T07:00:00Z'],
    ['on 29 February', '2028-02-29T09:00:00Z'],
  ])('given a time %s in Berlin, it is read back as the same moment', (_what, iso) => {
    const { entry, found } = instants('Europe/Berlin', Date.parse(iso))
    expect(found.instant('dtstart')).toBe(entry.start)
    expect(found.instant('dtend')).toBe(entry.end)
  })

  test('given a wall time that exists twice, the file says the moment in UTC', () => {
    const { text } = calendarFile(
      entryOf({ start: Date.parse('2026-10-25T01:15:00Z'), end: Date.parse('2026-10-25T01:45:00Z') }),
      NOW,
    )
    expect(text).toContain('DTSTART:20261025T011500Z')
    expect(text).not.toContain('VTIMEZONE')
  })
})

describe('the zone', () => {
  test.each([
    ['Europe/Berlin', ['FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU']],
    ['America/New_York', ['FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU']],
    ['Asia/Kolkata', []],
    ['Africa/Casablanca', []],
  ])('given %s, its yearly rules are those of the zone itself', (timeZone, rules) => {
    const { found } = instants(timeZone, Date.parse('2026-11-24T07:00:00Z'))
    expect(found.zone?.match(/(?<=RRULE:).*(?=\r)/g)?.toSorted() ?? []).toEqual(rules.toSorted())
  })

  test('given any minute of any zone, an independent parser finds the same moment', () => {
    const zones = [
      'Europe/Berlin',
      'Europe/Dublin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Africa/Casablanca',
      'Asia/Gaza',
      'America/Santiago',
      'UTC',
    ]
    const first = Date.parse('2024-01-01T00:00:00Z') / 60_000
    const last = Date.parse('2031-12-31T00:00:00Z') / 60_000
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: first, max: last }),
        fc.integer({ min: 1, max: 600 }),
        (timeZone, minute, minutes) => {
          const { entry, found } = instants(timeZone, minute * 60_000, minutes)
          expect([found.instant('dtstart'), found.instant('dtend')]).toEqual([entry.start, entry.end])
        },
      ),
    )
  })

  test('given a minute near a change of the clocks, an independent parser finds the same moment', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'America/Santiago',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 2024, max: 2031 }),
        fc.integer({ min: -200, max: 200 }),
        (timeZone, year, off) => {
          const change = Temporal.ZonedDateTime.from(
            `${year}-06-01T12:00[${timeZone}]`,
          ).getTimeZoneTransition('next')
          // A country may have given up changing its clocks.
          if (!change) return
          const { entry, found } = instants(timeZone, change.epochMilliseconds + off * 60_000)
          expect([found.instant('dtstart'), found.instant('dtend')]).toEqual([entry.start, entry.end])
        },
      ),
    )
  })
})
