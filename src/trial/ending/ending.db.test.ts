import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { linesOf } from '../../city/index.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { signIn } from '../../people/signIn.ts'
import { decideTrial, saveTrial, startTrial } from '../plan/saveTrial.ts'
import { play } from '../history.testkit.ts'
import { aPlan } from '../trial.testkit.ts'
import { closeTrial } from '../verdict/closeTrial.ts'
import { endProvider } from './endProvider.ts'
import { planEnding, readEnding, withdrawEnding } from './planEnding.ts'

const database = useDatabase()
let city: GivenCity
let lead: GivenAccount
let agent: GivenAccount
let clerk: GivenAccount
let trialId: string

const set = (at: string): void => database.platform.clock.set(at)

beforeEach(async () => {
  const { platform } = database
  set('2026-11-02T08:00:00Z')
  city = await givenCity(platform)
  lead = await givenAccount(platform, city.cityId, 'lead')
  agent = await givenAccount(platform, city.cityId, 'agent')
  clerk = await givenAccount(platform, city.cityId, 'clerk')
  trialId = await saveTrial(lead.ctx, null, aPlan())
  await startTrial(lead.ctx, trialId)
  await closeTrial(lead.ctx, trialId)
})

const decide = (decision: 'end' | 'continue') =>
  decideTrial(lead.ctx, trialId, { decision, text: 'Der Rat am 5. November.' })
const input = () => ({ providerId: city.providerId, teamId: city.teams.office, onDay: '2026-12-01' })
const lines = async () =>
  new Map((await linesOf(database.platform.db, city.cityId)).map((line) => [line.name, line.answeringTeamId]))
const end = () => endProvider(database.platform, city.cityId, trialId)

describe('the end of a provider', () => {
  test('given its day, its lines answer in the city, its accounts are closed without a name, and a protocol says so in counts', async () => {
    await decide('end')
    await play({ platform: database.platform, city, clerk: agent.ctx, sourceId: '' }, [
      { kind: 'phone', source: 'asterisk', wait: 1_000, waitMs: 4_000, talkMs: 60_000 },
      { kind: 'case', wait: 1_000, practice: false, outcome: 'settled' },
    ])
    const before = await lines()
    await planEnding(lead.ctx, trialId, input())
    // The city's midnight is 23:00 in UTC.
    set('2026-11-30T22:59:59Z')
    await end()
    expect(await lines()).toEqual(before)
    set('2026-11-30T23:00:00Z')
    await end()
    expect([...new Set((await lines()).values())]).toEqual([city.teams.office])

    const { done } = await readEnding(lead.ctx, trialId)
    expect(done).toMatchObject({
      at: '2026-11-30T23:00:00.000Z',
      protocol: {
        accounts: 1,
        sessions: 1,
        calls: 1,
        cases: 1,
        drafts: 0,
        lines: [...before.keys()].toSorted(),
      },
    })
    const { db } = database.platform
    const account = await db
      .selectFrom('account')
      .selectAll()
      .where('id', '=', agent.ctx.actor.accountId)
      .executeTakeFirstOrThrow()
    expect(account).toMatchObject({
      active: false,
      name: 'Ehemals Dienstleister 1',
      skills: [],
      languages: [],
    })
    await expect(
      signIn(
        database.platform,
        { login: agent.account.login, password: agent.account.password },
        { address: '', userAgent: '' },
      ),
    ).rejects.toMatchObject({ status: 401 })
    expect(await db.selectFrom('session').selectAll().where('account_id', '=', account.id).execute()).toEqual(
      [],
    )
    // What others do goes on.
    await end()
    await expect(withdrawEnding(lead.ctx, trialId)).rejects.toMatchObject({ status: 409 })
    await expect(
      db.updateTable('provider_ending').set({ protocol: '{}' }).where('trial_id', '=', trialId).execute(),
    ).rejects.toThrow('stays')
  })

  test('given it is withdrawn before its day, nothing happens', async () => {
    await decide('end')
    await planEnding(lead.ctx, trialId, input())
    await withdrawEnding(lead.ctx, trialId)
    set('2026-12-02T08:00:00Z')
    const before = await lines()
    await end()
    expect(await lines()).toEqual(before)
    expect(await readEnding(lead.ctx, trialId)).toMatchObject({ planned: null, done: null })
  })

  test('given another decision, a team of the provider, a day that is over, or no right, says so', async () => {
    await decide('end')
    const refused = (over: object, status: number, field: string) =>
      expect(planEnding(lead.ctx, trialId, { ...input(), ...over })).rejects.toMatchObject({
        status,
        fields: { [field]: expect.any(String) as string },
      })
    await refused({ teamId: city.teams.serviceDesk }, 422, 'teamId')
    await refused({ providerId: trialId }, 422, 'providerId')
    await refused({ onDay: '2026-11-01' }, 422, 'onDay')
    await planEnding(lead.ctx, trialId, input())
    await refused({}, 422, 'onDay')
    for (const who of [agent, clerk]) {
      await expect(planEnding(who.ctx, trialId, input())).rejects.toMatchObject({ status: 403 })
      await expect(withdrawEnding(who.ctx, trialId)).rejects.toMatchObject({ status: 403 })
      await expect(readEnding(who.ctx, trialId)).rejects.toMatchObject({ status: 403 })
    }
  })

  test('given a city that goes on, there is no end to plan', async () => {
    await decide('continue')
    await expect(planEnding(lead.ctx, trialId, input())).rejects.toMatchObject({
      status: 409,
      code: 'decision',
    })
  })
})
