import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenAccount, type GivenAccount } from '../people/people.testkit.ts'
import { readEvents } from '../platform/events/events.ts'
import { announce, withdrawAnnouncement } from './announce.ts'
import { type GivenCity, givenCity } from './city.testkit.ts'
import { announcementInput } from './contract.ts'
import { decideLine, endDecision } from './decideLine.ts'
import { isLineOpen, lineStateOf } from './lineStateOf.ts'
import { newsAt, todayView } from './todayView.ts'

const database = useDatabase()
let city: GivenCity
let lead: GivenAccount

/** Berlin, Monday 23 November 2026: 9:00; the city is open 8:00 to 12:30 and 13:30 to 16:00. */
const at = (utc: string): void => database.platform.clock.set(`2026-11-${utc}Z`)
const service = () => ({ cityId: city.cityId, id: city.lines.service.id })
const isOpen = () => isLineOpen(database.platform.db, service(), database.platform.clock.now())
const notices = async () =>
  (await todayView(database.platform.db, city.cityId, database.platform.clock.now())).notices
/** Without what is optional. */
const PLAIN = { textEn: null, textEinfach: null, link: null, important: true }
const deeds = async () => {
  const rows = await database.platform.db
    .selectFrom('audit')
    .select(['action', 'account_id', 'note'])
    .where('city_id', '=', city.cityId)
    .orderBy('seq')
    .execute()
  return rows.map(({ action, account_id, note }) => [action, account_id === lead.account.id, note])
}
const events = () =>
  readEvents(database.platform.db, city.cityId, { from: new Date(0), to: new Date('2100-01-01') })

beforeEach(async () => {
  at('23T08:00:00')
  city = await givenCity(database.platform)
  lead = await givenAccount(database.platform, city.cityId, 'lead')
})

