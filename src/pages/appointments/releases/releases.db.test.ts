import { beforeAll, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../../tests/kit/database.ts'
import { givenOffice } from '../../../appointments/booking.testkit.ts'
import { askEnd, endPlan } from '../../../appointments/release/endPlan.ts'
import { givenPlan } from '../../../appointments/release/release.testkit.ts'
import { givenCity } from '../../../city/city.testkit.ts'
import { givenAccount } from '../../../people/people.testkit.ts'
import type { StaffContext } from '../../../platform/context.ts'
import { expectWholePage, pagesApp, textOf } from '../../pages.testkit.ts'

const database = useDatabase()
let planners: [StaffContext, StaffContext]

beforeAll(async () => {
  const { cityId } = await givenCity(database.platform)
  const account = async (role: 'admin' | 'lead') => (await givenAccount(database.platform, cityId, role)).ctx
  planners = [await account('admin'), await account('lead')]
  await givenOffice(planners[0])
})
beforeEach(async () => {
  await database.pool.query('delete from release_plan; update office set version = version + 1')
  database.platform.clock.set('2026-11-23T08:00:00Z')
})

const get = async (path: string): Promise<string> => (await pagesApp(database.platform).request(path)).text()
const TIMES = [
  { weekdays: [1, 2, 3, 5], at: 480 },
  { weekdays: [4], at: 540 },
]
const STEPS = [
  { daysBefore: 42, at: 480, percent: 60 },
  { daysBefore: 1, at: 480, percent: 40 },
]

test('given a batch, steps, a quota and a pool, says when what comes', async () => {
  const opens = { date: '2026-11-29', at: 14 * 60 }
  await givenPlan(planners, { kind: 'batch', opens }, { from: '2026-12-07', until: '2026-12-11' })
  await givenPlan(planners, { kind: 'rolling', steps: STEPS })
  await givenPlan(planners, {
    kind: 'quota',
    shares: [{ quota: 'phone', percent: 20, backDays: 1, backAt: 720 }],
  })
  await givenPlan(planners, { kind: 'pool', times: TIMES })
  await expect
    .poll(async () => textOf(await get('/termin/freigaben')), { timeout: 1000 })
    .toContain(
      'Abgesagte Termine geben wir montags bis mittwochs und freitags um 8:00 Uhr, donnerstags um 9:00 Uhr wieder frei.',
    )
  const html = await get('/termin/freigaben')
  expectWholePage(html, 'de')
  const text = textOf(html)
  expect(text).toContain(
    'Sonntag, 29. November, 14:00 Uhr: Dann geben wir alle Termine von Montag, 7. Dezember bis Freitag, 11. Dezember frei.',
  )
  expect(text).toContain('60 Prozent 6 Wochen vorher um 8:00 Uhr')
  expect(text).toContain('1 Tag vorher ab 12:00 Uhr für alle frei')
  expect(text).toContain('Das nächste Mal: Dienstag, 24. November, 8:00 Uhr')
  for (const [lang, word] of [
    ['en', 'Mondays to Wednesdays and Fridays at 8:00, Thursdays at 9:00'],
    ['einfach', '6 Wochen vorher um 8:00 Uhr: 60 von 100 Terminen'],
  ] as const) {
    const other = await get(`/termin/freigaben?lang=${lang}`)
    expectWholePage(other, lang === 'en' ? 'en' : 'de-simple')
    expect(textOf(other)).toContain(word)
  }
})

test('given nothing is free before a release, says there when more comes', async () => {
  await givenPlan(
    planners,
    { kind: 'batch', opens: { date: '2026-12-24', at: 0 } },
    { from: '2026-11-01', until: '2027-12-31' },
  )
  await expect
    .poll(() => get('/termin/zeit?leistung=eid-pin'), { timeout: 1000 })
    .toContain('href="/termin/freigaben"')
  expect(textOf(await get('/termin/zeit?leistung=eid-pin'))).toContain(
    'Neue Termine kommen zu festen Zeiten.',
  )
})

test('given no plan, says that everything is open', async () => {
  // Memory learns of a change by its event.
  const { id, version } = await givenPlan(planners, { kind: 'pool', times: TIMES })
  await askEnd(planners[0], id, version)
  await endPlan(planners[1], id, version)
  await expect
    .poll(async () => textOf(await get('/termin/freigaben')), { timeout: 1000 })
    .toMatch(/jederzeit buchen, höchstens 60 Tage im Voraus\. Zu den freien Terminen/)
})
