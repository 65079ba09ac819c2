import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import type { Route } from '../../platform/http/route.ts'
import { createRooms } from '../../rooms.ts'
import { givenOffice, officeOf, OFFICE } from '../booking.testkit.ts'
import { saveOffice } from '../settings/saveOffice.ts'

const database = useDatabase()
let city: GivenCity
let routes: readonly Route[]
let request: ReturnType<typeof client>
let document: Document

const media = z.object({ schema: z.record(z.string(), z.unknown()), example: z.unknown().optional() })
const content = z.record(
  z.string(),
  media.extend({ examples: z.record(z.string(), z.object({ value: z.unknown() })).optional() }),
)
const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().optional(),
  schema: z.record(z.string(), z.unknown()),
  example: z.unknown().optional(),
})
const operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).min(1),
  summary: z.string().min(5),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ required: z.literal(true), content }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.object({ description: z.string().min(1), content: content.optional() }),
  ),
})
const documentShape = z.object({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string().startsWith('/'), z.record(z.enum(['get', 'post']), operation.optional())),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})
type Document = z.infer<typeof documentShape>
type Operation = z.infer<typeof operation>

beforeAll(async () => {
  database.platform.clock.set('2027-03-10T08:00:00Z')
  city = await givenCity(database.platform)
  const admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
  await givenOffice(admin, { shifts: [{ people: 3 }] })
  await saveOffice(admin, OFFICE, officeOf({ devices: [{ kind: 'fingerprint', name: 'Scanner', units: 3 }] }))
  routes = createRooms(database.platform, { ari: null, publicUrl: null }).routes
  request = client(database.platform, routes)
  document = documentShape.parse(await (await request('GET', '/api/v1/openapi.json')).json())
})

const all = (): { path: string; method: string; operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, found]) => (found ? [{ path, method, operation: found }] : [])),
  )
const named = (id: string) => {
  const found = all().find(({ operation: { operationId } }) => operationId === id)
  if (!found) throw new Error(`no operation ${id}`)
  return found
}

/** The document's own JSON schema, with what it refers to. */
function resolved(schema: Record<string, unknown>): Record<string, unknown> {
  const { $ref } = schema
  if (typeof $ref !== 'string') return schema
  const name = $ref.replace('#/components/schemas/', '')
  const found = document.components.schemas[name]
  if (!found) throw new Error(`${$ref} is not in the document`)
  return found
}
const expectFits = (schema: Record<string, unknown>, value: unknown): void => {
  z.fromJSONSchema(resolved(schema)).parse(value)
  expect(undocumented(resolved(schema), value)).toEqual([])
}
/** Members that stand in an answer and not in the document. */
function undocumented(schema: Record<string, unknown>, value: unknown, path = ''): string[] {
  const inner = nodeShape.parse(schema)
  if (Array.isArray(value))
    return value.flatMap((one, n) =>
      undocumented(inner.prefixItems?.[n] ?? (inner.items || {}), one, `${path}[]`),
    )
  if (typeof value !== 'object' || value === null || !inner.properties) return []
  return Object.entries(value).flatMap(([key, found]) => {
    const known = inner.properties?.[key]
    return known ? undocumented(known, found, `${path}.${key}`) : [`${path}.${key}`]
  })
}
const nodeShape = z.object({
  // `false` behind a list of so many things: nothing follows.
  items: z.union([z.record(z.string(), z.unknown()), z.literal(false)]).optional(),
  prefixItems: z.array(z.record(z.string(), z.unknown())).optional(),
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
})

describe('the document', () => {
  test('given its operations, ids are unique, path parameters are declared, groups and references exist', () => {
    const ids = all().map(({ operation: { operationId } }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const groups = document.tags.map(({ name }) => name)
    for (const {
      path,
      operation: { parameters, tags, responses },
    } of all()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath)
      expect(groups).toEqual(expect.arrayContaining(tags))
      for (const { content: shown = {} } of Object.values(responses))
        for (const { schema } of Object.values(shown)) resolved(schema)
    }
  })

  test('every route that other programs may call is there, and no other', () => {
    expect(all().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'get /api/v1/services',
      'get /api/v1/availability',
      'get /api/v1/stream',
      'post /api/v1/holds',
      'post /api/v1/holds/{id}/confirm',
      'post /api/v1/holds/{id}/extend',
      'post /api/v1/holds/{id}/release',
      'post /api/v1/appointments/{reference}/move',
      'post /api/v1/appointments/{reference}/cancel',
      'post /api/v1/appointments/{reference}/calendar',
      'get /api/v1/callback-windows',
      'post /api/v1/callback-requests',
      'get /api/v1/reports/map',
      'get /api/v1/status',
      'get /available-calendar/',
    ])
  })

  test('given people instead of programs, a page shows each operation of it', async () => {
    const page = await request('GET', '/api/docs')
    const html = await page.text()
    expect(page.status).toBe(200)
    const missing = all().filter(({ operation: { operationId } }) => !html.includes(`id="${operationId}"`))
    expect(missing).toEqual([])
  })

  test('given every example in it, it fits its own schema', () => {
    for (const {
      operation: { parameters, requestBody, responses },
    } of all()) {
      for (const { schema, example } of parameters) if (example !== undefined) expectFits(schema, example)
      for (const shown of [requestBody, ...Object.values(responses)])
        for (const { schema, example, examples = {} } of Object.values(shown?.content ?? {})) {
          if (example !== undefined) expectFits(schema, example)
          for (const { value } of Object.values(examples)) z.fromJSONSchema(resolved(schema)).parse(value)
        }
    }
  })

  test('given somebody who has it already, answers 304', async () => {
    const etag = (await request('GET', '/api/v1/openapi.json')).headers.get('etag') ?? ''
    expect(
      (await request('GET', '/api/v1/openapi.json', { headers: { 'if-none-match': etag } })).status,
    ).toBe(304)
  })
})

