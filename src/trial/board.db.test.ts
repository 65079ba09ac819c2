import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { decideDue } from '../callbacks/promises/decideDue.ts'
import { givenCallback } from '../callbacks/callbacks.testkit.ts'
import { givenEndedCall } from '../callbacks/proposals/proposals.testkit.ts'
import { proposeCallback } from '../callbacks/proposals/proposeCallback.ts'
import { takeCallback } from '../callbacks/worklist/take.ts'
import { givenCity, type GivenCity } from '../city/city.testkit.ts'
import { givenAccount, type GivenAccount } from '../people/people.testkit.ts'
import { client } from '../people/request.testkit.ts'
import { asSystem } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { givenCtiSource } from '../telephony/cti/cti.testkit.ts'
import type { CtiEvent } from '../telephony/cti/ctiEvent.ts'
import { recordCtiEvent } from '../telephony/cti/recordCtiEvent.ts'
import type { TelephoneSnapshot } from '../telephony/index.ts'
import { board, dayFigures } from './contract.ts'
import { readBoard } from './readBoard.ts'
import { readFigures } from './readFigures.ts'
import { trialRoutes } from './routes.ts'

const database = useDatabase()
let city: GivenCity
let lead: GivenAccount
let clerk: GivenAccount
let sourceId: string
let telephone: TelephoneSnapshot
const switchboard = { snapshot: (): TelephoneSnapshot => telephone }

const at = (time: string): void => database.platform.clock.set(`2026-11-23T${time}Z`)
const hear = (callId: string, event: CtiEvent['event'], cause: CtiEvent['cause'] = null) => {
  const to = city.lines.service.number
  const said = { event, cause, callId, to, from: 'anonymous', direction: 'in', answeredBy: null } as const
  const ctx = { ...database.platform, cityId: city.cityId, actor: { kind: 'api' } } as const
  return recordCtiEvent(ctx, sourceId, said, database.platform.clock.now())
}
const ask = (path: string, cookie?: string, headers: Record<string, string> = {}) =>
  client(database.platform, trialRoutes(database.platform, switchboard))('GET', path, {
    ...(cookie ? { cookie } : {}),
    headers,
  })
const read = async () => board.parse(await readBoard(lead.ctx, switchboard))

beforeEach(async () => {
  at('08:00:00')
  city = await givenCity(database.platform)
  lead = await givenAccount(database.platform, city.cityId, 'lead')
  clerk = await givenAccount(database.platform, city.cityId, 'clerk', { name: 'Frau Beispiel' })
  sourceId = (await givenCtiSource(database.platform, city.cityId)).id
  telephone = {
    connected: false,
    well: false,
    note: 'Es ist keine Telefonanlage angeschlossen.',
    waiting: [],
    stations: [],
  }
})

