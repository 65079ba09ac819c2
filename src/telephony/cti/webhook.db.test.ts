import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { ctiApp, givenCtiSource, type GivenSource, signer } from './cti.testkit.ts'

const database = useDatabase()
const sipgateKey = signer()
let app: Hono
let city: GivenCity
let generic: GivenSource
let sipgate: GivenSource
let signed: GivenSource
let made = 0

beforeAll(async () => {
  const { platform } = database
  app = ctiApp(platform)
  city = await givenCity(platform)
  generic = await givenCtiSource(platform, city.cityId)
  sipgate = await givenCtiSource(platform, city.cityId, { kind: 'sipgate' })
  signed = await givenCtiSource(platform, city.cityId, {
    kind: 'sipgate',
    publicKey: sipgateKey.publicKey,
    signatureRequired: true,
  })
})

const JSON_TYPE = { 'content-type': 'application/json' }
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }
const line = (): string => city.lines.service.number.slice(1)
const newCall = (more: Record<string, unknown> = {}): Record<string, unknown> => {
  made += 1
  const fresh = {
    event: 'newCall',
    from: '491725566445',
    to: line(),
    direction: 'in',
    callId: `call-${made}`,
  }
  return { ...fresh, ...more }
}

async function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = JSON_TYPE,
) {
  const response = await app.request(path, { method: 'POST', body, headers })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}
const postJson = (body: unknown) => post(`/api/cti/${generic.token}`, JSON.stringify(body))
const form = (fields: Record<string, unknown>): string =>
  new URLSearchParams(Object.entries(fields).map(([k, v]): [string, string] => [k, String(v)])).toString()
const calls = () =>
  database.platform.db.selectFrom('call').selectAll().where('city_id', '=', city.cityId).execute()
const callOf = async (callId: unknown) =>
  (await calls()).find((call) => call.source_key.endsWith(`/${callId}`))

describe('the generic webhook', () => {
  test('given a good event, it answers 200 {} and the call waits on its line', async () => {
    const event = newCall({ user: ['Frau Muster', 'Herr Beispiel'], queue: 'Bürgerbüro' })
    expect(await postJson(event)).toMatchObject({ status: 200, text: '{}' })
    expect(await callOf(event['callId'])).toMatchObject({
      line_id: city.lines.service.id,
      caller: '+491725566445',
      state: 'waiting',
      answer_promise: 'open',
    })
  })

  test('given form data with user[] or caller, it is taken the same', async () => {
    const [a, b] = [newCall(), newCall()]
    const path = `/api/cti/${generic.token}`
    expect((await post(path, `${form(a)}&user[]=A&user%5B%5D=B`, FORM_TYPE)).status).toBe(200)
    expect((await post(path, `${form({ ...b, event: 'answer' })}&caller=Zentrale`, FORM_TYPE)).status).toBe(
      200,
    )
    expect(await callOf(a['callId'])).toMatchObject({ state: 'waiting' })
    expect(await callOf(b['callId'])).toMatchObject({ state: 'connected', answered_by: 'Zentrale' })
  })

  test('given a withheld number, the caller is not known', async () => {
    const event = newCall({ from: 'anonymous' })
    expect((await postJson(event)).status).toBe(200)
    expect(await callOf(event['callId'])).toMatchObject({ caller: null })
  })

  const refused: [string, Record<string, unknown>, string][] = [
    ['no event', { event: undefined }, 'event'],
    ['an unknown event', { event: 'transfer' }, 'event'],
    ['no direction', { direction: undefined }, 'direction'],
    ['an unknown direction', { direction: 'inbound' }, 'direction'],
    ['no from', { from: undefined }, 'from'],
    ['no to', { to: '' }, 'to'],
    ['no callId', { callId: undefined }, 'callId'],
    ['a hangup without cause', { event: 'hangup' }, 'cause'],
    ['a hangup with an unknown cause', { event: 'hangup', cause: 'exploded' }, 'cause'],
    ['a field nobody knows', { extra: 'x' }, 'extra'],
    ['an object where a text belongs', { from: { number: '1' } }, 'from'],
    ['a NUL', { callId: 'a\u0000b' }, 'callId'],
    ['a callId of 251 characters', { callId: 'x'.repeat(251) }, 'callId'],
    ['two callIds', { callId: ['a', 'b'] }, 'callId'],
  ]
  test.each(refused)('given %s, it answers 422 naming the field', async (_, more, field) => {
    const before = (await calls()).length
    const { status, text } = await postJson(newCall(more))
    expect(status).toBe(422)
    expect(JSON.parse(text).error).toMatch(new RegExp(`^${field}: `))
    expect(await calls()).toHaveLength(before)
  })

  const unreadable: [string, string | Uint8Array<ArrayBuffer>, Record<string, string>][] = [
    ['broken JSON', '{"event":', JSON_TYPE],
    ['an empty body', '', JSON_TYPE],
    ['a JSON list', '[]', JSON_TYPE],
    ['JSON null', 'null', JSON_TYPE],
    ['text', 'event=newCall', { 'content-type': 'text/plain' }],
    ['no content type', '{}', { 'content-type': '' }],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), JSON_TYPE],
  ]
  test.each(unreadable)('given %s, it answers 400', async (_, body, headers) => {
    const { status, text } = await post(`/api/cti/${generic.token}`, body, headers)
    expect(status).toBe(400)
    expect(JSON.parse(text).error).toEqual(expect.any(String))
  })

  test('given a wrong, a switched-off or a sipgate token, it answers 401 before it reads anything', async () => {
    const off = await givenCtiSource(database.platform, city.cityId, { active: false })
    for (const token of ['falsch', off.token, sipgate.token]) {
      const { status, text } = await post(`/api/cti/${token}`, '{"event":')
      expect(status).toBe(401)
      expect(JSON.parse(text).error).toEqual(expect.any(String))
    }
    expect((await post(`/api/cti/sipgate/${generic.token}`, '', FORM_TYPE)).status).toBe(401)
  })

  test('given a call between other numbers, it answers 200 and stores nothing', async () => {
    const before = (await calls()).length
    expect((await postJson(newCall({ to: '492306999999' }))).status).toBe(200)
    expect((await postJson(newCall({ to: '23', from: '24' }))).status).toBe(200)
    expect((await postJson(newCall({ direction: 'out', to: '491725566445', from: '24' }))).status).toBe(200)
    expect(await calls()).toHaveLength(before)
  })

  test('given an outgoing call from one of our lines, it is kept without a promise', async () => {
    const event = newCall({ direction: 'out', from: line(), to: '491725566445' })
    expect((await postJson(event)).status).toBe(200)
    expect(await callOf(event['callId'])).toMatchObject({
      direction: 'out',
      caller: '+491725566445',
      answer_promise: null,
    })
  })

  test('given the same callId from two telephone systems, there are two calls', async () => {
    const other = await givenCtiSource(database.platform, city.cityId)
    const event = newCall()
    const before = (await calls()).length
    await postJson(event)
    await post(`/api/cti/${other.token}`, JSON.stringify(event))
    expect(await calls()).toHaveLength(before + 2)
  })

  test('given ten copies of three events at once, there is one call with each transition told once', async () => {
    const event = newCall()
    const { callId } = event
    const three = [
      event,
      { ...event, event: 'answer' },
      { ...event, event: 'hangup', cause: 'normalClearing' },
    ]
    const answers = await Promise.all(Array.from({ length: 10 }, () => three.map(postJson)).flat())
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const call = await callOf(callId)
    expect(call).toMatchObject({ state: 'ended', end_reason: 'caller-hung-up', answer_promise: 'kept' })
    const told = await database.platform.db
      .selectFrom('event')
      .select('kind')
      .where('subject_id', '=', call!.id)
      .where('kind', '<>', 'call.corrected')
      .execute()
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(
      expect.arrayContaining(['call.ended', 'call.offered']),
    )
    expect(new Set(told.map(({ kind }) => kind)).size).toBe(told.length)
  })
})

