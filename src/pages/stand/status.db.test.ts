import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenOffice, officeOf, shiftOf } from '../../appointments/booking.testkit.ts'
import { saveOffice } from '../../appointments/settings/saveOffice.ts'
import { saveShift } from '../../appointments/settings/saveShift.ts'
import { createApp } from '../../app.ts'
import { givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { announce } from '../../city/announce.ts'
import { type AnnouncementInput, announcementInput } from '../../city/contract.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import type { PublicLight } from '../../platform/http/ready.ts'
import { NO_ASSETS } from '../../platform/ui/assets.ts'
import type { TelephoneSnapshot } from '../../telephony/index.ts'
import { citizenPages } from '../index.ts'
import { textOf } from '../pages.testkit.ts'
import { statusRoute } from './statusRoute.ts'
import { statusView } from './statusView.ts'

const database = useDatabase()
const WELL: TelephoneSnapshot = { connected: true, well: true, note: '', waiting: [], stations: [] }
let city: GivenCity
let lead: GivenAccount
let telephone: TelephoneSnapshot
let lights: Record<string, () => Promise<PublicLight>>

beforeAll(async () => {
  city = await givenCity(database.platform)
  lead = await givenAccount(database.platform, city.cityId, 'lead')
})
beforeEach(() => {
  // Later than any reading lasts, so that no test is answered with that of the one before.
  database.platform.clock.advance(60_000)
  telephone = WELL
  lights = { promises: async () => 'works', email: async () => 'works', mailbox: async () => 'off' }
})

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => {
  const checks = ['promises', 'email', 'mailbox'].map((name) => ({
    name,
    required: false,
    missing: async () => null,
    light: async () => (await lights[name]?.()) ?? 'unknown',
  }))
  const needs = { assets: NO_ASSETS, queue: { snapshot: () => telephone }, publicUrl: null, checks }
  const app = createApp({
    platform: database.platform,
    routes: [statusRoute(needs), ...citizenPages(needs)],
    readiness: [],
    publicDir: import.meta.dirname,
    trustProxy: false,
  })
  return Promise.resolve(app.request(path, { headers }))
}
const status = async () => statusView.parse(await (await get('/api/v1/status')).json())
const light = async (part: string) => (await status()).parts.find((one) => one.part === part)?.state

describe('what the city says', () => {
  const given = (input: Partial<AnnouncementInput>) =>
    announce(lead.ctx, {
      ...announcementInput.parse({ text: '-', lineIds: [], from: null, until: '2026-11-24T18:00', ...input }),
    })

  test('given an important and another text, the home page has the first, how things stand has both, in the reader’s language or marked as German', async () => {
    await given({ text: 'Am Markt wird gebaut.', textEn: 'There is building work.', important: false })
    await given({ text: 'Heute ist Wahltag.', textEinfach: 'Heute ist Wahl.', link: '/leistungen' })
    const page = async (path: string) => (await get(path)).text()
    const home = await page('/?lang=de')
    expect(home).toContain('Heute ist Wahltag.')
    expect(home).toContain('<a href="/leistungen" aria-label="Mehr dazu: Heute ist Wahltag.">Mehr dazu</a>')
    expect(home).not.toContain('Am Markt')
    for (const path of ['/stand', '/stand/anzeige']) {
      const english = await page(`${path}?lang=en`)
      expect(english).toContain('<span>There is building work.</span>')
      expect(english).toContain('<span lang="de">Heute ist Wahltag.</span>')
      const plain = await page(`${path}?lang=einfach`)
      expect(plain).toContain('<span>Heute ist Wahl.</span>')
      expect(plain).toContain('<span lang="de">Am Markt wird gebaut.</span>')
    }
    expect((await status()).announcements).toEqual([
      {
        de: 'Am Markt wird gebaut.',
        en: 'There is building work.',
        einfach: null,
        link: null,
        important: false,
      },
      {
        de: 'Heute ist Wahltag.',
        en: null,
        einfach: 'Heute ist Wahl.',
        link: '/leistungen',
        important: true,
      },
    ])
  })
})

describe('several offices', () => {
  test('given one with times today, one later and one without anybody, the next free time stands for each', async () => {
    const own = await givenCity(database.platform, { hostnames: ['drei.example'] })
    const { ctx } = await givenAccount(database.platform, own.cityId, 'admin')
    await givenOffice(ctx, { office: { name: 'Rathaus' } })
    const later = await saveOffice(ctx, null, officeOf({ name: 'Brambauer' }))
    await saveShift(
      ctx,
      later.id,
      null,
      shiftOf({ pattern: { kind: 'weekly', weekdays: [1], everyWeeks: 1, from: '2026-12-14', until: null } }),
    )
    await saveOffice(ctx, null, officeOf({ name: 'Zweigstelle' }))
    const answer = await get('http://drei.example/api/v1/status')
    const { appointments } = statusView.parse(await answer.json())
    const days = Object.fromEntries(appointments.offices.map(({ name, next }) => [name, next?.date ?? null]))
    expect(appointments.known).toBe(true)
    expect(days['Rathaus']).toMatch(/^2026-11-2\d$/)
    // Further than the two weeks that are looked through first.
    expect(days['Brambauer']).toBe('2026-12-14')
    expect(days['Zweigstelle']).toBeNull()
    const page = textOf(await (await get('http://drei.example/stand?lang=de')).text())
    expect(page).toMatch(/Brambauer Mo, 14\. Dezember/)
    expect(page).toContain('Zweigstelle Im Moment ist kein Termin frei.')
  })
})

describe('GET /api/v1/status', () => {
  test('given callers in the queue, says for each line how many wait and for how long', async () => {
    const since = new Date(database.platform.clock.now().getTime() - 90_000)
    telephone = { ...WELL, waiting: [{ callId: 'a', lineId: city.lines.service.id, since }] }
    const { lines, parts } = await status()
    expect(lines.find(({ id }) => id === city.lines.service.id)).toMatchObject({
      open: true,
      waiting: 1,
      longestMinutes: 2,
    })
    expect(lines.find(({ id }) => id === city.lines.report.id)).toMatchObject({
      waiting: 0,
      longestMinutes: null,
    })
    expect(parts[0]).toEqual({ part: 'phone', state: 'works' })
  })

  test('given the telephone system is gone, nobody is said to wait or not to wait', async () => {
    telephone = { ...WELL, connected: false, well: false }
    const { lines, parts } = await status()
    expect(lines.map(({ waiting }) => waiting)).toEqual([null, null])
    expect(parts[0]).toEqual({ part: 'phone', state: 'unknown' })
    database.platform.clock.advance(60_000)
    const page = textOf(await (await get('/stand')).text())
    expect(page).toContain('Telefon: zurzeit nicht bekannt')
    expect(page).toContain('Bürgerbüro: Wie viele warten, ist zurzeit nicht bekannt.')
  })

  test('given the line to the provider is down, the telephone is disturbed', async () => {
    telephone = { ...WELL, well: false }
    expect(await light('phone')).toBe('disturbed')
  })

  test('given figures that cannot be read, says so there and goes on with the rest', async () => {
    await database.pool.query('alter table call rename to call_away')
    try {
      const told = await status()
      expect(told.month).toEqual({ known: false, from: null, answers: null, callbacks: null })
      expect(told.lines).toHaveLength(2)
      database.platform.clock.advance(60_000)
      const page = await get('/stand')
      expect(page.status).toBe(200)
      expect(textOf(await page.text())).toContain('In diesem Monat Das ist zurzeit nicht bekannt.')
    } finally {
      await database.pool.query('alter table call_away rename to call')
    }
    database.platform.clock.advance(60_000)
    expect((await status()).month.known).toBe(true)
  })

  test('given a check that fails or is disturbed, its light says so; given none is set up, there is no light', async () => {
    expect(await light('email')).toBe('works')
    database.platform.clock.advance(60_000)
    lights['mailbox'] = async () => 'disturbed'
    expect(await light('email')).toBe('disturbed')
    database.platform.clock.advance(60_000)
    lights['mailbox'] = () => Promise.reject(new Error('gone'))
    expect(await light('email')).toBe('unknown')
    database.platform.clock.advance(60_000)
    lights = { ...lights, email: async () => 'off', mailbox: async () => 'off' }
    expect(await light('email')).toBeUndefined()
    // This city gives no appointments and takes no reports.
    expect(await light('appointments')).toBeUndefined()
    expect(await light('reports')).toBeUndefined()
  })

  test('given a reader who has it, answers 304 until something changes, also when time goes on', async () => {
    const first = await get('/api/v1/status')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(first.headers.get('cache-control')).toBe('public, max-age=10')
    const etag = first.headers.get('etag') ?? ''
    database.platform.clock.advance(60_000)
    const again = await get('/api/v1/status', { 'if-none-match': etag })
    expect([again.status, await again.text(), again.headers.get('access-control-allow-origin')]).toEqual([
      304,
      '',
      '*',
    ])
    database.platform.clock.advance(60_000)
    telephone = { ...WELL, well: false }
    expect((await get('/api/v1/status', { 'if-none-match': etag })).status).toBe(200)
  })
})
