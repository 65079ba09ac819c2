import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { importBoundary, importStreets } from '../../city/index.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { mergeReport } from '../merging/mergeReport.ts'
import { moveReport } from '../moveReport.ts'
import { openReport } from '../openReport.ts'
import { readCategories, saveCategory } from '../categories/saveCategory.ts'
import { heic, jpeg } from '../photos/photos.testkit.ts'
import { releasePhoto } from '../photos/releasePhoto.ts'
import { aReport, givenCategories } from '../reports.testkit.ts'
import { makeKey, switchKey } from './keys.ts'
import { open311Routes } from './open311Routes.ts'
import { releaseReport } from './releaseReport.ts'

const database = useDatabase()
let app: ReturnType<typeof createApp>
let city: GivenCity
let admin: GivenAccount
let staff: GivenAccount
let key: string
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
  key = (await makeKey(admin.ctx, { name: 'Mängelmelder' })).key
})

const get = (path: string) => app.request(`http://${host}/open311/v2/${path}`)
const post = (format: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(`http://${host}/open311/v2/requests.${format}`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example', ...headers },
    body: new URLSearchParams(fields),
  })
const GOOD = {
  service_code: 'strasse',
  description: 'Eine Platte ist lose.',
  lat: '51.6165',
  long: '7.5286',
  'attribute[gefahr]': 'ja',
}
const citizen = () => ({ ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } as const })

/** 'strasse' may be shown in public from now on. */
async function openCategory(): Promise<void> {
  const { categories } = await readCategories(admin.ctx)
  const { id, ...category } = categories.find((one) => one.id === 'strasse')!
  await saveCategory(admin.ctx, id, { ...category, published: true })
}
async function released(): Promise<{ caseId: string; number: string }> {
  await openCategory()
  const opened = await openReport(citizen(), aReport())
  await releaseReport(staff.ctx, opened.caseId, true)
  return opened
}

describe('discovery and services', () => {
  test('given both formats, discovery names the endpoint and has a bare media type', async () => {
    const json = await get('discovery.json')
    expect(json.headers.get('content-type')).toBe('application/json')
    expect(await json.json()).toMatchObject({
      changeset: expect.any(String),
      contact: expect.any(String),
      key_service: expect.any(String),
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: 'https://stadt.example/open311/v2',
          type: 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    })
    const xml = await get('discovery.xml')
    expect(xml.headers.get('content-type')).toBe('text/xml')
    expect(await xml.text()).toContain('<formats><format>text/xml</format>')
  })

  test('given categories, they are services, and only one that asks something has metadata', async () => {
    const answer = await get('services.json')
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await answer.json()).toMatchObject([
      { service_code: 'strasse', service_name: 'Straße und Gehweg', metadata: true, type: 'realtime' },
      { service_code: 'idee', metadata: false },
    ])
    const xml = await get('services.xml')
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(await xml.text()).toContain('<services><service><service_code>strasse</service_code>')
  })

  test('given a service, its definition is an object; one without questions or unknown has none', async () => {
    expect(await (await get('services/strasse.json')).json()).toEqual({
      service_code: 'strasse',
      attributes: [
        {
          variable: true,
          code: 'gefahr',
          datatype: 'singlevaluelist',
          required: true,
          datatype_description: '',
          order: 1,
          description: 'Kann sich dort jemand verletzen?',
          values: [
            { key: 'ja', name: 'ja' },
            { key: 'nein', name: 'nein' },
          ],
        },
      ],
    })
    for (const path of ['services/idee.json', 'services/xyz.json', 'services/strasse', 'tokens/1.json']) {
      const answer = await get(path)
      expect(answer.status).toBe(404)
    }
    expect(await (await get('services/xyz.json')).json()).toEqual([
      { code: 404, description: 'service_code not found' },
    ])
    expect(await (await get('services/xyz.xml')).text()).toContain(
      '<errors><error><code>404</code><description>service_code not found</description></error></errors>',
    )
  })
})