describe('a line against the service hours', () => {
  test('given it is closed until 11, takes no calls until then and says so; its neighbour goes on', async () => {
    await decideLine(lead.ctx, city.lines.service.id, {
      state: 'closed',
      until: '11:00',
      reason: 'Wasserschaden.',
    })
    expect(await isOpen()).toBe(false)
    expect(
      await isLineOpen(
        database.platform.db,
        { cityId: city.cityId, id: city.lines.report.id },
        database.platform.clock.now(),
      ),
    ).toBe(true)
    expect(await notices()).toEqual([
      'Die Leitung Bürgerbüro ist heute bis 11 Uhr geschlossen: Wasserschaden.',
    ])
    at('23T10:00:00')
    expect(await isOpen()).toBe(true)
    expect(await notices()).toEqual([])
  })

  test('given it is opened in the evening, takes calls until then; given the morning after, by the hours', async () => {
    at('23T16:00:00')
    expect(await isOpen()).toBe(false)
    await decideLine(lead.ctx, city.lines.service.id, { state: 'open', until: '24:00', reason: 'Wahltag' })
    expect(await isOpen()).toBe(true)
    expect(await notices()).toEqual(['Die Leitung Bürgerbüro ist heute bis 24 Uhr geöffnet: Wahltag.'])
    at('23T23:00:00')
    expect(await isOpen()).toBe(false)
  })

  test('given no end, counts until somebody ends it; a new decision ends the one before', async () => {
    await decideLine(lead.ctx, city.lines.service.id, { state: 'closed', until: null, reason: 'Umzug' })
    expect(await notices()).toEqual(['Die Leitung Bürgerbüro ist bis auf Weiteres geschlossen: Umzug.'])
    at('24T20:00:00')
    await decideLine(lead.ctx, city.lines.service.id, { state: 'open', until: null, reason: 'Nachtdienst' })
    expect(await isOpen()).toBe(true)
    at('24T20:00:01')
    await endDecision(lead.ctx, city.lines.service.id)
    expect(await lineStateOf(database.platform.db, service(), database.platform.clock.now())).toEqual({
      open: false,
      decision: null,
    })
    await expect(endDecision(lead.ctx, city.lines.service.id)).rejects.toMatchObject({ status: 404 })
    expect(await deeds()).toEqual([
      ['line.closed', true, 'Umzug'],
      ['line.opened', true, 'Nachtdienst'],
      ['line.as-usual', true, null],
    ])
    const told = (await events()).filter(({ kind }) => kind.startsWith('line.'))
    expect(told.map(({ kind, data }) => [kind, data])).toEqual([
      ['line.closed', { until: null }],
      ['line.opened', { until: null }],
      ['line.as-usual', {}],
    ])
  })

  test('given two leads who decide at once, one decision counts', async () => {
    const other = await givenAccount(database.platform, city.cityId, 'lead')
    const decide = (ctx: GivenAccount['ctx'], state: 'open' | 'closed') =>
      decideLine(ctx, city.lines.service.id, { state, until: null, reason: 'zugleich' })
    await Promise.all([decide(lead.ctx, 'open'), decide(other.ctx, 'closed'), decide(lead.ctx, 'open')])
    const rows = await database.platform.db
      .selectFrom('line_opening')
      .select('id')
      .where('city_id', '=', city.cityId)
      .where('ends_at', 'is', null)
      .execute()
    expect(rows).toHaveLength(1)
  })

  test('given a time that is over, or a line of another city, refuses', async () => {
    const late = { state: 'closed', until: '08:59', reason: 'x' } as const
    await expect(decideLine(lead.ctx, city.lines.service.id, late)).rejects.toMatchObject({
      status: 422,
      fields: { until: expect.stringContaining('nach jetzt') },
    })
    const elsewhere = await givenCity(database.platform)
    const closed = { state: 'closed', until: null, reason: 'x' } as const
    await expect(decideLine(lead.ctx, elsewhere.lines.service.id, closed)).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('a special announcement', () => {
  const text = 'Heute ist Wahltag, es dauert länger. Termine gibt es auch online.'

  test('given one for every line, is told from its beginning to its end, and no longer than to its withdrawal', async () => {
    const lineIds = [city.lines.service.id, city.lines.report.id]
    const input = { ...PLAIN, text, lineIds, from: '2026-11-23T10:00', until: '2026-11-23T18:00' }
    const id = await announce(lead.ctx, input)
    expect(await notices()).toEqual([])
    at('23T09:00:00')
    expect(await notices()).toEqual([text])
    at('23T17:00:00')
    expect(await notices()).toEqual([])
    at('23T16:59:59')
    await withdrawAnnouncement(lead.ctx, id)
    expect(await notices()).toEqual([])
    await expect(withdrawAnnouncement(lead.ctx, id)).rejects.toMatchObject({ status: 404 })
    expect(await deeds()).toEqual([
      ['announcement.made', true, null],
      ['announcement.withdrawn', true, null],
    ])
    expect(JSON.stringify(await events())).not.toContain('Wahltag')
  })

  test('given one for a single line, begins with its name', async () => {
    await announce(lead.ctx, {
      ...PLAIN,
      text,
      lineIds: [city.lines.report.id],
      from: null,
      until: '2026-11-23T18:00',
    })
    expect(await notices()).toEqual([`Bürgertelefon: ${text}`])
  })

  test('given one for no line, in three languages and with a link, is for readers as it was written', async () => {
    const words = { text, textEn: 'It is election day.', textEinfach: 'Heute ist Wahl.', link: '/termin' }
    const input = { ...words, important: false, lineIds: [], from: null, until: '2026-11-23T18:00' }
    await announce(lead.ctx, input)
    expect(await notices()).toEqual([text])
    const { announcements } = await newsAt(database.platform.db, city.cityId, database.platform.clock.now())
    expect(announcements).toEqual([{ ...words, important: false }])
  })

  test('given a link that a browser would run or that leads to another host unseen, both the form and the database refuse it', async () => {
    const input = { text, lineIds: [], from: null, until: '2026-11-23T18:00' }
    const links = [
      'javascript:alert(1)',
      '//example.org',
      '/\\example.org',
      'termin',
      'https://',
      'data:text/html,x',
    ]
    for (const link of links) expect(announcementInput.safeParse({ ...input, link }).success).toBe(false)
    for (const link of ['https://example.org/a?b=c', '/termin', '/'])
      expect(announcementInput.safeParse({ ...input, link }).success).toBe(true)
    for (const link of links.filter((each) => each !== 'https://'))
      await expect(announce(lead.ctx, { ...PLAIN, ...input, link })).rejects.toMatchObject({
        constraint: 'announcement_link_check',
      })
  })

  test('given an end before the beginning, in the past or too far, or a strange line, says so at the field', async () => {
    const elsewhere = await givenCity(database.platform)
    const lineIds = [city.lines.service.id]
    const refusals = [
      [{ from: '2026-11-24T10:00', until: '2026-11-24T09:00' }, 'until'],
      [{ from: null, until: '2026-11-23T08:59' }, 'until'],
      [{ from: null, until: '2027-03-01T08:00' }, 'until'],
      [{ from: null, until: '2026-11-23T18:00', lineIds: [elsewhere.lines.service.id] }, 'lineIds'],
    ] as const
    for (const [input, field] of refusals)
      await expect(
        announce(lead.ctx, { ...PLAIN, text, lineIds, ...input } as Parameters<typeof announce>[1]),
      ).rejects.toMatchObject({ status: 422, fields: { [field]: expect.any(String) } })
  })
})

test.each(['agent', 'clerk', 'report'] as const)('given the role %s, refuses all of it', async (role) => {
  const { ctx } = await givenAccount(database.platform, city.cityId, role)
  const lineId = city.lines.service.id
  const refused = { status: 403 }
  const closed = { state: 'closed', until: null, reason: 'x' } as const
  await expect(decideLine(ctx, lineId, closed)).rejects.toMatchObject(refused)
  await expect(endDecision(ctx, lineId)).rejects.toMatchObject(refused)
  const input = { ...PLAIN, text: 'x', lineIds: [lineId], from: null, until: '2026-11-23T18:00' }
  await expect(announce(ctx, input)).rejects.toMatchObject(refused)
  await expect(withdrawAnnouncement(ctx, lineId)).rejects.toMatchObject(refused)
})
