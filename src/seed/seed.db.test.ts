import { createPublicKey, createSign, createVerify } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { readAvailability } from '../appointments/offers/readAvailability.ts'
import { cityOf, hasCity, serviceHoursOf, teamsOf } from '../city/index.ts'
import { hasRoster, presencesOf, workIn } from '../callbacks/roster/index.ts'
import { givenCity } from '../city/city.testkit.ts'
import { searchServices } from '../catalogue/index.ts'
import { asSystem } from '../platform/context.ts'
import { compareDays, compareTrial, publishedTrial, shownTrials } from '../trial/index.ts'
import { findSession } from '../people/index.ts'
import { signIn } from '../people/signIn.ts'
import { readDemoFile } from './demoFile.ts'
import { resetDemo } from './resetDemo.ts'
import { SeedError } from './seedError.ts'
import { seedDemo } from './seedDemo.ts'

// Each test seeds an empty installation, so each has a database of its own.
const fresh = useDatabase()
const crashed = useDatabase()
const raced = useDatabase()
const reset = useDatabase()
const owned = useDatabase()
const url = 'http://localhost:8080'
let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'fz-seed-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const request = { address: '', userAgent: '' }

test('given an empty installation, makes the demo city; a second time changes nothing', async () => {
  const { platform } = fresh
  expect(await seedDemo(platform, { dataDir, url })).toBe(true)
  const demo = readDemoFile(dataDir)!
  expect(await seedDemo(platform, { dataDir, url })).toBe(false)
  expect(readDemoFile(dataDir)).toEqual(demo)
  expect(statSync(join(dataDir, 'demo.json')).mode & 0o777).toBe(0o600)

  expect(await cityOf(platform.db, 'luenen')).toMatchObject({ name: 'Lünen', casePrefix: 'LU', demo: true })
  expect(demo).toMatchObject({ url, city: 'luenen' })
  expect(demo.lines.map(({ name, number }) => [name, number])).toEqual([
    ['Bürgerbüro', '+4923061042030'],
    ['Bürgertelefon', '+4923061042020'],
  ])
  expect(
    (await teamsOf(platform.db, 'luenen')).map(({ name, callbacksPerHour }) => [name, callbacksPerHour]),
  ).toEqual([
    ['Bürgerbüro', 6],
    ['Bürgertelefon', 4],
    ['Telefon-Service', 0],
  ])
  const hours = await serviceHoursOf(platform.db, 'luenen')
  expect(hours.closedBecause('2027-05-07')).toBe('Brückentag (Christi Himmelfahrt)')
  expect(hours.isOpen(new Date('2026-11-26T17:59:00+01:00'))).toBe(true)
  expect((await searchServices(platform, 'luenen', 'perso verlängern', 1))[0]?.id).toBe('personalausweis')

  expect(demo.accounts.map(({ login, role }) => [login, role])).toEqual([
    ['agentin', 'agent'],
    ['agent2', 'agent'],
    ['sachbearbeitung', 'clerk'],
    ['sachbearbeitung2', 'clerk'],
    ['buergertelefon', 'report'],
    ['leitung', 'lead'],
    ['admin', 'admin'],
  ])
  for (const { login, password } of demo.accounts) {
    expect(password.length).toBeGreaterThanOrEqual(14)
    const { ctx } = await signIn(platform, { login, password }, request)
    expect(ctx.cityId).toBe('luenen')
    if (login === 'leitung') expect(ctx.actor.teamIds).toHaveLength(3)
  }
})

test('given the seeded rosters, somebody makes callbacks in every service hour of the next two weeks', async () => {
  await givenDemo(fresh)
  const { db, clock } = fresh.platform
  const range = { start: clock.now().getTime(), end: clock.now().getTime() + 14 * 86_400_000 }
  const windows = (await serviceHoursOf(db, 'luenen')).windows(range.start, { until: range.end })
  const teams = (await teamsOf(db, 'luenen')).filter(({ callbacksPerHour }) => callbacksPerHour > 0)
  expect(teams).toHaveLength(2)
  for (const { id, name } of teams) {
    expect(await hasRoster(db, 'luenen', id)).toBe(true)
    const presences = await presencesOf(db, 'luenen', id, range)
    const empty = windows.filter((window) => workIn(presences, window) === 0)
    expect(`${name}: ${empty.length} of ${windows.length}`).toMatch(/: 0 of [1-9]/)
  }
})