/** What stands in the document, with what earlier answers really said in place of invented ids, numbers and keys. */
const knownShape = z.object({ id: z.string(), secret: z.string(), reference: z.string() }).partial()
type Known = z.infer<typeof knownShape>

/** What a program sends that follows the examples to the letter. */
function requestOf(operationId: string, known: Known) {
  const {
    path,
    method,
    operation: { parameters, requestBody },
  } = named(operationId)
  const query = new URLSearchParams()
  for (const { name, example, in: where } of parameters)
    if (where === 'query' && example !== undefined)
      for (const one of [example].flat()) query.append(name, String(one))
  const real = path.replace('{id}', known.id ?? '').replace('{reference}', known.reference ?? '')
  const example = requestBody?.content['application/json']?.example
  const body =
    typeof example === 'object'
      ? { ...example, ...(known.secret ? { secret: known.secret } : {}) }
      : undefined
  return request(method === 'get' ? 'GET' : 'POST', `${real}?${query.toString()}`, { body })
}

/** Sends an example and holds the answer against what the document says of its status; refusals by their sentence too. */
async function send(
  operationId: string,
  known: Known = {},
): Promise<{ status: number; body: unknown; problem: string }> {
  const response = await requestOf(operationId, known)
  const { status } = response
  const text = await response.text()
  const type = (response.headers.get('content-type') ?? '').replace(/;.*/, '')
  const described = named(operationId).operation.responses[String(status)]
  expect(described, `${operationId} answered ${status} ${text}`).toBeDefined()
  if (text === '') return { status, body: null, problem: '' }
  const found = described?.content?.[type]
  if (!found) throw new Error(`${operationId} answered ${type}`)
  if (!type.endsWith('json')) return { status, body: text, problem: '' }
  const body: unknown = JSON.parse(text)
  if (status < 400) {
    expectFits(found.schema, body)
    return { status, body, problem: '' }
  }
  z.fromJSONSchema(resolved(found.schema)).parse(body)
  const { code, title } = refusal.parse(body)
  expect(refusal.parse(found.examples?.[code]?.value).title).toBe(title)
  return { status, body, problem: code }
}
const refusal = z.object({ code: z.string(), title: z.string() })

describe('its examples, sent to the server', () => {
  test('given the story they tell, every answer has the documented shape', async () => {
    expect((await send('listServices')).status).toBe(200)
    expect((await send('readAvailability')).status).toBe(200)
    expect((await send('readZmsCalendar')).status).toBe(200)
    const other = knownShape.parse((await send('holdTime')).body)
    expect((await send('releaseHold', other)).status).toBe(204)
    const held = knownShape.parse((await send('holdTime')).body)
    expect((await send('extendHold', held)).status).toBe(200)
    expect(await send('extendHold', held)).toMatchObject({ status: 409, problem: 'extended' })
    const booked = knownShape.parse((await send('confirmHold', held)).body)
    expect(await send('releaseHold', held)).toMatchObject({ status: 409, problem: 'confirmed' })
    expect((await send('readCalendarFile', booked)).status).toBe(200)
    expect((await send('moveAppointment', booked)).status).toBe(200)
    expect((await send('cancelAppointment', booked)).status).toBe(200)
    expect(await send('moveAppointment', booked)).toMatchObject({ status: 409, problem: 'over' })
    expect(await send('confirmHold', held)).toMatchObject({ status: 409, problem: 'cancelled' })
  })

  test('given a reader of how things stand, the answer has the documented shape', async () => {
    expect((await send('readStatus')).status).toBe(200)
  })

  test('given a reader of the map, the answer has the documented shape', async () => {
    expect((await send('readReportMap')).status).toBe(200)
  })

  test('given somebody who asks to be called, answers and refusals have the documented shape', async () => {
    database.platform.clock.set('2027-03-10T08:00:00Z')
    expect((await send('listCallbackWindows')).status).toBe(200)
    for (const _ of [1, 2, 3]) expect((await send('requestCallback')).status).toBe(201)
    expect(await send('requestCallback')).toMatchObject({ status: 429, problem: 'number-too-often' })
    database.platform.clock.set('2027-03-11T15:00:00Z')
    expect(await send('requestCallback')).toMatchObject({ status: 409, problem: 'window-full' })
    database.platform.clock.set('2027-03-10T08:00:00Z')
  })

  test('given a time that is gone, a hold that is over and a wrong key, refusals say what the document says', async () => {
    const held = knownShape.parse((await send('holdTime')).body)
    await send('holdTime')
    await send('holdTime')
    expect(await send('holdTime')).toMatchObject({ status: 409, problem: 'not-free' })
    expect(await send('confirmHold', { id: held.id ?? '' })).toMatchObject({
      status: 404,
      problem: 'not-found',
    })
    expect(await send('cancelAppointment', { reference: 'LU-T-7K3-94C' })).toMatchObject({
      problem: 'not-found',
    })
    database.platform.clock.advance(3_600_000)
    expect(await send('confirmHold', held)).toMatchObject({ status: 409, problem: 'hold-expired' })
    database.platform.clock.set('2027-03-16T08:00:00Z')
    expect(await send('holdTime')).toMatchObject({ status: 409, problem: 'not-offered' })
  })
})
