import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import { liveRoute } from './liveRoute.ts'

const database = useDatabase()
let city: GivenCity
let agent: GivenAccount
let clerk: GivenAccount
let signedIn = true

beforeAll(async () => {
  city = await givenCity(database.platform)
  agent = await givenAccount(database.platform, city.cityId, 'agent')
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

const open = async (account: GivenAccount) => {
  const route = liveRoute({ stillSignedIn: async () => signedIn, heartbeatMs: 40, sessionCheckMs: 60 })
  const response = await client(database.platform, [route])('GET', '/api/v1/live', { cookie: account.cookie })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let over = false
  const pump = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read()
      over ||= done
      if (done) return
      text += value
    }
  }
  void pump()
  return {
    response,
    text: () => text,
    over: () => over,
    close: () => reader.cancel(),
    async until(wanted: string): Promise<void> {
      for (let waited = 0; !text.includes(wanted) && waited < 3000; waited += 10) await sleep(10)
      expect(text).toContain(wanted)
    },
  }
}
const signal = (topic: string, subject: string) =>
  database.platform.live.signal({ city: city.cityId, topic, subject })

test('given an agent, the own desk is heard and nothing of anybody else', async () => {
  const stream = await open(agent)
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream')
  await stream.until('retry: 1000')
  await signal('callback.promised', 'somebody')
  await signal('desk', clerk.account.id)
  await signal('desk', agent.account.id)
  const own = JSON.stringify({ topic: 'desk', subject: agent.account.id })
  await stream.until(`event: change\ndata: ${own}\n\n`)
  expect(stream.text()).not.toContain('callback.promised')
  expect(stream.text()).not.toContain(clerk.account.id)
  await stream.close()
})

test('given silence, a heartbeat says that the link lives', async () => {
  const stream = await open(clerk)
  await stream.until(': \n\n')
  await stream.close()
})

test('given a session that ends, the stream ends', async () => {
  const stream = await open(clerk)
  await stream.until('retry: 1000')
  signedIn = false
  for (let waited = 0; !stream.over() && waited < 3000; waited += 10) await sleep(10)
  expect(stream.over()).toBe(true)
  signedIn = true
})

test('given nobody signed in, answers 401', async () => {
  const route = liveRoute({ stillSignedIn: async () => true })
  expect((await client(database.platform, [route])('GET', '/api/v1/live')).status).toBe(401)
})
