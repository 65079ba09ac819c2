import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../src/root.ts'
import { sendRequest } from '../../src/telephony/asterisk/ari/request.ts'
import { openHouse, type House } from './kit/house.ts'
import { callLine, clearLab, readLab } from './kit/lab.ts'
import { askAs } from './kit/rawSip.ts'

const lab = readLab()
const STRANGER = '127.0.99.9'
/** A softphone at a fixed address: what it dials itself goes through the same dialplan as a browser's. */
const PHONE = 'fz-emergency-test'
const folder = mkdtempSync(join(tmpdir(), 'freizeichen-misuse-'))

const dynamic = (method: 'PUT' | 'DELETE', objectType: string, fields: Record<string, string> = {}) =>
  sendRequest(lab.ari, `${method} /asterisk/config/dynamic/{configClass}/{objectType}/{id}`, {
    configClass: 'res_pjsip',
    objectType,
    id: PHONE,
    ...(method === 'PUT'
      ? { json: { fields: Object.entries(fields).map(([attribute, value]) => ({ attribute, value })) } }
      : {}),
  })

beforeAll(async () => {
  await clearLab(lab)
  await dynamic('PUT', 'endpoint', {
    transport: 'transport-udp',
    context: 'from-softphone',
    disallow: 'all',
    allow: 'alaw',
  })
})
afterAll(async () => {
  await dynamic('DELETE', 'endpoint')
  rmSync(folder, { recursive: true, force: true })
})

/** The telephone company answers one call and writes down what it was asked for. */
function companyAnswers(name: string) {
  const [ip = '', port = ''] = lab.callee.split(':')
  const messages = join(folder, `${name}.log`)
  const where = ['-i', ip, '-mi', ip, '-p', port, '-m', '1', '-timeout', '15s']
  const how = ['-set', 'ring', '100', '-set', 'talk', '300', '-trace_msg', '-message_file', messages]
  const child = spawn('sipp', ['-sf', 'callee.xml', ...where, ...how, '-nostdin'], {
    cwd: join(root, 'tests/sip/scenarios'),
    stdio: 'ignore',
  })
  const ended = once(child, 'exit').then(([code]): unknown => code)
  return { ended, asked: () => /^INVITE sip:([^@;>\s]+)/m.exec(readFileSync(messages, 'utf8'))?.[1] }
}

async function emergencyCall(number: '110' | '112', name: string): Promise<void> {
  const company = companyAnswers(name)
  const caller = callLine(lab, number, PHONE, 5_000)
  expect(await company.ended).toBe(0)
  expect(company.asked()).toBe(number)
  await caller.stop()
}

describe('110 and 112 from a softphone', () => {
  it('given no application and no number set to show, leave by the trunk directly', async () => {
    await emergencyCall('110', 'away-110')
    await emergencyCall('112', 'away-112')
  })

  it('given the application, leave by the trunk directly and never reach it', async () => {
    const house: House = await openHouse(lab)
    await emergencyCall('112', 'with-112')
    const calls = await house.platform.db.selectFrom('call').selectAll().execute()
    expect(calls).toEqual([])
    await house.stop()
  })
})

describe('what a softphone may not dial itself', () => {
  it('given a premium or ordinary number, Asterisk refuses it', async () => {
    for (const number of ['09001234567', '+491713920012', '1100'])
      expect(await callLine(lab, number, PHONE, 1_000).ended).toBe(0)
    expect(await sendRequest(lab.ari, 'GET /channels', {})).toEqual([])
  })
})

describe('a number that calls again and again', () => {
  it('given more calls for nothing than get through, hears the busy tone; another number gets through', async () => {
    const { platform, city, switchboard, stop } = await openHouse(lab)
    await platform.db.updateTable('city').set({ flood_calls: 3 }).where('id', '=', city.cityId).execute()
    const call = (from: string) => callLine(lab, city.lines.service.number, from, 300).ended
    for (let n = 0; n < 4; n++) await call('+491713920031')
    await call('+491713920032')
    const ends = () =>
      platform.db.selectFrom('call').select(['caller', 'end_reason']).orderBy('offered_at').execute()
    await expect.poll(async () => (await ends()).every((row) => row.end_reason !== null)).toBe(true)
    expect((await ends()).map((row) => [row.caller?.slice(-2), row.end_reason])).toEqual([
      ['31', 'abandoned'],
      ['31', 'abandoned'],
      ['31', 'abandoned'],
      ['31', 'blocked'],
      ['32', 'abandoned'],
    ])
    expect(switchboard.snapshot(city.cityId).waiting).toEqual([])
    await stop()
  })
})

describe('a stranger', () => {
  it('given an address that is nobody’s, is refused whatever is asked', async () => {
    expect(await askAs(lab, STRANGER, 'INVITE', '+4923061042130')).toBe(403)
    expect(await askAs(lab, STRANGER, 'REGISTER', PHONE)).toBe(403)
  })

  it('given the address of the trunk, cannot register as anybody', async () => {
    expect(await askAs(lab, lab.caller, 'REGISTER', 'fz-somebody')).toBeGreaterThanOrEqual(400)
  })
})
