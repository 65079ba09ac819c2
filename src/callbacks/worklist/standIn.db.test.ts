import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { readCase } from '../../cases/index.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { changeAccount } from '../../people/index.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { callBack } from '../attempts/callBack.ts'
import { FakeSwitchboard, givenCallback } from '../callbacks.testkit.ts'
import { givenAbsence, givenEntries } from '../roster/roster.testkit.ts'
import { handOverShift } from './handOverShift.ts'
import { readWorklist } from './readWorklist.ts'
import { sweepStandIns } from './standIn.ts'
import { takeCallback } from './take.ts'
import { takeNext } from './takeNext.ts'

const database = useDatabase()
let city: GivenCity
let anna: GivenAccount
let ben: GivenAccount
let carla: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T13:05:00Z')
  city = await givenCity(database.platform)
  const clerk = (name: string) => givenAccount(database.platform, city.cityId, 'clerk', { name })
  ;[anna, ben, carla] = [await clerk('Anna Probe'), await clerk('Ben Probe'), await clerk('Carla Probe')]
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  await changeAccount(admin.ctx, anna.account.id, {
    name: 'Anna Probe',
    role: 'clerk',
    providerId: null,
    teamIds: [city.teams.office],
    active: true,
    deputyId: ben.account.id,
  })
})

const row = (id: string) =>
  database.platform.db.selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

async function annas(): Promise<{ id: string; caseId: string }> {
  const made = await givenCallback(database.platform, city, anna.ctx)
  await takeCallback(anna.ctx, made.id)
  return made
}
/** For Anna by name, in the list. */
async function forAnna(): Promise<{ id: string; caseId: string }> {
  const made = await givenCallback(database.platform, city, anna.ctx)
  await takeCallback(ben.ctx, made.id)
  const items = [{ id: made.id, toId: anna.account.id, note: 'kennt den Fall' }]
  await handOverShift(ben.ctx, { items })
  return made
}
const absent = ({ account }: GivenAccount) =>
  givenAbsence(database.platform, city.cityId, account.id, '2026-11-23')

test('given an owner who is reported absent, it is the deputy’s next, visibly, and the promise runs on', async () => {
  const { id, caseId } = await annas()
  database.platform.clock.set('2026-11-23T13:40:00Z')
  await absent(anna)
  await sweepStandIns(database.platform)
  expect(await row(id)).toMatchObject({
    state: 'waiting',
    promise: 'open',
    owner_id: null,
    reserved_for: anna.account.id,
    stand_in_id: ben.account.id,
  })
  const [item] = (await readWorklist(ben.ctx)).items
  expect(item?.reservedFor).toMatchObject({ name: 'Anna Probe', away: 'heute abwesend', free: true })
  await expect(takeNext(carla.ctx)).rejects.toMatchObject({ code: 'nothing-waits' })
  expect(await takeNext(ben.ctx)).toEqual({ id, why: 'stand-in' })
  expect((await readCase(ben.ctx, caseId)).timeline.map(({ text }) => text)).toContain(
    'Anna Probe ist nicht im Dienst: Vertretung durch Ben Probe.',
  )
})

test('given a deputy who is absent too, the team has it', async () => {
  const { id } = await forAnna()
  await absent(anna)
  await absent(ben)
  await sweepStandIns(database.platform)
  expect(await takeNext(carla.ctx)).toEqual({ id, why: 'usual' })
})

test('given a break after which there is time enough, nothing changes; and when it would break, it does, until the person is back', async () => {
  const { id, caseId } = await forAnna()
  const entry = { teamId: city.teams.office, accountId: anna.account.id }
  // Until 13:30 at the counter, by the roster.
  await givenEntries(database.platform, city.cityId, { ...entry, opens: 14 * 60 + 30, closes: 16 * 60 })
  await sweepStandIns(database.platform)
  expect(await row(id)).toMatchObject({ away_until: null })
  await database.pool.query(`update callback set due_until = '2026-11-23T13:35:00Z' where id = $1`, [id])
  await sweepStandIns(database.platform)
  expect(await row(id)).toMatchObject({
    away_until: new Date('2026-11-23T13:30:00Z'),
    stand_in_id: ben.account.id,
  })
  expect((await readWorklist(carla.ctx)).items[0]?.reservedFor).toMatchObject({
    away: 'bis 14:30 Uhr nicht da',
    free: false,
  })
  database.platform.clock.set('2026-11-23T13:31:00Z')
  await sweepStandIns(database.platform)
  expect(await row(id)).toMatchObject({ away_until: null, stand_in_id: null })
  expect((await readCase(ben.ctx, caseId)).timeline.at(-1)?.text).toBe('Anna Probe ist wieder im Dienst.')
})

test('given two sweeps at once, one of them changes it and one event says so', async () => {
  const { id } = await forAnna()
  await absent(anna)
  await Promise.all([sweepStandIns(database.platform), sweepStandIns(database.platform)])
  const events = await database.platform.db
    .selectFrom('event')
    .select('id')
    .where('subject_id', '=', id)
    .where('kind', '=', 'callback.stood-in')
    .execute()
  expect(events).toHaveLength(1)
})

test('given an owner who is calling, nobody takes it away', async () => {
  const { id } = await annas()
  await callBack(anna.ctx, new FakeSwitchboard(), id)
  database.platform.clock.set('2026-11-23T13:40:00Z')
  await absent(anna)
  await sweepStandIns(database.platform)
  expect(await row(id)).toMatchObject({ state: 'taken', owner_id: anna.account.id })
})
