import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity } from '../city/city.testkit.ts'
import { accountView, me, sessionView } from './contract.ts'
import { givenAccount } from './people.testkit.ts'
import { client } from './request.testkit.ts'
import { peopleRoutes } from './routes.ts'

const database = useDatabase()

async function givenRequest(tls = false) {
  const { cityId } = await givenCity(database.platform)
  const { account } = await givenAccount(database.platform, cityId, 'admin')
  const request = client(database.platform, peopleRoutes({ tls }))
  const body = { login: account.login, password: account.password }
  const signIn = (headers: Record<string, string> = {}) =>
    request('POST', '/api/v1/session', { body, headers })
  return { request, signIn, account }
}

const cookieOf = (answer: Response) => answer.headers.get('set-cookie') ?? ''

test('given the right password, sets a cookie that scripts cannot read and answers who it is', async () => {
  const { request, signIn, account } = await givenRequest()
  const answer = await signIn()
  expect(cookieOf(answer)).toMatch(/^freizeichen_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/)
  expect(cookieOf(answer)).toContain('Path=/')
  expect(me.parse(await answer.json())).toMatchObject({ login: account.login, role: 'admin' })
  const cookie = cookieOf(answer).split(';')[0]!
  expect(me.parse(await (await request('GET', '/api/v1/session', { cookie })).json()).id).toBe(account.id)
  const sessions = await (await request('GET', '/api/v1/sessions', { cookie })).json()
  expect(sessionView.array().parse(sessions)).toHaveLength(2)
  const accounts = await (await request('GET', '/api/v1/accounts', { cookie })).json()
  expect(accountView.array().parse(accounts)).toHaveLength(1)
  const out = await request('DELETE', '/api/v1/session', { cookie })
  expect([out.status, cookieOf(out)]).toEqual([204, expect.stringContaining('Max-Age=0')])
  expect((await request('GET', '/api/v1/session', { cookie })).status).toBe(401)
})

test('given TLS by PUBLIC_URL or at the proxy, the cookie is secure', async () => {
  const plain = await givenRequest()
  expect(cookieOf(await plain.signIn())).not.toContain('Secure')
  expect(cookieOf(await plain.signIn({ 'x-forwarded-proto': 'https' }))).toContain('Secure')
  const { signIn } = await givenRequest(true)
  expect(cookieOf(await signIn())).toContain('Secure')
})

test('given a page of somebody else, does not sign in', async () => {
  const { signIn } = await givenRequest()
  expect((await signIn({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await signIn({ origin: 'https://boese.example' })).status).toBe(403)
  expect((await signIn({ origin: 'null' })).status).toBe(403)
})

test('given an empty form, says at each field what is missing', async () => {
  const { request } = await givenRequest()
  const answer = await request('POST', '/api/v1/session', { body: {} })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    error: {
      fields: { login: 'Bitte den Anmeldenamen eingeben.', password: 'Bitte das Kennwort eingeben.' },
    },
  })
})

test('given a wrong password, sets no cookie', async () => {
  const { request, account } = await givenRequest()
  const body = { login: account.login, password: 'falsch' }
  const answer = await request('POST', '/api/v1/session', { body })
  expect([answer.status, cookieOf(answer)]).toEqual([401, ''])
})

test('given text that cannot be stored, says so at the field', async () => {
  const { request } = await givenRequest()
  const answer = await request('POST', '/api/v1/session', { body: { login: 'a\0b', password: 'geheim' } })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    error: { fields: { login: expect.stringContaining('nicht speichern') } },
  })
})

test('given JSON that is no object, answers 400', async () => {
  const { request } = await givenRequest()
  expect((await request('POST', '/api/v1/session', { body: null })).status).toBe(400)
  expect((await request('POST', '/api/v1/session', { body: [] })).status).toBe(400)
})
