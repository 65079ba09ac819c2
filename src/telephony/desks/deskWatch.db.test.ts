import { beforeEach, expect, it } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { givenAccount, type GivenAccount } from '../../people/people.testkit.ts'
import { DeskWatch } from './deskWatch.ts'
import { Exchange } from '../exchange/exchange.ts'
import { Pauses } from './pauses.ts'
import { trainingCarrier } from '../training/carrier.ts'

const SOON = { timeout: 5_000 }
const WELL = { phoneRegistered: true, microphone: true }
const database = useDatabase()
let city: GivenCity
let agent: GivenAccount
let exchange: Exchange
let pauses: Pauses
let desks: DeskWatch

/** An agent at a desk where nothing is missing, ready for calls. */
beforeEach(async () => {
  const { platform } = database
  city = await givenCity(platform)
  agent = await givenAccount(platform, city.cityId, 'agent')
  const agentId = agent.account.id
  exchange = new Exchange(
    platform,
    city.cityId,
    { asterisk: trainingCarrier, training: trainingCarrier },
    false,
  )
  pauses = new Pauses(platform)
  desks = new DeskWatch({
    platform,
    pauses,
    exchanges: new Map([[city.cityId, exchange]]),
    telephone: () => 'up',
    onClosed: () => undefined,
  })
  await exchange.tell({ kind: 'came', agentId, teams: [city.teams.serviceDesk] })
  desks.softphone(agentId, true)
  await desks.heard(agent.ctx, WELL)
  await exchange.tell({ kind: 'ready', agentId })
  return () => exchange.stop()
})

const ready = () => exchange.state.agents.get(agent.account.id)?.ready

it('given a softphone that goes and comes in one moment, the desk is ready again', async () => {
  desks.softphone(agent.account.id, false)
  desks.softphone(agent.account.id, true)
  await exchange.settled()
  await expect.poll(ready, SOON).toBe(true)
  expect(pauses.of(agent.account.id)).toBeNull()
})

it('given a softphone that is gone, the desk is interrupted, and goes on when it is back', async () => {
  desks.softphone(agent.account.id, false)
  await expect.poll(() => pauses.of(agent.account.id), SOON).toBe('interrupted')
  expect(ready()).toBe(false)
  desks.softphone(agent.account.id, true)
  await expect.poll(ready, SOON).toBe(true)
})
