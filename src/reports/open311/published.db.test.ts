import { beforeAll, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { createApp } from '../../app.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { readCategories, saveCategory } from '../categories/saveCategory.ts'
import { moveReport } from '../moveReport.ts'
import { openReport } from '../openReport.ts'
import { aReport, givenCategories } from '../reports.testkit.ts'
import { makeKey, switchKey } from './keys.ts'
import { open311Routes } from './open311Routes.ts'
import { expectPublished } from './published.testkit.ts'
import { releaseReport } from './releaseReport.ts'

const database = useDatabase()
let app: ReturnType<typeof createApp>
let city: GivenCity
let admin: GivenAccount
let staff: GivenAccount
let key: string
let keyId: string
let host: string
let made = 0

beforeAll(() => {
  app = createApp({
    platform: database.platform,
    routes: open311Routes('https://stadt.example'),
    readiness: [],
    publicDir: '',
    trustProxy: false,
  })
})
beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  made += 1
  host = `stadt${made}.example`
  city = await givenCity(database.platform, { hostnames: [host] })
  admin = await givenAccount(database.platform, city.cityId, 'admin')
  staff = await givenAccount(database.platform, city.cityId, 'report')
  await givenCategories(admin.ctx, city)
  const given = await makeKey(admin.ctx, { name: 'Straßenreinigung' })
  key = given.key
  keyId = given.keys[0]!.id
  const { categories } = await readCategories(admin.ctx)
  const { id, ...category } = categories.find((one) => one.id === 'strasse')!
  await saveCategory(admin.ctx, id, { ...category, published: true })
})

const get = (path: string) => app.request(`http://${host}/open311/v2/${path}`)
const post = (path: string, fields: Record<string, string>) =>
  app.request(`http://${host}/open311/v2/${path}`, { method: 'POST', body: new URLSearchParams(fields) })
const citizen = () => ({ ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } as const })

async function released() {
  const opened = await openReport(citizen(), aReport({ description: 'Platte & <Rand> "lose" \u000C]]>' }))
  await releaseReport(staff.ctx, opened.caseId, true)
  return opened
}
const SPAN = 'start_date=2026-11-20T00:00:00Z&end_date=2026-11-30T00:00:00Z'
const anUpdate = (number: string) => ({
  api_key: key,
  service_request_id: number,
  update_id: '248',
  status: 'FIXED',
  updated_datetime: '2026-11-23T09:00:00+01:00',
  description: 'Wir waren da.',
})
const notes = async (): Promise<string[]> => {
  const { rows } = await database.pool.query(`select text from case_note where city_id = $1`, [city.cityId])
  return rows.map((row: { text: string }) => row.text)
}

test.each(['xml', 'json'])('given %s, every resource is as the standard says', async (format) => {
  const { number, caseId } = await released()
  await expectPublished(await get(`discovery.${format}`), 'discovery')
  expect(await expectPublished(await get(`services.${format}`), 'services')).toHaveLength(2)
  await expectPublished(await get(`services/strasse.${format}`), 'definition')
  const answered = await expectPublished(await get(`requests/${number}.${format}`), 'requests')
  expect(answered[0]?.['description']).toBe('Platte & <Rand> "lose" ]]>')
  await moveReport(staff.ctx, caseId, { state: 'done', text: 'Fest.', plannedFor: null })
  const closed = await expectPublished(await get(`requests.${format}?status=closed`), 'requests')
  expect(closed).toMatchObject([{ service_request_id: number, status: 'closed' }])
  expect(await expectPublished(await get(`requests.${format}?status=open`), 'requests')).toEqual([])
  const good = {
    service_code: 'strasse',
    description: 'x',
    lat: '51.6165',
    long: '7.5286',
    'attribute[gefahr]': 'ja',
  }
  await expectPublished(await post(`requests.${format}`, { ...good, api_key: key }), 'made')
  expect(await expectPublished(await get(`servicerequestupdates.${format}?${SPAN}`), 'updates')).toHaveLength(
    1,
  )
  for (const [status, answer] of [
    [403, await post(`requests.${format}`, good)],
    [404, await get(`services/gibtesnicht.${format}`)],
    [404, await get(`requests/LU-ZZZ-ZZZ.${format}`)],
    [400, await get(`requests.${format}?status=kaputt`)],
    [400, await get(`servicerequestupdates.${format}?end_date=2026-11-30T00:00:00Z`)],
  ] as const) {
    expect(answer.status).toBe(status)
    await expectPublished(answer, 'errors')
  }
})

test('given steps, each is an update in the named states, without a word of staff; a report that is hidden has none', async () => {
  const { number, caseId } = await released()
  const steps = [
    { state: 'in-work', text: 'Frau Beispiel sieht es sich an.', plannedFor: null },
    { state: 'in-work', text: 'Noch ein Wort.', plannedFor: null },
    { state: 'planned', text: '', plannedFor: '2026-11-30' },
    { state: 'done', text: 'Sie ist verfugt.', plannedFor: null },
  ] as const
  for (const step of steps) {
    database.platform.clock.advance(60_000)
    await moveReport(staff.ctx, caseId, step)
  }
  const answer = await get(`servicerequestupdates.json?${SPAN}`)
  expect(await answer.clone().text()).not.toMatch(/Beispiel|Noch ein|verfugt/)
  const updates = await expectPublished(answer, 'updates')
  expect(updates.map((update) => [update['update_id'], update['status']])).toEqual([
    [`${number}-1`, 'IN_PROGRESS'],
    [`${number}-2`, 'ACTION_SCHEDULED'],
    [`${number}-3`, 'FIXED'],
  ])
  const later = 'start_date=2026-11-23T08:02:30Z&end_date=2026-11-30T00:00:00Z'
  const some = await expectPublished(await get(`servicerequestupdates.json?${later}`), 'updates')
  expect(some.map((update) => update['update_id'])).toEqual([`${number}-2`, `${number}-3`])
  await releaseReport(staff.ctx, caseId, false)
  expect(await (await get(`servicerequestupdates.json?${SPAN}`)).json()).toEqual([])
})

test('given an update of another program, it is an inner note once, and the report stands as it stood', async () => {
  const { number } = await released()
  const first = await post('servicerequestupdates.xml', anUpdate(number))
  const told = await first.text()
  expect(told).toMatch(
    /<service_request_updates><request_update><update_id>[\w-]+<\/update_id><\/request_update><\/service_request_updates>/,
  )
  expect(await (await post('servicerequestupdates.xml', anUpdate(number))).text()).toBe(told)
  expect(await notes()).toEqual([
    'Von „Straßenreinigung“ über Open311, 2026-11-23T09:00:00+01:00: FIXED.\nWir waren da.',
  ])
  const [request] = (await (await get(`requests/${number}.json`)).json()) as [{ status: string }]
  expect(request.status).toBe('open')
  expect(JSON.stringify(request)).not.toContain('Wir waren da')
})

test('given no key, one that is off, or a report that is not shown, nothing is noted', async () => {
  const { number, caseId } = await released()
  const send = async (fields: Record<string, string>): Promise<number> =>
    (await post('servicerequestupdates.json', fields)).status
  expect(await send({ ...anUpdate(number), api_key: '' })).toBe(403)
  expect(await send({ ...anUpdate(number), status: 'kaputt' })).toBe(400)
  await releaseReport(staff.ctx, caseId, false)
  expect(await send(anUpdate(number))).toBe(404)
  await releaseReport(staff.ctx, caseId, true)
  await switchKey(admin.ctx, keyId, { active: false })
  expect(await send(anUpdate(number))).toBe(403)
  expect(await notes()).toEqual([])
})