describe('reporting', () => {
  test('given a key, a report is made from another site; its id is the number and nobody sees it yet', async () => {
    const answer = await post('json', { ...GOOD, api_key: key })
    expect(answer.status).toBe(200)
    const [made] = (await answer.json()) as [{ service_request_id: string; service_notice: string }]
    expect(made.service_request_id).toMatch(/^[A-Z]{1,3}-\w{3}-\w{3}$/)
    expect(made.service_notice).toContain('drei Wörter')
    expect((await get(`requests/${made.service_request_id}.json`)).status).toBe(404)
    const { rows } = await database.pool.query(`select lat, lon, place from report where city_id = $1`, [
      city.cityId,
    ])
    expect(rows).toEqual([{ lat: 51.6165, lon: 7.5286, place: '51.6165, 7.5286' }])
  })

  test('given multipart and XML, the same', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...GOOD, api_key: key })) form.append(name, value)
    const url = `http://${host}/open311/v2/requests.xml`
    const answer = await app.request(url, { method: 'POST', body: form })
    expect(await answer.text()).toMatch(/<service_requests><request><service_request_id>[A-Z]/)
  })

  test('given much from somebody who did not say how much, it is refused; said before, it is read', async () => {
    const form = Buffer.from(
      new URLSearchParams({ ...GOOD, api_key: key, extra: 'x'.repeat(300_000) }).toString(),
    )
    const url = `http://${host}/open311/v2/requests.json`
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(form))
        controller.close()
      },
    })
    const streamed = { method: 'POST', headers, body, duplex: 'half' } as const
    expect((await app.request(url, streamed)).status).toBe(413)
    const told = { ...headers, 'content-length': String(form.length) }
    expect(
      (await app.request(url, { method: 'POST', headers: told, body: new Uint8Array(form) })).status,
    ).toBe(200)
  })

  test('given a photo in the form, also sent twice, it is one, and its address is shown when it was released', async () => {
    await openCategory()
    const send = async (files: [string, Buffer][]) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...GOOD, api_key: key })) form.append(name, value)
      for (const [name, bytes] of files) form.append(name, new Blob([new Uint8Array(bytes)]), 'foto.jpg')
      const url = `http://${host}/open311/v2/requests.json`
      return app.request(url, { method: 'POST', body: form, headers: { 'idempotency-key': 'same' } })
    }
    const refused = await send([['media', heic()]])
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('HEIC')])
    const photo = await jpeg()
    const answer = await send([['media', photo]])
    const [made] = (await answer.json()) as [{ service_request_id: string }]
    expect(((await (await send([['media', photo]])).json()) as unknown[])[0]).toEqual(made)
    const { rows } = await database.pool.query<{ case_id: string; id: string }>(
      'select case_id, id from report_photo where city_id = $1',
      [city.cityId],
    )
    expect(rows).toEqual([{ case_id: expect.any(String), id: expect.any(String) }])
    const which = { caseId: rows[0]!.case_id, id: rows[0]!.id }
    await releaseReport(staff.ctx, which.caseId, true)
    const shown = async () =>
      ((await (await get(`requests/${made.service_request_id}.json`)).json()) as [{ media_url: unknown }])[0]
        .media_url
    expect(await shown()).toBeNull()
    await releasePhoto(staff.ctx, which, true)
    expect(await shown()).toBe(`https://stadt.example/fotos/${which.id}.jpg`)
  })

  test.each([
    [{ ...GOOD }, 403, 'api_key'],
    [{ ...GOOD, api_key: 'wrong' }, 403, 'api_key'],
    [{ ...GOOD, service_code: '' }, 400, 'service_code'],
    [{ ...GOOD, service_code: 'xyz' }, 404, 'service_code'],
    [{ ...GOOD, description: '' }, 400, 'description'],
    [{ ...GOOD, lat: '', long: '' }, 400, 'place'],
    [{ ...GOOD, lat: '200' }, 400, 'lat'],
    [{ ...GOOD, 'attribute[gefahr]': '' }, 400, 'gefahr'],
    [{ ...GOOD, email: 'jana@' }, 400, 'email'],
    [{ ...GOOD, media_url: 'file:///etc/passwd' }, 400, 'media_url'],
    [{ ...GOOD, description: 'x'.repeat(4001) }, 400, 'description'],
  ])('given %j, it is refused with %s', async (fields, status, about) => {
    const withKey = 'api_key' in fields || status === 403 ? fields : { ...fields, api_key: key }
    const answer = await post('json', withKey)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual([{ code: status, description: expect.stringContaining(about) }])
  })

  test('given a key that was switched off, it opens nothing', async () => {
    const { keys } = await switchKey(
      admin.ctx,
      (await database.pool.query('select id from open311_key where city_id = $1', [city.cityId])).rows[0].id,
      { active: false },
    )
    expect(keys).toMatchObject([{ active: false }])
    expect((await post('json', { ...GOOD, api_key: key })).status).toBe(403)
  })

  test('given the same request with an Idempotency-Key twice, there is one report; of another program, another', async () => {
    const idOf = async (fields: Record<string, string>): Promise<string> => {
      const answer = await post('json', fields, { 'idempotency-key': '1' })
      return ((await answer.json()) as [{ service_request_id: string }])[0].service_request_id
    }
    const first = await idOf({ ...GOOD, api_key: key })
    expect(await idOf({ ...GOOD, api_key: key })).toBe(first)
    const other = (await makeKey(admin.ctx, { name: 'Andere App' })).key
    expect(await idOf({ ...GOOD, api_key: other })).not.toBe(first)
  })
})

