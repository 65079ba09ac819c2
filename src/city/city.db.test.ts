import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenAccount } from '../people/people.testkit.ts'
import type { StaffContext } from '../platform/context.ts'
import { readEvents } from '../platform/events/events.ts'
import { addClosure } from './addClosure.ts'
import { changeCity } from './changeCity.ts'
import { changeHours } from './changeHours.ts'
import { givenCity } from './city.testkit.ts'
import { lineById, lineByNumber } from './lineOf.ts'
import { readCity } from './readCity.ts'
import { removeClosure } from './removeClosure.ts'
import { saveLine } from './saveLine.ts'
import { saveProvider } from './saveProvider.ts'
import { saveTeam } from './saveTeam.ts'
import { serviceHoursOf } from './serviceHoursOf.ts'
import { todayView } from './todayView.ts'

const database = useDatabase()

async function givenAdmin() {
  const city = await givenCity(database.platform)
  const { ctx } = await givenAccount(database.platform, city.cityId, 'admin')
  return { ...city, ctx }
}

const kinds = async ({ db, cityId }: StaffContext): Promise<string[]> =>
  (await readEvents(db, cityId, { from: new Date(0), to: new Date('2100-01-01') })).map(({ kind }) => kind)

const line = (teams: { serviceDesk: string; office: string }, number: string) => ({
  number,
  name: 'Standesamt',
  purpose: 'service' as const,
  greeting: 'Guten Tag, Standesamt.',
  answeringTeamId: teams.serviceDesk,
  callbackTeamId: teams.office,
  active: true,
})
const team = { name: 'Ordnungsamt', kind: 'department', providerId: null, callbacksPerHour: 3 } as const
const provider = { name: 'Andere GmbH', contractOn: '2026-10-01' }
const cityChange = {
  name: 'Neustadt',
  title: 'Stadt Neustadt',
  land: 'NI',
  areaCode: '0511',
  hostnames: [],
} as const

test.each(['agent', 'clerk', 'report', 'lead'] as const)(
  'given the role %s, refuses every change',
  async (role) => {
    const { cityId, teams } = await givenCity(database.platform)
    const { ctx } = await givenAccount(database.platform, cityId, role)
    const refused = { status: 403 }
    await expect(changeCity(ctx, { ...cityChange, hostnames: [] })).rejects.toMatchObject(refused)
    await expect(changeHours(ctx, [])).rejects.toMatchObject(refused)
    await expect(addClosure(ctx, { date: '2026-11-27', reason: 'x' })).rejects.toMatchObject(refused)
    await expect(removeClosure(ctx, '2026-11-27')).rejects.toMatchObject(refused)
    await expect(saveLine(ctx, null, line(teams, '12345'))).rejects.toMatchObject(refused)
    await expect(saveTeam(ctx, null, team)).rejects.toMatchObject(refused)
    await expect(saveProvider(ctx, null, provider)).rejects.toMatchObject(refused)
    if (role === 'agent') await expect(readCity(ctx)).rejects.toMatchObject(refused)
    else expect((await readCity(ctx)).id).toBe(cityId)
    expect(await kinds(ctx)).toEqual([])
  },
)

test('given a new week, counts by it at once and tells it as an event', async () => {
  const { ctx, cityId } = await givenAdmin()
  const monday = new Date('2026-11-23T18:00:00+01:00')
  expect((await serviceHoursOf(ctx.db, cityId)).isOpen(monday)).toBe(false)
  await changeHours(ctx, [{ weekday: 1, opens: '17:00', closes: '24:00' }])
  expect((await serviceHoursOf(ctx.db, cityId)).isOpen(monday)).toBe(true)
  expect((await readCity(ctx)).hours).toEqual([{ weekday: 1, opens: '17:00', closes: '24:00' }])
  expect(await kinds(ctx)).toEqual(['hours.changed'])
})

test('given openings that overlap, names the field and keeps the old week', async () => {
  const { ctx } = await givenAdmin()
  const before = (await readCity(ctx)).hours
  const week = [
    { weekday: 1, opens: '08:00', closes: '12:30' },
    { weekday: 1, opens: '12:00', closes: '16:00' },
  ]
  await expect(changeHours(ctx, week)).rejects.toMatchObject({
    status: 422,
    fields: { 'hours.1.opens': 'Diese Zeit überschneidet sich mit Montag, 08:00 bis 12:30 Uhr.' },
  })
  expect((await readCity(ctx)).hours).toEqual(before)
})

