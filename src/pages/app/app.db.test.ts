import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { jpeg } from '../../reports/photos/photos.testkit.ts'
import { givenCategories } from '../../reports/reports.testkit.ts'
import { expectWholePage, pagesApp, textOf } from '../pages.testkit.ts'

const database = useDatabase()
let city: GivenCity
let app: ReturnType<typeof pagesApp>

beforeAll(async () => {
  city = await givenCity(database.platform, { name: 'Lünen' })
  await givenCategories((await givenAccount(database.platform, city.cityId, 'admin')).ctx, city)
})
beforeEach(() => {
  app = pagesApp(database.platform)
})

const sent = z.object({ number: z.string(), secret: z.string() })
const refused = z.object({ code: z.string(), fields: z.record(z.string(), z.string()) })

const aForm = {
  key: 'k'.repeat(22),
  description: 'Eine Platte ist lose.',
  place: 'Am Markt',
  'frage-gefahr': 'ja',
}

async function send(
  fields: Record<string, string>,
  {
    photo,
    search = '',
    headers = {},
  }: { photo?: Buffer; search?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (photo) form.append('photos', new File([new Uint8Array(photo)], 'foto.jpg', { type: 'image/jpeg' }))
  const whole = new Request('http://localhost/', { method: 'POST', body: form })
  const body = await whole.arrayBuffer()
  return app.request(`/melden/strasse/einreichen${search}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': whole.headers.get('content-type') ?? '',
      'content-length': String(body.byteLength),
      ...headers,
    },
  })
}

const countOf = async (table: 'report' | 'report_photo'): Promise<number> => {
  const { count } = await database.platform.db
    .selectFrom(table)
    .where('city_id', '=', city.cityId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

describe('POST /melden/:id/einreichen', () => {
  test('given the same report twice, as after an answer that was lost, it is one with one photo, and both answers are the same', async () => {
    const before = [await countOf('report'), await countOf('report_photo')]
    const photo = await jpeg()
    const first = await send(aForm, { photo })
    expect([first.status, first.headers.get('cache-control')]).toEqual([201, 'no-store'])
    const told = sent.parse(await first.json())
    expect(sent.parse(await (await send(aForm, { photo })).json())).toEqual(told)
    expect(sent.parse(await (await send(aForm)).json())).toEqual(told)
    expect([await countOf('report'), await countOf('report_photo')]).toEqual([before[0]! + 1, before[1]! + 1])
  })

  test('given the same at the same moment, it is one', async () => {
    const before = await countOf('report')
    const twin = { ...aForm, key: 't'.repeat(22) }
    const answers = await Promise.all([send(twin), send(twin), send(twin)])
    const numbers = await Promise.all(answers.map(async (one) => sent.parse(await one.json()).number))
    expect(new Set(numbers).size).toBe(1)
    expect(await countOf('report')).toBe(before + 1)
  })

  test('given what cannot be taken, each field of the form has its sentence, in its language, and nothing is kept', async () => {
    const before = await countOf('report')
    const wrong = { key: 'w'.repeat(22), description: ' ', email: 'jana@' }
    const answer = await send(wrong, { search: '?lang=en' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    const { fields } = refused.parse(await answer.json())
    expect(Object.keys(fields)).toEqual(['description', 'place', 'frage-gefahr', 'email'])
    expect(fields['email']).toContain('Please check the e-mail address')
    expect(await countOf('report')).toBe(before)
  })

  test('given a file that is no photo, it is said at the field of the photos', async () => {
    const answer = await send({ ...aForm, key: 'p'.repeat(22) }, { photo: Buffer.from('no picture') })
    expect(answer.status).toBe(422)
    expect(Object.keys(refused.parse(await answer.json()).fields)).toEqual(['photos'])
  })

  test('given the next page shows it, this browser gets what that page needs; else nothing of it', async () => {
    const shown = await send({ ...aForm, key: 's'.repeat(22) }, { search: '?fertig=1' })
    expect(shown.headers.getSetCookie().some((cookie) => cookie.startsWith('meldung-fertig='))).toBe(true)
    const quiet = await send({ ...aForm, key: 'q'.repeat(22) })
    expect(quiet.headers.getSetCookie()).toEqual([])
  })

  test('given a page of somebody else, it is refused', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await send({ ...aForm, key: 'x'.repeat(22) }, { headers })).status).toBe(403)
  })
})

describe('what a device keeps', () => {
  const copies = z.object({ copies: z.array(z.object({ address: z.string(), html: z.string() })) })
  const read = async (search = '', headers: Record<string, string> = {}) =>
    app.request(`/app/copies${search}`, { headers })

  test.each([
    { search: '', lang: 'de' },
    { search: '?lang=en', lang: 'en' },
    { search: '?lang=einfach', lang: 'de-simple' },
  ])(
    'given $search, whole pages: one that says that there is no net, and each form, empty',
    async ({ search, lang }) => {
      const { copies: found } = copies.parse(await (await read(search)).json())
      expect(found.map(({ address }) => address)).toEqual(
        ['/melden', '/melden/strasse', '/melden/idee'].map((path) => `${path}${search}`),
      )
      for (const { html } of found) expectWholePage(html, lang)
      expect(found[0]?.html).toContain('href="tel:')
      expect(found[1]?.html).toContain('name="key" value=""')
      // The switch of languages leads to the form, not to the copies.
      expect(found[1]?.html).toContain('href="/melden/strasse?lang=')
    },
  )

  test('given a browser with a half-written report, its words are in no copy', async () => {
    const form = new URLSearchParams({ ...aForm, description: 'Das ist meins.' })
    const answer = await app.request('/melden/strasse', { method: 'POST', body: form })
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    expect(textOf(await (await app.request('/melden/strasse', { headers: { cookie } })).text())).toContain(
      'Das ist meins.',
    )
    expect(await (await read('', { cookie })).text()).not.toContain('Das ist meins.')
  })

  test('given nothing changed, 304', async () => {
    const etag = (await read()).headers.get('etag') ?? ''
    expect((await read('', { 'if-none-match': etag })).status).toBe(304)
  })
})

test('given the manifest, the app begins where one reports, in the language of the browser', async () => {
  const answer = await app.request('/app/manifest.webmanifest', { headers: { 'accept-language': 'en' } })
  expect(answer.headers.get('content-type')).toContain('application/manifest+json')
  expect(await answer.json()).toMatchObject({ start_url: '/melden', display: 'standalone', lang: 'en' })
})
