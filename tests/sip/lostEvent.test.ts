import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendRequest } from '../../src/telephony/asterisk/ari/request.ts'
import { endpointOf } from '../../src/telephony/asterisk/softphones.ts'
import { openDesk, openHouse, type House } from './kit/house.ts'
import { clearLab, readLab } from './kit/lab.ts'

const lab = readLab()
const SOON = { timeout: 30_000 }
/** Softphones are compared every four seconds; a busy machine takes its time. */
const HEALED = { timeout: 25_000 }

let house: House

beforeAll(async () => {
  await clearLab(lab)
  house = await openHouse(lab)
})
afterAll(() => house.stop())

it('given a softphone whose end nobody told of, is not available all the same', async () => {
  const agent = await openDesk(house, 'agent')
  const station = () => house.switchboard.station(agent.ctx)
  await expect.poll(() => station().missing, SOON).toEqual([])
  await house.switchboard.setReady(agent.ctx, true)
  await sendRequest(lab.ari, 'DELETE /applications/{applicationName}/subscription', {
    applicationName: lab.ari.app,
    eventSource: [`endpoint:PJSIP/${endpointOf(agent.account.id)}`],
  })
  // The desk goes on saying that it lives: only its telephone is gone.
  await agent.page.close()
  await expect.poll(station, HEALED).toMatchObject({ state: 'not-ready', pause: 'interrupted' })
  expect(station().missing.join()).toContain('Telefon im Browser')
  await agent.close()
})