test('given a bridge day, it is closed at once, read aloud, and open again after its removal', async () => {
  const { ctx, cityId } = await givenAdmin()
  await addClosure(ctx, { date: '2026-11-27', reason: 'Brückentag' })
  expect((await serviceHoursOf(ctx.db, cityId)).closedBecause('2026-11-27')).toBe('Brückentag')
  expect((await todayView(ctx.db, cityId, ctx.clock.now())).notices).toEqual([
    'Am Freitag, 27. November, ist das Rathaus geschlossen: Brückentag.',
  ])
  await expect(addClosure(ctx, { date: '2026-11-27', reason: 'Noch einmal' })).rejects.toMatchObject({
    fields: { date: 'Für diesen Tag ist schon eine Schließung eingetragen.' },
  })
  await removeClosure(ctx, '2026-11-27')
  expect((await serviceHoursOf(ctx.db, cityId)).closedBecause('2026-11-27')).toBeNull()
  await expect(removeClosure(ctx, '2026-11-27')).rejects.toMatchObject({ status: 404 })
  expect(await kinds(ctx)).toEqual(['closure.added', 'closure.removed'])
})

test('given a local number, stores it with the area code of the city', async () => {
  const { ctx, cityId, teams } = await givenAdmin()
  const id = await saveLine(ctx, null, line(teams, '104 77 88'))
  expect(await lineByNumber(ctx.db, '+4923061047788')).toMatchObject({ cityId, id, name: 'Standesamt' })
  expect((await readCity(ctx)).lines.at(-1)).toMatchObject({ id, numberNational: '02306 1047788' })
  await saveLine(ctx, id, { ...line(teams, '02306 1047789'), active: false })
  expect(await lineById(ctx.db, cityId, id)).toMatchObject({ number: '+4923061047789', active: false })
})

test('given a number that is no number or is in use, says so at the field', async () => {
  const { ctx, teams, lines } = await givenAdmin()
  await expect(saveLine(ctx, null, line(teams, 'abc'))).rejects.toMatchObject({
    status: 422,
    fields: { number: expect.any(String) },
  })
  await expect(saveLine(ctx, null, line(teams, lines.service.number))).rejects.toMatchObject({
    fields: { number: 'Diese Rufnummer ist schon eingetragen.' },
  })
  const foreign = await givenCity(database.platform)
  await expect(
    saveLine(ctx, null, { ...line(teams, '02306 555111'), callbackTeamId: foreign.teams.office }),
  ).rejects.toMatchObject({ fields: { callbackTeamId: 'Bitte ein Team dieser Stadt wählen.' } })
})

test('given the id of another city, finds nothing to change', async () => {
  const { ctx } = await givenAdmin()
  const foreign = await givenCity(database.platform)
  await expect(saveTeam(ctx, foreign.teams.office, team)).rejects.toMatchObject({ status: 404 })
  await expect(saveProvider(ctx, foreign.providerId, provider)).rejects.toMatchObject({ status: 404 })
  await expect(
    saveLine(ctx, foreign.lines.service.id, line(foreign.teams, '02306 555112')),
  ).rejects.toMatchObject({ status: 404 })
})

test('given teams and providers, adds and changes them, each name once', async () => {
  const { ctx, providerId } = await givenAdmin()
  const id = await saveTeam(ctx, null, team)
  await saveTeam(ctx, id, { ...team, callbacksPerHour: 9 })
  expect((await readCity(ctx)).teams).toContainEqual({ id, ...team, callbacksPerHour: 9 })
  await expect(saveTeam(ctx, null, team)).rejects.toMatchObject({ fields: { name: expect.any(String) } })
  await saveProvider(ctx, providerId, provider)
  expect((await readCity(ctx)).providers).toEqual([{ id: providerId, ...provider }])
  await expect(saveProvider(ctx, null, provider)).rejects.toMatchObject({
    fields: { name: expect.any(String) },
  })
})

test('given a host name of another city, refuses it', async () => {
  await givenCity(database.platform, { hostnames: ['andere.example'] })
  const { ctx } = await givenAdmin()
  await expect(changeCity(ctx, { ...cityChange, hostnames: ['andere.example'] })).rejects.toMatchObject({
    fields: { hostnames: 'Unter andere.example antwortet schon eine andere Stadt.' },
  })
  await changeCity(ctx, { ...cityChange, hostnames: ['neu.example', 'neu.example'] })
  expect(await readCity(ctx)).toMatchObject({ name: 'Neustadt', land: 'NI', hostnames: ['neu.example'] })
})
