import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import { client } from '../people/request.testkit.ts'
import { asSystem, inTransaction } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { addNote } from './addNote.ts'
import { givenCase } from './cases.testkit.ts'
import { closeCase } from './closeCase.ts'
import { caseView } from './contract.ts'
import { forgetEmails } from './forgetEmails.ts'
import { findCase } from './findCase.ts'
import { handOver } from './handOver.ts'
import { readCase } from './readCase.ts'
import { caseRoutes } from './routes.ts'

const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

const looksAt = (id: string) =>
  database.platform.db
    .selectFrom('audit')
    .select(['action', 'account_id'])
    .where('subject_id', '=', id)
    .execute()

describe('opening', () => {
  test('given a new case, it has the city’s prefix and an event without personal data', async () => {
    const { id, number } = await givenCase(clerk.ctx, city)
    const { case_prefix } = await database.platform.db
      .selectFrom('city')
      .select('case_prefix')
      .where('id', '=', city.cityId)
      .executeTakeFirstOrThrow()
    expect(number.startsWith(`${case_prefix}-`)).toBe(true)
    const event = await database.platform.db
      .selectFrom('event')
      .select(['kind', 'data'])
      .where('case_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(event).toEqual({
      kind: 'case.opened',
      data: {
        answerBy: '2026-11-26T13:00:00.000Z',
        callId: null,
        channel: 'phone',
        serviceId: null,
        teamId: city.teams.office,
        practice: false,
        outcome: 'callback',
      },
    })
  })
})

describe('forgetting', () => {
  test('given a case that was closed 30 days ago, its e-mail address is removed, an open one keeps it', async () => {
    const { db, clock } = database.platform
    const [closed, open] = [await givenCase(clerk.ctx, city), await givenCase(clerk.ctx, city)]
    await inTransaction(clerk.ctx, (tx) => closeCase(tx, clerk.ctx, closed.id, 'settled'))
    const emails = async () => {
      const rows = await db
        .selectFrom('case')
        .select(['id', 'contact_email as email'])
        .where('city_id', '=', city.cityId)
        .execute()
      return new Map(rows.map(({ id, email }) => [id, email]))
    }
    clock.set('2026-12-23T07:59:00Z')
    await forgetEmails(database.platform)
    expect((await emails()).get(closed.id)).toBe('jana@example.org')
    clock.set('2026-12-23T08:00:00Z')
    await forgetEmails(database.platform)
    expect(await emails()).toEqual(
      new Map([
        [closed.id, null],
        [open.id, 'jana@example.org'],
      ]),
    )
  })
})

describe('reading', () => {
  test('given a case of the own team, shows all of it and writes the look down', async () => {
    const { id, number } = await givenCase(clerk.ctx, city)
    await addNote(clerk.ctx, id, { text: 'Unterlagen liegen vor.' })
    const view = await readCase(clerk.ctx, id)
    expect(caseView.parse(view)).toEqual(view)
    expect(view).toMatchObject({
      number,
      state: 'open',
      team: { name: 'Bürgerbüro' },
      line: 'Bürgerbüro',
      contactPhone: '+491713920012',
      contactPhoneNational: '0171 3920012',
      contactEmail: 'jana@example.org',
    })
    expect(view.timeline.map(({ text, by }) => `${by}: ${text}`)).toEqual([
      'Test clerk: Anliegen aufgenommen.',
      'Test clerk: Notiz: Unterlagen liegen vor.',
    ])
    expect(await looksAt(id)).toEqual([{ action: 'case.read', account_id: clerk.account.id }])
  })

  test('given another team’s case, a clerk is refused and nothing is looked at', async () => {
    const { id, number } = await givenCase(clerk.ctx, city, { teamId: city.teams.reports })
    await expect(readCase(clerk.ctx, id)).rejects.toMatchObject({ status: 403, code: 'other-team' })
    await expect(addNote(clerk.ctx, id, { text: 'x' })).rejects.toMatchObject({ status: 403 })
    await expect(findCase(clerk.ctx, { number })).rejects.toMatchObject({ status: 403 })
    expect(await looksAt(id)).toEqual([])
  })

  test.each(['lead', 'admin'] as const)('given the role %s, cases of every team are open', async (role) => {
    const { id } = await givenCase(clerk.ctx, city, { teamId: city.teams.reports })
    const other = await givenAccount(database.platform, city.cityId, role, { teamIds: [] })
    expect(await readCase(other.ctx, id)).toMatchObject({ id })
  })

  test('given an agent, everything is closed', async () => {
    const { id, number } = await givenCase(clerk.ctx, city)
    const agent = await givenAccount(database.platform, city.cityId, 'agent')
    const ask = client(database.platform, caseRoutes)
    const options = { cookie: agent.cookie }
    expect((await ask('GET', `/api/v1/cases/${id}`, options)).status).toBe(403)
    expect((await ask('GET', `/api/v1/cases?number=${number}`, options)).status).toBe(403)
    expect((await ask('POST', `/api/v1/cases/${id}/notes`, { ...options, body: { text: 'x' } })).status).toBe(
      403,
    )
    await expect(readCase(agent.ctx, id)).rejects.toMatchObject({ status: 403 })
  })

  test('given a case of another city, there is none', async () => {
    const elsewhere = await givenCity(database.platform)
    const { id } = await givenCase(clerk.ctx, city)
    const stranger = await givenAccount(database.platform, elsewhere.cityId, 'lead')
    await expect(readCase(stranger.ctx, id)).rejects.toMatchObject({ status: 404 })
    await expect(readCase(stranger.ctx, newId())).rejects.toMatchObject({ status: 404 })
  })
})

describe('finding', () => {
  test('given the number as people type it, finds the case', async () => {
    const { id, number } = await givenCase(clerk.ctx, city)
    expect(await findCase(clerk.ctx, { number: number.toLowerCase().replaceAll('-', ' ') })).toEqual({ id })
  })

  test('given a typing error, says so at the field', async () => {
    const { number } = await givenCase(clerk.ctx, city)
    const wrong = `${number.slice(0, -1)}${number.endsWith('0') ? '1' : '0'}`
    await expect(findCase(clerk.ctx, { number: wrong })).rejects.toMatchObject({
      status: 422,
      fields: { number: expect.stringContaining('Tippfehler') },
    })
  })
})

describe('ending and handing over', () => {
  test('given a closed case, it is neither closed again nor handed over', async () => {
    const { id } = await givenCase(clerk.ctx, city)
    const ctx = asSystem(database.platform, city.cityId)
    await inTransaction(ctx, (tx) => closeCase(tx, ctx, id, 'settled'))
    for (const late of [
      () => inTransaction(ctx, (tx) => closeCase(tx, ctx, id, 'withdrawn')),
      () => inTransaction(ctx, (tx) => handOver(tx, ctx, id, city.teams.reports)),
    ]) {
      await expect(late()).rejects.toMatchObject({ status: 409, code: 'case-closed' })
    }
  })

  test('given a hand-over, the event names both teams', async () => {
    const { id } = await givenCase(clerk.ctx, city)
    await inTransaction(clerk.ctx, (tx) => handOver(tx, clerk.ctx, id, city.teams.reports))
    const event = await database.platform.db
      .selectFrom('event')
      .select('data')
      .where('kind', '=', 'case.handed-over')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(event.data).toEqual({
      fromTeamId: city.teams.office,
      toTeamId: city.teams.reports,
      practice: false,
    })
  })
})
