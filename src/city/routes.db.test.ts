import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenAccount } from '../people/people.testkit.ts'
import { client } from '../people/request.testkit.ts'
import { givenCity } from './city.testkit.ts'
import { cityView, todayView } from './contract.ts'
import { cityRoutes } from './routes.ts'

const database = useDatabase()

async function givenCookie(role: 'admin' | 'agent') {
  const city = await givenCity(database.platform)
  const { cookie } = await givenAccount(database.platform, city.cityId, role)
  return { ...city, cookie, request: client(database.platform, cityRoutes) }
}

test('given an administrator, every answer has the shape of the contract', async () => {
  const { cookie, request, teams } = await givenCookie('admin')
  const first = cityView.parse(await (await request('GET', '/api/v1/city', { cookie })).json())
  expect(first.holidays.find(({ date }) => date === '2027-05-27')?.name).toBe('Fronleichnam')
  const closure = { date: '2026-11-27', reason: 'Brückentag' }
  const closed = await request('POST', '/api/v1/city/closures', { cookie, body: closure })
  expect(cityView.parse(await closed.json()).closures).toEqual([closure])
  const opened = await request('DELETE', '/api/v1/city/closures/2026-11-27', { cookie })
  expect(cityView.parse(await opened.json()).closures).toEqual([])
  const team = { name: 'Bürgeramt', kind: 'office', providerId: null, callbacksPerHour: 8 }
  const changed = await request('PUT', `/api/v1/city/teams/${teams.office}`, { cookie, body: team })
  expect(cityView.parse(await changed.json()).teams).toContainEqual({ id: teams.office, ...team })
})

test('given a wrong time, answers 422 with the sentence at the field', async () => {
  const { cookie, request } = await givenCookie('admin')
  const body = { hours: [{ weekday: 1, opens: '8', closes: '12:00' }] }
  const answer = await request('PUT', '/api/v1/city/hours', { cookie, body })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    error: { fields: { 'hours.0.opens': 'Bitte als HH:MM schreiben, zum Beispiel 08:00.' } },
  })
})

test('given an id that is none, answers 404', async () => {
  const { cookie, request } = await givenCookie('admin')
  const body = { name: 'X', kind: 'office', providerId: null, callbacksPerHour: 8 }
  expect((await request('PUT', '/api/v1/city/teams/x', { cookie, body })).status).toBe(404)
})

test('given an agent, answers today and nothing else of the city', async () => {
  const { cookie, request } = await givenCookie('agent')
  const today = await request('GET', '/api/v1/notices/today', { cookie })
  expect(todayView.parse(await today.json())).toEqual({
    open: true,
    hoursText: 'heute bis 12:30 Uhr, dann wieder ab 13:30 Uhr',
    notices: [],
  })
  expect((await request('GET', '/api/v1/city', { cookie })).status).toBe(403)
})

test.each(['0000-01-01', '9999-12-31'])(
  'given a closure on %s, says that the year is wrong',
  async (date) => {
    const { cookie, request } = await givenCookie('admin')
    const body = { date, reason: 'Brückentag' }
    const answer = await request('POST', '/api/v1/city/closures', { cookie, body })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      error: { fields: { date: 'Bitte ein Jahr zwischen 1900 und 2199 angeben.' } },
    })
  },
)
