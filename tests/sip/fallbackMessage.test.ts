import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callerNumber } from '../../src/shared/callerNumber.ts'
import type { PhoneNumber } from '../../src/shared/phoneNumber.ts'
import type { WeekOpening } from '../../src/shared/serviceWeek.ts'
import { minuteOfDay } from '../../src/shared/serviceWeek.ts'
import { createRequests } from '../../src/telephony/asterisk/ari/client.ts'
import { hoursWords } from '../../src/telephony/asterisk/fallback/message.ts'
import {
  agentsOf,
  hoursOf,
  promptOf,
  readGlobal,
  setGlobal,
  untilOf,
} from '../../src/telephony/asterisk/fallback/variables.ts'
import { listenIn, type Ear } from './kit/heard.ts'
import { openPremises, type Premises } from './kit/house.ts'
import { callLine, clearLab, readLab } from './kit/lab.ts'
import { openOutlivingDatabase, type OutlivingDatabase } from './kit/outlivingDatabase.ts'
import { startInstance, type Instance } from './kit/servers.ts'

const lab = readLab()
const ari = createRequests(lab.ari)
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 30_000, interval: 200 }
/** The longest message of these tests, its ringing and its good-bye. */
const SAID = { timeout: 60_000, interval: 200 }

let database: OutlivingDatabase
let premises: Premises
let ear: Ear
let instance: Instance | null = null

beforeAll(async () => {
  await clearLab(lab)
  database = await openOutlivingDatabase()
  premises = await openPremises(database.url)
  ear = await listenIn(lab)
  // Agents of earlier tests, whom nobody signed off: they would be rung before the message.
  await setGlobal(ari, agentsOf(line()), '')
})
afterEach(() => instance?.kill())
afterAll(async () => {
  ear?.close()
  await premises?.close()
  await database?.stop()
})

function line(): PhoneNumber {
  const number = callerNumber(premises.city.lines.service.number)
  if (!number) throw new Error('the line has no number')
  return number
}
const told = async (): Promise<string[]> => [
  await readGlobal(ari, promptOf(line())),
  await readGlobal(ari, hoursOf(line())),
]

async function setWeek(week: readonly WeekOpening[]): Promise<void> {
  const { db } = premises.platform
  const { cityId } = premises.city
  await db.deleteFrom('service_hours').where('city_id', '=', cityId).execute()
  if (week.length === 0) return
  const rows = week.map(({ weekday, opens, closes }) => ({
    city_id: cityId,
    weekday,
    opens: minuteOfDay(opens) ?? 0,
    closes: minuteOfDay(closes) ?? 0,
  }))
  await db.insertInto('service_hours').values(rows).execute()
}

/** What is said first is still true: what an earlier application wrote may be over. */
async function isStillTrue(): Promise<boolean> {
  const until = Number(await readGlobal(ari, untilOf(line())))
  return until === 0 || until * 1_000 > Date.now()
}

async function diesAfterWriting(written: readonly string[]): Promise<void> {
  instance = await startInstance(lab, database.url)
  await expect.poll(told, SOON).toEqual(written)
  await expect.poll(isStillTrue, SOON).toBe(true)
  await instance.kill()
}

/** @param patient listens to the end. @returns what the dialplan played, by playback */
async function heardBy(from: string, { patient } = { patient: true }): Promise<string[]> {
  const before = ear.dialplan().length
  const steps = (): readonly string[] => ear.dialplan().slice(before)
  const played = (): string[] =>
    steps().flatMap((step) => (step.startsWith('Playback ') ? [step.slice('Playback '.length)] : []))
  const began = performance.now()
  const caller = callLine(lab, line(), from, 0)
  if (patient) {
    expect(await caller.ended).toBe(0)
    const seconds = Math.round((performance.now() - began) / 1_000)
    process.stdout.write(`the message took ${seconds} s\n`)
  } else {
    await expect.poll(() => played().length, SAID).toBe(2)
    await clearLab(lab)
    await caller.ended
  }
  return played()
}

const sounds = (names: string): string =>
  names
    .split(' ')
    .map((name) => `freizeichen/${name}`)
    .join('&')

/** ISO weekday in three days: never today, in whatever time zone. */
const LATER = ((new Date().getUTCDay() + 2) % 7) + 1
const opening = (weekday: number, opens: string, closes: string): WeekOpening => ({ weekday, opens, closes })
const wholeWeekBut = (but: number): WeekOpening[] =>
  [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== but).map((day) => opening(day, '00:00', '24:00'))

describe('a caller of an application that is dead', () => {
  it('given hours that were edited before, hears of the fault and of these hours, and is on record afterwards', async () => {
    instance = await startInstance(lab, database.url)
    const whole = sounds('unsere-servicezeiten montag bis sonntag rund-um-die-uhr auf-wiederhoeren')
    await expect.poll(told, SOON).toEqual(['freizeichen/stoerung', whole])
    const edited = performance.now()
    const week = [...wholeWeekBut(LATER), opening(LATER, '08:00', '12:30'), opening(LATER, '13:30', '16:00')]
    await setWeek(week)
    const written = ['freizeichen/stoerung', hoursWords(week)]
    await expect.poll(told, SOON).toEqual(written)
    process.stdout.write(
      `edited hours were written down after ${Math.round(performance.now() - edited)} ms\n`,
    )

    await instance.kill()
    const from = '+491713920061'
    expect(await heardBy(from)).toEqual(written)
    instance = await startInstance(lab, database.url)
    const call = premises.platform.db.selectFrom('call').select('end_reason').where('caller', '=', from)
    await expect.poll(() => call.execute(), SOON).toEqual([{ end_reason: 'telephone-lost' }])
  }, 180_000)

  it('given a city that is closed, hears so, and of a fault once it has opened', async () => {
    const week = [opening(LATER, '09:00', '10:00')]
    await setWeek(week)
    const written = ['freizeichen/geschlossen', hoursWords(week)]
    await diesAfterWriting(written)
    expect(await heardBy('+491713920062')).toEqual(written)
    // Days later, still dead.
    await setGlobal(ari, untilOf(line()), String(Math.floor(Date.now() / 1_000)))
    expect(await heardBy('+491713920063')).toEqual(['freizeichen/stoerung', hoursWords(week)])
  }, 180_000)

  it('given a city without any hours, hears that nobody is there, and good-bye', async () => {
    await setWeek([])
    const written = ['freizeichen/nicht-besetzt', 'freizeichen/auf-wiederhoeren']
    await diesAfterWriting(written)
    expect(await heardBy('+491713920064')).toEqual(written)
  }, 120_000)

  it('given the longest week that is told at all, Asterisk keeps it whole and says it', async () => {
    const day = (weekday: number): WeekOpening[] => [
      opening(weekday, '00:00', `12:5${weekday}`),
      opening(weekday, `13:5${weekday}`, '24:00'),
    ]
    const week = [1, 2, 3, 4, 5, 6, 7].flatMap(day)
    await setWeek(week)
    await diesAfterWriting(['freizeichen/stoerung', hoursWords(week)])
    expect(await heardBy('+491713920065', { patient: false })).toEqual([
      'freizeichen/stoerung',
      hoursWords(week),
    ])
  }, 120_000)
})