describe('the place', () => {
  const square = (size: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [7, 51],
        [7 + size, 51],
        [7 + size, 51 + size],
        [7, 51 + size],
        [7, 51],
      ],
    ],
  })

  test('given coordinates outside the city, it is refused; given those inside, or words, it is taken', async () => {
    await importBoundary(admin.ctx, JSON.stringify(square(0.1)))
    const answer = await post('json', { ...GOOD, api_key: key })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual([
      { code: 400, description: expect.stringContaining('Diese Stelle liegt nicht in') },
    ])
    const words = { ...GOOD, lat: '', long: '', address_string: 'Hauptstraße 5, Nachbarort', api_key: key }
    expect((await post('json', words)).status).toBe(200)
    await importBoundary(admin.ctx, JSON.stringify(square(1)))
    expect((await post('json', { ...GOOD, api_key: key })).status).toBe(200)
  })

  test('given private ground, everybody sees the street and a rough area only', async () => {
    await importStreets(
      admin.ctx,
      'street;number;latitude;longitude\nMünsterstraße;1;51.6165;7.5286\nMünsterstraße;2;51.6166;7.5286',
    )
    await openCategory()
    const opened = await openReport(citizen(), aReport({ isPrivate: true }))
    await releaseReport(staff.ctx, opened.caseId, true)
    const [shown] = (await (await get(`requests/${opened.number}.json`)).json()) as [
      { address: string; lat: number; long: number },
    ]
    expect(shown.address).toBe('Münsterstraße')
    expect([shown.lat, shown.long]).not.toEqual([51.6165, 7.5286])
    expect(Math.abs(shown.lat - 51.6165)).toBeLessThan(0.0012)
    const { number } = await openReport(citizen(), aReport({ place: 'münsterstr 2' })).then(async (one) => {
      await releaseReport(staff.ctx, one.caseId, true)
      return one
    })
    const exact = await (await get(`requests/${number}.json`)).json()
    expect(exact).toMatchObject([{ address: 'münsterstr 2', lat: 51.6166, long: 7.5286 }])
  })
})

