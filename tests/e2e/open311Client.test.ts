import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { categoriesView } from '../../src/reports/categories/contract.ts'
import { type Api, signInApi } from '../kit/api.ts'
import { startServer, type TestServer } from '../kit/server.ts'

/** The parts of Code for America's client (npm `open311`) that a city's app uses; it calls back with (error, answer). */
interface Client {
  serviceDiscovery(options: { cache: boolean }, back: Back): void
  serviceList(back: Back): void
  serviceDefinition(code: string, back: Back): void
  submitRequest(request: object, back: Back): void
  serviceRequests(which: string | readonly string[] | object, back: Back): void
}
type Back = (error: unknown, answer: unknown) => void
const Open311 = createRequire(import.meta.url)('open311') as new (options: object) => Client

let server: TestServer
let admin: Api
let apiKey: string

beforeAll(async () => {
  server = await startServer()
  admin = await signInApi(server, 'admin')
  const made = await admin.post('/api/v1/open311-keys', { name: 'Fremde App' })
  apiKey = z.object({ key: z.string() }).parse(made.body).key
})
afterAll(() => server?.stop())

const asked = (ask: (back: Back) => void): Promise<unknown> =>
  new Promise((done, fail) =>
    ask((error, answer) => (error ? fail(new Error(String(answer))) : done(answer))),
  )

test('a client that somebody else wrote finds the city, learns what it asks, reports, and follows the report', async () => {
  const client = new Open311({ discovery: `${server.url}/open311/v2/discovery.json`, apiKey })
  await asked((back) => client.serviceDiscovery({ cache: true }, back))
  const services = z
    .array(z.looseObject({ service_code: z.string(), metadata: z.boolean() }))
    .parse(await asked((back) => client.serviceList(back)))
  expect(services.map(({ service_code: code }) => code)).toContain('strasse')

  const { attributes } = z
    .looseObject({ attributes: z.array(z.looseObject({ code: z.string(), required: z.boolean() })) })
    .parse(await asked((back) => client.serviceDefinition('strasse', back)))
  const [question] = attributes
  expect(question).toMatchObject({ code: 'gefahr', required: true })

  const report = {
    service_code: 'strasse',
    description: 'Eine Platte vor der Bücherei ist lose: „kippelt“ & klappert.',
    address_string: 'Am Markt 1',
    lat: 51.6165,
    long: 7.5286,
  }
  await expect(asked((back) => client.submitRequest(report, back))).rejects.toThrow(
    'attribute[gefahr]: Bitte',
  )
  const attributesAnswered = { gefahr: 'ja' }
  const [made] = z
    .tuple([z.looseObject({ service_request_id: z.string() })])
    .parse(await asked((back) => client.submitRequest({ ...report, attributes: attributesAnswered }, back)))
  const number = made.service_request_id

  // Nobody has read it yet, so nobody else sees it.
  await expect(asked((back) => client.serviceRequests(number, back))).rejects.toThrow('404')
  await showEverybody(number)
  const seen = z.looseObject({
    service_request_id: z.string(),
    description: z.string(),
    requested_datetime: z.date(),
  })
  const [alone] = z.tuple([seen]).parse(await asked((back) => client.serviceRequests(number, back)))
  expect(alone).toMatchObject({ service_request_id: number, description: report.description, status: 'open' })
  expect(Math.abs(Date.now() - alone.requested_datetime.getTime())).toBeLessThan(120_000)
  expect(await asked((back) => client.serviceRequests([number, 'LU-000-000'], back))).toEqual([alone])
  expect(
    await asked((back) => client.serviceRequests({ status: 'open', service_code: 'strasse' }, back)),
  ).toEqual([alone])
  expect(await asked((back) => client.serviceRequests({ status: 'closed' }, back))).toEqual([])
})

async function showEverybody(number: string): Promise<void> {
  const { categories } = categoriesView.parse((await admin.get('/api/v1/report-categories')).body)
  const { id, ...category } = categories.find((one) => one.id === 'strasse')!
  await admin.put(`/api/v1/report-categories/${id}`, { ...category, published: true })
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string(), number: z.string() })) })
    .parse((await admin.get('/api/v1/reports')).body)
  const report = items.find((item) => item.number === number)!
  expect((await admin.post(`/api/v1/reports/${report.id}/release`, { released: true })).status).toBeLessThan(
    300,
  )
}

test('a client that somebody else wrote is told that its key is wrong', async () => {
  const client = new Open311({ endpoint: `${server.url}/open311/v2/`, apiKey: 'falsch' })
  const sent = asked((back) => client.submitRequest({ service_code: 'strasse', description: 'Loch' }, back))
  await expect(sent).rejects.toThrow('403')
})