test('given the seeded sources, the private key signs what the stored public key checks', async () => {
  const demo = await givenDemo(fresh)
  expect(demo.cti.map(({ kind, name }) => [kind, name])).toEqual([
    ['generic', 'Demo-Telefonanlage'],
    ['sipgate', 'Demo sipgate'],
  ])
  const rows = await fresh.platform.db.selectFrom('cti_source').selectAll().orderBy('name').execute()
  expect(JSON.stringify(rows)).not.toContain(demo.cti[0]!.token)
  const sipgate = demo.cti[1]!
  const stored = rows.find(({ kind }) => kind === 'sipgate')?.public_key
  const signature = createSign('sha256').update('x').sign(sipgate.privateKey!)
  expect(createVerify('sha256').update('x').verify(createPublicKey(stored!), signature)).toBe(true)
  expect(sipgate.path).toBe(`/api/cti/sipgate/${sipgate.token}`)
})

async function givenDemo({ platform }: typeof fresh) {
  if (!(await hasCity(platform.db))) await seedDemo(platform, { dataDir, url })
  return readDemoFile(dataDir) ?? resetDemo(platform, { dataDir, url })
}

test('given a data folder that cannot be written, leaves no half city', async () => {
  const blocked = join(dataDir, 'demo.json')
  mkdirSync(join(blocked, 'in-the-way'), { recursive: true })
  await expect(seedDemo(crashed.platform, { dataDir, url })).rejects.toThrow(/demo\.json/)
  expect(await hasCity(crashed.platform.db)).toBe(false)
  rmSync(blocked, { recursive: true })
  expect(await seedDemo(crashed.platform, { dataDir, url })).toBe(true)
})

test('given five processes at the same moment, one makes the city', async () => {
  const made = await Promise.all([1, 2, 3, 4, 5].map(() => seedDemo(raced.platform, { dataDir, url })))
  expect(made.filter(Boolean)).toHaveLength(1)
})

test('given a lost demo.json, makes new passwords and ends the sessions', async () => {
  const { platform } = reset
  const before = await givenDemo(reset)
  const { login, password } = before.accounts[0]!
  const { token } = await signIn(platform, { login, password }, request)
  rmSync(join(dataDir, 'demo.json'))
  const after = await resetDemo(platform, { dataDir, url })
  expect(readDemoFile(dataDir)).toEqual(after)
  expect(after.accounts.map((account) => account.login).toSorted()).toEqual(
    before.accounts.map((account) => account.login).toSorted(),
  )
  expect(await findSession(platform, token)).toBeNull()
  await expect(signIn(platform, { login, password }, request)).rejects.toMatchObject({ status: 401 })
  const fresh = after.accounts.find((account) => account.login === login)!
  await expect(signIn(platform, { login, password: fresh.password }, request)).resolves.toBeDefined()
  expect(after.cti[1]?.token).not.toBe(before.cti[1]?.token)
})

test('given a city that is no demo, makes none and resets nothing', async () => {
  await givenCity(owned.platform)
  expect(await seedDemo(owned.platform, { dataDir, url })).toBe(false)
  await expect(resetDemo(owned.platform, { dataDir, url })).rejects.toThrow(SeedError)
  expect(existsSync(join(dataDir, 'demo.json'))).toBe(false)
})

test('given the seeded office, appointments are free in the service hours, and only one document at a time', async () => {
  const { platform } = fresh
  await givenDemo(fresh)
  const ctx = { ...platform, cityId: 'luenen', actor: { kind: 'citizen' } as const }
  // A Thursday: 9:00 to 12:30 and 13:30 to 18:00.
  const day = { from: '2026-12-03', to: '2026-12-03' }
  const free = async (id: string): Promise<string[]> =>
    (await readAvailability(ctx, { services: [{ id, persons: 1 }], ...day })).days.flatMap(
      ({ times }) => times,
    )
  const times = await free('ausweis-abholen')
  expect([times[0], times.at(-1), times.length]).toEqual(['09:00', '17:45', 32])
  expect(times).not.toContain('12:30')
  expect(await free('personalausweis')).toHaveLength(32)
  await expect(free('eheschliessung-anmelden')).rejects.toMatchObject({ status: 422 })
})

test('given the seeded trial, its report is published, says that it is made up, and can be worked out anew', async () => {
  await givenDemo(fresh)
  const { db } = fresh.platform
  const ctx = asSystem(fresh.platform, 'luenen')
  const [trial] = await shownTrials(ctx)
  const kept = await publishedTrial(ctx, trial!.id)
  expect(kept!.plan.title).toContain('erfundene Zahlen')
  expect(kept!.result).toMatchObject({ answer: 'better', recommendation: 'adapt' })
  expect(kept!.result.figures.map(({ figure, verdict }) => [figure, verdict])).toEqual([
    ['answered15', 'met'],
    ['callbacks', 'met'],
    ['abandoned', 'met'],
    ['firstContact', 'not-met'],
  ])
  const printed: string[] = []
  expect(await compareTrial(db, trial!.id, (line) => printed.push(line))).toBe(true)
  expect(await compareDays(db, {}, (line) => printed.push(line))).toBe(true)
})