describe('the board', () => {
  test('given a quiet morning, it is empty and says what the telephone says', async () => {
    const quiet = board.parse(await (await ask('/api/v1/board', lead.cookie)).json())
    expect(quiet).toMatchObject({
      waiting: [],
      atRisk: [],
      broken: [],
      callbacks: { dueToday: 0, atRisk: 0, brokenToday: 0 },
      lostCallers: 0,
      telephone: { well: false, note: 'Es ist keine Telefonanlage angeschlossen.' },
    })
    expect(quiet.lines).toMatchObject([
      { name: 'Bürgerbüro', open: true, waiting: 0 },
      { name: 'Bürgertelefon', open: true, waiting: 0 },
    ])
  })

  test('given callers of both sources, they wait in order on their lines', async () => {
    await hear('a', 'newCall')
    at('08:00:05')
    const since = new Date('2026-11-23T07:59:58Z')
    telephone = { ...telephone, waiting: [{ callId: newId(), lineId: city.lines.report.id, since }] }
    const { waiting, lines } = await read()
    expect(waiting.map(({ lineName }) => lineName)).toEqual(['Bürgertelefon', 'Bürgerbüro'])
    expect(lines.map((line) => line.waiting)).toEqual([1, 1])
  })

  test('given agents of the line’s team, they count by state, and nobody else', async () => {
    const station = (
      state: TelephoneSnapshot['stations'][number]['state'],
      teamId = city.teams.serviceDesk,
    ) => ({
      accountId: newId(),
      state,
      pause: state === 'not-ready' ? ('technical' as const) : null,
      teamIds: [teamId],
    })
    const stations = (
      ['available', 'in-call', 'offered', 'wrap-up', 'not-ready', 'training', 'offline'] as const
    ).map((state) => station(state))
    telephone = { ...telephone, stations: [...stations, station('available', city.teams.office)] }
    expect((await read()).lines[0]?.agents).toEqual({
      available: 1,
      inCall: 2,
      wrapUp: 1,
      notReady: 2,
      notReadyWhy: '1 Technik',
    })
  })

  test('given a caller who left after 21 s, the promise is broken with its cause', async () => {
    await hear('a', 'newCall')
    at('08:00:21')
    await hear('a', 'hangup', 'cancel')
    const { broken, figures } = await read()
    expect(broken).toEqual([{ at: '2026-11-23T08:00:00.000Z', text: 'Anruf 21 s (aufgelegt)' }])
    expect(figures.calls).toMatchObject({ offered: 1, abandoned: 1, promiseBroken: 1 })
  })

  test('given a lost caller, counts it until somebody decides', async () => {
    const callId = await givenEndedCall(database.platform, city)
    await proposeCallback(asSystem(database.platform, city.cityId), callId)
    expect(await read()).toMatchObject({ lostCallers: 1, figures: { proposals: { made: 1 } } })
  })

  test('given callbacks, those near their end are at risk with their owner, a broken one is told', async () => {
    const risky = await givenCallback(database.platform, city, clerk.ctx)
    await givenCallback(database.platform, city, clerk.ctx, { practice: true })
    expect(await read()).toMatchObject({ callbacks: { dueToday: 1, atRisk: 0 } })
    await takeCallback(clerk.ctx, risky.id)
    at('13:50:00')
    expect(await read()).toMatchObject({
      callbacks: { dueToday: 1, atRisk: 1 },
      atRisk: [{ caseNumber: risky.caseNumber, owner: 'Frau Beispiel', dueText: 'heute 14–15 Uhr' }],
    })
    at('14:00:01')
    await decideDue(clerk.ctx, risky.id)
    const { broken, callbacks } = await read()
    expect(callbacks).toMatchObject({ atRisk: 0, brokenToday: 1 })
    expect(broken[0]?.text).toBe(`Rückruf ${risky.caseNumber} (übernommen, aber nicht angerufen)`)
  })

  test('given an actor without the right, the verbs refuse', async () => {
    await expect(readBoard(clerk.ctx, switchboard)).rejects.toMatchObject({ status: 403 })
    await expect(readFigures(clerk.ctx)).rejects.toMatchObject({ status: 403 })
  })
})

describe('the figures of a day', () => {
  test('given a day, its figures come; given no day, those of today', async () => {
    await hear('a', 'newCall')
    const figures = async (query: string) =>
      dayFigures.parse(await (await ask(`/api/v1/figures${query}`, lead.cookie)).json())
    expect(await figures('')).toMatchObject({ day: '2026-11-23', calls: { offered: 1 } })
    expect(await figures('?day=2026-11-22')).toMatchObject({ day: '2026-11-22', calls: { offered: 0 } })
    expect((await ask('/api/v1/figures?day=gestern', lead.cookie)).status).toBe(422)
  })
})

describe('the metrics', () => {
  test('given another machine, or a proxy on this one, it answers 403', async () => {
    expect((await ask('/metrics')).status).toBe(403)
    expect((await ask('/metrics', undefined, { 'x-forwarded-for': '127.0.0.1' })).status).toBe(403)
  })
})
