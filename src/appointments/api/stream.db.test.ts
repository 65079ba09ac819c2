import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import { as, book, EIGHT, givenOffice, OFFICE, officeOf } from '../booking.testkit.ts'
import { saveOffice } from '../settings/saveOffice.ts'
import { givenPlan } from '../release/release.testkit.ts'
import { streamRoute } from './streamRoute.ts'

const database = useDatabase()
let city: GivenCity
let admin: Awaited<ReturnType<typeof givenAccount>>['ctx']

beforeAll(async () => {
  city = await givenCity(database.platform)
  admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
  await givenOffice(admin, { shifts: [{ people: 20 }] })
  await toldAll()
})

/** Messages come in order: with this one all before it have come. */
async function toldAll(): Promise<void> {
  const { live } = database.platform
  const told = new Promise<void>((resolve) => {
    live.subscribe(city.cityId, ({ topic }) => topic === 'end-of-setup' && resolve())
  })
  await live.signal({ city: city.cityId, topic: 'end-of-setup', subject: '' })
  await told
}

const route = streamRoute({ total: 3, perNetwork: 2 })
async function open(headers: Record<string, string> = {}) {
  const response = await client(database.platform, [route])('GET', '/api/v1/stream', { headers })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const pump = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += value
    }
  }
  void pump()
  return {
    response,
    text: () => text,
    lastId: () => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '',
    async until(wanted: string | RegExp): Promise<void> {
      await expect.poll(() => text, { timeout: 10_000, interval: 10 }).toMatch(wanted)
    },
    async close() {
      await reader.cancel()
      await sleep(10)
    },
  }
}
const bookOne = () => book(as(database.platform, city.cityId, 'citizen'), EIGHT)
const from = (address: string) => ({ 'x-forwarded-for': address })

test('given a booking, its day is told within a second, with no word of who booked', async () => {
  const stream = await open()
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream')
  await stream.until('event: ready')
  await bookOne()
  await stream.until(/event: day\ndata: \{"office":"buergerbuero","date":"2026-11-24","version":\d+\}\n\n/)
  expect(stream.text()).not.toMatch(/Kim|example|LU-T/)
  await stream.close()
})

test('given somebody who comes back with the last id, only what was missed is told; with an unknown one, to start over', async () => {
  const first = await open()
  await first.until('event: ready')
  const id = first.lastId()
  await first.close()
  await bookOne()
  await sleep(300)
  const second = await open({ 'last-event-id': id })
  await second.until('event: day')
  expect(second.text().match(/event: day/g)).toHaveLength(1)
  await second.close()
  const third = await open({ 'last-event-id': 'elsewhere.7' })
  await third.until('event: all')
  await third.close()
})

test('given changed plans, everybody is told to start over', async () => {
  const stream = await open()
  await stream.until('event: ready')
  await saveOffice(admin, OFFICE, officeOf({ name: 'Rathaus' }))
  await stream.until('event: all')
  await stream.close()
})

test('given a full network, another still gets in; given all is full, nobody, and both are told when to come back', async () => {
  const two = [await open(from('203.0.113.1')), await open(from('203.0.113.1'))]
  const refused = await client(database.platform, [route])('GET', '/api/v1/stream', {
    headers: from('203.0.113.1'),
  })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  const third = await open(from('2001:db8::1'))
  const full = await client(database.platform, [route])('GET', '/api/v1/stream', {
    headers: from('203.0.113.2'),
  })
  expect([full.status, full.headers.get('retry-after')]).toEqual([503, '30'])
  for (const stream of [...two, third]) await stream.close()
  const again = await open(from('203.0.113.1'))
  expect(again.response.status).toBe(200)
  await again.close()
})

test('given an announced batch, whoever connects is told when it opens and which days', async () => {
  const lead = (await givenAccount(database.platform, city.cityId, 'lead')).ctx
  const opens = { date: '2026-11-29', at: 14 * 60 }
  await givenPlan([lead, admin], { kind: 'batch', opens }, { from: '2026-12-07', until: '2026-12-31' })
  await toldAll()
  const stream = await open()
  await stream.until('event: releases')
  const told = { office: OFFICE, opens: '2026-11-29T13:00:00.000Z', from: '2026-12-07', until: '2026-12-31' }
  expect(stream.text()).toContain(`data: ${JSON.stringify({ releases: [told] })}\n\n`)
  await stream.close()
})

test('given a release whose moment comes, who listens hears it in that second, once', async () => {
  const { clock } = database.platform
  const before = clock.now()
  const lead = (await givenAccount(database.platform, city.cityId, 'lead')).ctx
  const opens = { date: '2026-11-24', at: 14 * 60 }
  await givenPlan([lead, admin], { kind: 'batch', opens }, { from: '2027-01-11', until: '2027-01-15' })
  await toldAll()
  clock.set('2026-11-24T12:59:59Z')
  const stream = await open(from('192.0.2.77'))
  await stream.until('event: ready')
  expect(stream.text()).not.toContain('event: released')
  clock.set('2026-11-24T13:00:00Z')
  const days = { office: OFFICE, from: '2027-01-11', until: '2027-01-15' }
  await stream.until(`event: released\ndata: ${JSON.stringify(days)}\n`)
  clock.set('2026-11-24T13:00:05Z')
  // The clock looks once more, and something else is told after it.
  await sleep(1_500)
  await book(as(database.platform, city.cityId, 'citizen'), EIGHT + 86_400_000)
  await stream.until('event: day')
  expect(stream.text().match(/event: released/g)).toHaveLength(1)
  await stream.close()
  clock.set(before.toISOString())
})