describe('what everybody may see', () => {
  test("given a released report, it is shown without its person, with whole seconds and the city's offset", async () => {
    const { number } = await released()
    const [shown] = (await (await get(`requests/${number}.json`)).json()) as [Record<string, unknown>]
    expect(shown).toMatchObject({
      service_request_id: number,
      status: 'open',
      service_code: 'strasse',
      description: 'Vor der Post ist eine Platte lose.',
      address: 'Münsterstraße 1',
      requested_datetime: '2026-11-23T09:00:00+01:00',
      updated_datetime: '2026-11-23T09:00:00+01:00',
    })
    expect(JSON.stringify(shown)).not.toContain('jana')
    const xml = await (await get(`requests/${number}.xml`)).text()
    expect(xml).toContain('<service_requests><request>')
    expect(xml).not.toContain('jana')
  })

  test('given an answer, it is closed and no word of it is shown', async () => {
    const { caseId, number } = await released()
    database.platform.clock.set('2026-11-23T09:30:15.678Z')
    await moveReport(staff.ctx, caseId, { state: 'done', text: 'Frau Schulz war da.', plannedFor: null })
    const [shown] = (await (await get(`requests/${number}.json`)).json()) as [Record<string, string>]
    expect(shown).toMatchObject({ status: 'closed', updated_datetime: '2026-11-23T10:30:15+01:00' })
    expect(shown['status_notes']).toContain('erledigt')
    expect(JSON.stringify(shown)).not.toContain('Schulz')
  })

  test('given what was not released, or is not any more, or whose category was closed, it is nowhere', async () => {
    await openCategory()
    const hidden = await openReport(citizen(), aReport())
    expect((await get(`requests/${hidden.number}.json`)).status).toBe(404)
    await releaseReport(staff.ctx, hidden.caseId, true)
    expect((await get(`requests/${hidden.number}.json`)).status).toBe(200)
    await releaseReport(staff.ctx, hidden.caseId, false)
    expect((await get(`requests/${hidden.number}.json`)).status).toBe(404)
    expect(await (await get('requests.json')).json()).toEqual([])
    const idea = await openReport(citizen(), aReport({ categoryId: 'idee', answers: {} }))
    const refused = releaseReport(staff.ctx, idea.caseId, true)
    await expect(refused).rejects.toMatchObject({ code: 'not-public' })
  })

  test('given filters, they hold; numbers override them all', async () => {
    const { number } = await released()
    const numbersOf = async (query: string): Promise<string[]> =>
      ((await (await get(`requests.json?${query}`)).json()) as { service_request_id: string }[]).map(
        (one) => one.service_request_id,
      )
    expect(await numbersOf('')).toEqual([number])
    expect(await numbersOf('status=open')).toEqual([number])
    expect(await numbersOf('status=closed')).toEqual([])
    expect(await numbersOf('status=open,closed')).toEqual([number])
    expect(await numbersOf('service_code=idee')).toEqual([])
    expect(await numbersOf('service_code=idee,strasse')).toEqual([number])
    expect(await numbersOf('end_date=2026-11-22T00:00:00Z')).toEqual([])
    expect(await numbersOf(`service_request_id=${number}&status=closed&service_code=idee`)).toEqual([number])
    expect(await numbersOf('start_date=1900-01-01T00:00:00Z&end_date=1900-02-01T00:00:00Z')).toEqual([])
    expect((await get('requests.json?start_date=gestern')).status).toBe(400)
    expect((await get("requests/'%20or%201.json")).status).toBe(404)
  })

  test('given one that belongs to another one, the list has the other; by its number it is found, and stands as the other', async () => {
    const worked = await released()
    const merged = await released()
    await mergeReport(staff.ctx, merged.caseId, { number: worked.number })
    const step = { state: 'in-work', text: 'Wir sind dran.', plannedFor: null } as const
    await moveReport(staff.ctx, worked.caseId, step)
    const [listed, asked] = await Promise.all(
      ['requests.json', `requests/${merged.number}.json`].map(async (path) => (await get(path)).json()),
    )
    const status = { status: 'open', status_notes: expect.stringMatching(/^in Arbeit/) }
    expect(listed).toMatchObject([{ ...status, service_request_id: worked.number }])
    expect(asked).toMatchObject([{ ...status, service_request_id: merged.number }])
  })
})
