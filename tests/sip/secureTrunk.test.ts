import { connect } from 'node:tls'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendRequest, type Access } from '../../src/telephony/asterisk/ari/request.ts'
import { startSecureLabs, TLS_PORT } from './kit/secureLabs.ts'

const SOON = { timeout: 30_000 }
let labs: ReturnType<typeof startSecureLabs>

beforeAll(() => {
  labs = startSecureLabs()
}, 60_000)
afterAll(() => labs.stop())

const channels = async (access: Access): Promise<{ id: string; name: string; state: string }[]> => {
  const list = await sendRequest(access, 'GET /channels', {})
  return Array.isArray(list) ? list : []
}
const variable = async (access: Access, channelId: string, name: string): Promise<string> => {
  const path = 'GET /channels/{channelId}/variable'
  const answer = await sendRequest(access, path, { channelId, variable: name })
  return typeof answer === 'object' && answer && 'value' in answer ? String(answer.value) : ''
}

describe('a trunk over TLS', () => {
  it('given a caller from the company, comes in over TLS with its sound in SRTP', async () => {
    await sendRequest(labs.company.access, 'POST /channels', {
      endpoint: 'PJSIP/+4923061042130@trunk',
      extension: 's',
      context: 'fallback',
      priority: 1,
      timeout: 10,
    })
    // No application is there: the city's own fallback answers and speaks.
    await expect.poll(async () => (await channels(labs.city.access))[0]?.state, SOON).toBe('Up')
    const [call] = await channels(labs.city.access)
    const id = call?.id ?? ''
    const secure = await variable(labs.city.access, id, 'CHANNEL(rtp,secure,audio)')
    expect(secure).toBe('1')
    expect(await variable(labs.city.access, id, 'CHANNEL(pjsip,secure)')).toBe('1')
  })

  it('given anybody, speaks TLS 1.2 or later with the certificate that was given to it', async () => {
    const socket = connect({ host: labs.cityAddress, port: TLS_PORT, rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    expect(socket.getProtocol()).toMatch(/^TLSv1\.[23]$/)
    expect(socket.getPeerCertificate().subject.CN).toBe('freizeichen-test')
    socket.destroy()
  })
})
