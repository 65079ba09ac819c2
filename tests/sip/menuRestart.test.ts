import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Ear, listenIn } from './kit/heard.ts'
import { closeToday, openAgain } from './kit/hours.ts'
import { startAnsweringProcess } from './kit/answeringProcess.ts'
import { type House, openHouse, openPremises, type Premises } from './kit/house.ts'
import { callsWithKeys, type KeyCaller } from './kit/keys.ts'
import { clearLab, readLab } from './kit/lab.ts'
import { openOutlivingDatabase, type OutlivingDatabase } from './kit/outlivingDatabase.ts'

const lab = readLab()
const SOON = { timeout: 30_000, interval: 100 }
const WAITING = '+491713920061'
const OUTSIDE = '+491713920062'
let database: OutlivingDatabase
let premises: Premises
let house: House | undefined
let ear: Ear
const callers: KeyCaller[] = []

beforeAll(async () => {
  await clearLab(lab)
  ear = await listenIn(lab)
  database = await openOutlivingDatabase()
  premises = await openPremises(database.url)
})
afterAll(async () => {
  await Promise.all(callers.map((caller) => caller.hangUp()))
  ear.close()
  await (house ? house.stop() : premises.close())
  await database.stop()
})

const db = () => premises.platform.db
const callFrom = (from: string) =>
  db().selectFrom('call').selectAll().where('caller', '=', from).executeTakeFirst()

function calls(from: string): KeyCaller {
  const caller = callsWithKeys(lab, premises.city.lines.service.number, from)
  callers.push(caller)
  return caller
}

async function heard(from: string): Promise<readonly string[]> {
  return ear.heard((await callFrom(from))?.source_key ?? '')
}

it('given a process that dies at closing time, the next one offers the callback to who waits and begins anew with who calls outside', async () => {
  const first = await startAnsweringProcess(lab, database.url)
  const waiting = calls(WAITING)
  await expect.poll(() => heard(WAITING), SOON).toContain('begruessung')
  await closeToday(db(), premises.city.cityId)
  const outside = calls(OUTSIDE)
  await expect.poll(() => heard(OUTSIDE), SOON).toContain('eins-und-wir-rufen')
  await outside.press('1')
  await expect.poll(() => heard(OUTSIDE), SOON).toContain('ihre-nummer')
  first.kill('SIGKILL')
  await once(first, 'exit')
  const before = { waiting: (await heard(WAITING)).length, outside: (await heard(OUTSIDE)).length }

  house = await openHouse(lab, premises)
  await expect.poll(async () => (await heard(WAITING)).slice(before.waiting), SOON).toContain('servicezeit')
  await expect.poll(async () => (await heard(OUTSIDE)).slice(before.outside), SOON).toContain('geschlossen')
  expect([waiting.isOver(), outside.isOver()]).toEqual([false, false])
  await outside.press('1')
  await expect.poll(async () => (await heard(OUTSIDE)).slice(before.outside), SOON).toContain('ihre-nummer')
  await outside.press('1')
  await expect.poll(() => heard(OUTSIDE), SOON).toContain('auf-band')
  await outside.press('2')
  await expect.poll(() => heard(OUTSIDE), SOON).toContain('nummer-des-anliegens')
  expect(await callFrom(OUTSIDE)).toMatchObject({ end_reason: 'callback-promised', outside_hours: true })
  expect(await callFrom(WAITING)).toMatchObject({ state: 'waiting' })
  await openAgain(db(), premises.city.cityId)
})
