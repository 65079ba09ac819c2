import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../../city/city.testkit.ts'
import { givenAccount } from '../../../people/people.testkit.ts'
import { client } from '../../../people/request.testkit.ts'
import { as, book, EIGHT, givenOffice, OFFICE, officeOf, shiftOf } from '../../booking.testkit.ts'
import { saveOffice } from '../../settings/saveOffice.ts'
import { saveShift } from '../../settings/saveShift.ts'
import { calendarView } from './calendarView.ts'
import { zmsRoutes } from './zmsRoutes.ts'

const database = useDatabase()
let city: GivenCity
let request: ReturnType<typeof client>

beforeAll(async () => {
  city = await givenCity(database.platform)
  const admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
  await givenOffice(admin, { shifts: [{ people: 1 }] })
  await saveOffice(admin, 'rathaus', officeOf({ name: 'Rathaus' }))
  await saveShift(
    admin,
    'rathaus',
    null,
    shiftOf({ opens: 540, closes: 570, pattern: { kind: 'day', date: '2026-11-25' } }),
  )
  request = client(database.platform, zmsRoutes)
})

const ask = (query: Record<string, string>, path = '/available-calendar/') =>
  request('GET', `${path}?${new URLSearchParams(query).toString()}`)
const good = {
  startDate: '2026-11-23',
  endDate: '2026-12-31',
  officeIds: `${OFFICE},rathaus`,
  serviceIds: 'eid-pin',
  serviceCounts: '1',
  slotsStartDate: '2026-11-24',
  slotsEndDate: '2026-11-25',
}

test('given two offices, the wanted days have their times in seconds, and the nearest other days are named', async () => {
  await book(as(database.platform, city.cityId, 'citizen'), EIGHT)
  const answer = await ask(good)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('etag')).toBeTruthy()
  const view = calendarView.parse(await answer.json())
  expect(view).toMatchObject({ prevBookableDate: '2026-11-23', nextBookableDate: '2026-11-26' })
  expect(view.availableDays.map(({ date, providerIDs }) => [date, providerIDs])).toEqual([
    ['2026-11-24', OFFICE],
    ['2026-11-25', `${OFFICE},rathaus`],
  ])
  const [tuesday, wednesday] = view.availableDays
  expect(tuesday?.offices[0]?.appointments).toHaveLength(7)
  expect(tuesday?.offices[0]?.appointments[0]).toBe(EIGHT / 1000 + 900)
  expect(wednesday?.offices[1]).toEqual({
    officeId: 'rathaus',
    appointments: [EIGHT / 1000 + 86_400 + 3_600, EIGHT / 1000 + 86_400 + 4_500],
  })
})

test('given no slash at the end, answers the same', async () => {
  expect(await (await ask(good, '/available-calendar')).json()).toEqual(await (await ask(good)).json())
})

test.each([
  ['an unknown office', { officeIds: '102522' }, 'invalidLocationAndServiceCombination'],
  ['a service that is not given there', { serviceIds: 'mondflug' }, 'invalidLocationAndServiceCombination'],
  ['no date', { startDate: '' }, 'invalidStartDate'],
])('given %s, answers 400 in the shape of ZMS', async (_, wrong, errorCode) => {
  const answer = await ask({ ...good, ...wrong })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ errors: [{ errorCode, statusCode: 400 }] })
})