describe('the sipgate.io webhook', () => {
  const path = (source: GivenSource): string => `/api/cti/sipgate/${source.token}`

  test('given newCall on our line, the XML asks for answer and hangup at the same address', async () => {
    const fields = `${form(newCall())}&user[]=A&userId[]=w0&fullUserId[]=1w0&xcid=7&origCallId=1&diversion=2`
    const { status, type, text } = await post(path(sipgate), fields, FORM_TYPE)
    expect(status).toBe(200)
    expect(type).toContain('application/xml')
    const url = `http://localhost${path(sipgate)}`
    expect(text).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Response onAnswer="${url}" onHangup="${url}"/>\n`,
    )
  })

  test('given PUBLIC_URL, the address begins with it', async () => {
    const outside = ctiApp(database.platform, 'https://telefon.example.de')
    const response = await outside.request(path(sipgate), {
      method: 'POST',
      body: form(newCall()),
      headers: FORM_TYPE,
    })
    expect(await response.text()).toContain(`onHangup="https://telefon.example.de${path(sipgate)}"`)
  })

  test('given a hangup, or a call that is not ours, the XML asks for nothing', async () => {
    const hangup = { ...newCall(), event: 'hangup', cause: 'cancel' }
    for (const fields of [hangup, newCall({ to: '492306999999' })]) {
      const { status, text } = await post(path(sipgate), form(fields), FORM_TYPE)
      expect(status).toBe(200)
      expect(text).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<Response/>\n')
    }
  })

  test('given JSON, it answers 400', async () => {
    expect((await post(path(sipgate), JSON.stringify(newCall()))).status).toBe(400)
  })

  test('given a key, only the right signature over exactly these bytes is let in', async () => {
    const body = form(newCall())
    const send = (signature: string | null, sent = body) =>
      post(path(signed), sent, {
        ...FORM_TYPE,
        ...(signature === null ? {} : { 'x-sipgate-signature': signature }),
      })
    expect((await send(sipgateKey.signatureOf(body))).status).toBe(200)
    expect((await send(null)).status).toBe(401)
    expect((await send('Zm9v')).status).toBe(401)
    expect((await send('')).status).toBe(401)
    expect((await send(sipgateKey.signatureOf(body), `${body}&user=A`)).status).toBe(401)
    expect((await send(signer().signatureOf(body))).status).toBe(401)
  })

  test('given a key but no duty to sign, a missing signature passes and a wrong one does not', async () => {
    const source = await givenCtiSource(database.platform, city.cityId, {
      kind: 'sipgate',
      publicKey: sipgateKey.publicKey,
    })
    const body = form(newCall())
    expect((await post(path(source), body, FORM_TYPE)).status).toBe(200)
    expect((await post(path(source), body, { ...FORM_TYPE, 'x-sipgate-signature': 'Zm9v' })).status).toBe(401)
  })
})
