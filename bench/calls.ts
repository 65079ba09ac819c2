// from a caller's INVITE to an agent's ring and voice, beside Asterisk's own queue: 5, 20 and 40 calls per second
import { setTimeout as sleep } from 'node:timers/promises'
import { type Bridges, watchBridges } from './kit/bridges.ts'
import { openCallCity, startCallHouse, type CallCity, type CallHouse } from './kit/callCity.ts'
import { addTelephones, leftBehind, startCallLab, type CallLab } from './kit/callLab.ts'
import { long } from './kit/built.ts'
import { openEar, type Ear } from './kit/ear.ts'
import { isGood, livesOf, type Lived, type Owners, ringsOf, stuckAt } from './kit/matchCalls.ts'
import { resident } from './kit/memory.ts'
import { megabytes, ms, percentile } from './kit/numbers.ts'
import { processorSeconds } from './kit/processTime.ts'
import { report, type Row } from './kit/report.ts'
import { inFolder } from './kit/server.ts'
import { answerCalls, callLine, type Telephones } from './kit/sippRun.ts'

const AGENTS = 200
const TALK_MS = 2_000
const option = (name: string): number | null =>
  Number(process.argv[process.argv.indexOf(name) + 1] ?? '') || null
/** Ten minutes at 20 calls per second: `--minutes 10`; another rate: `--rate 30`. */
const minutes = option('--minutes')
const rate = option('--rate')
const RATES = rate ? [rate] : minutes ? [20] : [5, 20, 40]
const SECONDS = minutes ? minutes * 60 : long ? 60 : 15
/** So often the size of the program is noted while one rate lasts. */
const SAMPLES = 10
const QUEUE = '+49000000'

type System = 'ours' | 'app_queue'

/** Rates of the ladder, each for so many seconds; it ends with the first failed call. */
const LADDER = [10, 20, 30, 40, 50, 60, 70, 80]
const STEP_SECONDS = 10

interface Scene {
  lab: CallLab
  city: CallCity
  house: CallHouse
  telephones: Telephones
  ear: Ear
  bridges: Bridges
  folder: string
}

interface Run {
  lives: readonly Lived[]
  failed: number
  /** Processor seconds per thousand calls. */
  asterisk: number
  program: number
  database: number
}

async function run(scene: Scene, system: System, rate: number, seconds: number): Promise<Run> {
  const { lab, city, house, folder } = scene
  const pids = [lab.pid, house.pid, city.databasePid] as const
  const before = pids.map(processorSeconds)
  const number = system === 'ours' ? city.city.lines.service.number : QUEUE
  const count = Math.round(rate * seconds)
  const since = new Date()
  const callers = await callLine(lab, folder, { number, rate, count })
  await settled(scene)
  const spent = pids.map((pid, n) => ((processorSeconds(pid) - (before[n] ?? 0)) * 1000) / count)
  const rings = ringsOf(scene.telephones.notes(), await scene.ear.heard())
  const owners = system === 'ours' ? await ownersSince(city, since) : null
  const lives = livesOf(callers, rings, scene.bridges.joined(), owners)
  const failed = count - lives.filter(isGood).length
  for (const life of lives.filter((life) => !isGood(life)))
    console.error(
      `${system}, ${rate}/s: ${life.number} ${stuckAt(life)}`,
      new Date(life.invited).toISOString(),
    )
  const [asterisk = 0, program = 0, database = 0] = spent
  return { lives, failed, asterisk, program, database }
}

/** Everybody has gone and every agent is free again. */
async function settled({ lab, house }: Scene): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { channels } = await leftBehind(lab)
    if (channels === 0 && (await house.ask()).free === AGENTS) return
    await sleep(100)
  }
}

/** For each telephone the callers it was rung for, in order, as the switchboard wrote them down. */
async function ownersSince({ platform, city }: CallCity, since: Date): Promise<Owners> {
  const legs = await platform.db
    .selectFrom('leg')
    .innerJoin('call', (j) =>
      j.onRef('call.city_id', '=', 'leg.city_id').onRef('call.id', '=', 'leg.call_id'),
    )
    .select(['leg.account_id', 'leg.created_at', 'call.caller'])
    .where('leg.city_id', '=', city.cityId)
    .where('leg.party', '=', 'agent')
    .where('leg.created_at', '>=', since)
    .orderBy('leg.created_at')
    .execute()
  return Map.groupBy(
    legs.map(({ account_id, created_at, caller }) => ({
      name: `fz-${account_id}`,
      caller: caller ?? '',
      at: created_at.getTime(),
    })),
    ({ name }) => name,
  )
}

const SPANS: readonly [string, (life: Lived) => number | null | undefined][] = [
  ['INVITE to ring', (life) => (life.rings[0] ? life.rings[0].at - life.invited : null)],
  ['INVITE to both joined', (life) => (life.joined === null ? null : life.joined - life.invited)],
  ['INVITE to voice', (life) => spanTo(life, life.invited)],
  ['in the queue to ring', (life) => (life.rings[0] && life.queued ? life.rings[0].at - life.queued : null)],
]

function spanTo({ rings }: Lived, from: number): number | null {
  const heard = rings.find((ring) => ring.heard !== null)?.heard
  return heard ? heard - from : null
}

function rowsOf(rate: number, ours: Run, theirs: Run): Row[] {
  const values = (run: Run, span: (life: Lived) => number | null | undefined) =>
    run.lives.map(span).filter((value) => typeof value === 'number')
  const times = SPANS.flatMap(([what, span]) =>
    [0.5, 0.95, 0.99].map((share) => {
      const [figure, peer] = [ours, theirs].map((run) => percentile(values(run, span), share)) as [
        number,
        number,
      ]
      return {
        what: `${rate}/s: ${what}, p${share * 100}`,
        figure: ms(figure),
        against: `app_queue: ${ms(peer)}`,
        ratio: figure / peer,
      }
    }),
  )
  return [
    ...times,
    {
      what: `${rate}/s: failed calls`,
      figure: `${ours.failed} of ${ours.lives.length}`,
      against: `app_queue: ${theirs.failed}`,
      ratio: null,
    },
    {
      what: `${rate}/s: CPU s per 1,000 calls`,
      figure: `${(ours.asterisk + ours.program + ours.database).toFixed(1)} (Asterisk ${ours.asterisk.toFixed(1)}, program ${ours.program.toFixed(1)}, database ${ours.database.toFixed(1)})`,
      against: `app_queue: ${theirs.asterisk.toFixed(1)}`,
      ratio: (ours.asterisk + ours.program + ours.database) / theirs.asterisk,
    },
  ]
}

/** The highest rate at which every caller spoke with an agent. */
async function ladder(scene: Scene): Promise<Row[]> {
  const held = { ours: 0, app_queue: 0 }
  for (const system of ['ours', 'app_queue'] as const)
    for (const rate of LADDER) {
      if ((await run(scene, system, rate, STEP_SECONDS)).failed > 0) break
      held[system] = rate
    }
  const figure = `${held.ours} a second`
  const against = `app_queue: ${held.app_queue}`
  return [{ what: 'highest rate without a failed call', figure, against, ratio: held.ours / held.app_queue }]
}

/** What app_queue is known to do wrong: a younger caller first, where one agent serves two lines. */
async function wrongOrders(scene: Scene): Promise<Row[]> {
  const { lab, house, city } = scene
  for (const queue of ['bench-1', 'bench-2'])
    lab.cli(`queue add member PJSIP/fz-${city.agents[0] ?? ''} to ${queue}`)
  await house.staff(1)
  const { service, report: second } = city.city.lines
  const ours = await inTurns(scene, 'ours', [service.number, second.number])
  const theirs = await inTurns(scene, 'app_queue', ['+49000001', '+49000002'])
  await house.staff(AGENTS)
  const against = `app_queue: ${theirs}`
  return [{ what: 'served before an older caller, of 20', figure: String(ours), against, ratio: null }]
}

/** One agent, two lines, callers to one and the other in turn. @returns who was served before somebody older */
async function inTurns(scene: Scene, system: System, numbers: readonly string[]): Promise<number> {
  const since = new Date()
  const callers = numbers.map(async (number, turn) => {
    await sleep(turn * 250)
    return callLine(scene.lab, scene.folder, { number, rate: 2, count: 10 })
  })
  const notes = (await Promise.all(callers)).flat()
  const rings = ringsOf(scene.telephones.notes(), await scene.ear.heard())
  const owners = system === 'ours' ? await ownersSince(scene.city, since) : null
  const served = livesOf(notes, rings, scene.bridges.joined(), owners)
    .filter((life) => life.rings.length > 0)
    .toSorted((a, b) => (a.rings[0]?.at ?? 0) - (b.rings[0]?.at ?? 0))
  return served.filter(({ invited }, position) =>
    served.slice(position + 1).some((later) => later.invited < invited),
  ).length
}

await inFolder(async (folder) => {
  const lab = startCallLab()
  const city = await openCallCity(folder, AGENTS)
  const names = city.agents.map((id) => `fz-${id}`)
  const ear = await openEar(lab.agentIp)
  const telephones = await answerCalls(lab, folder, { talkMs: TALK_MS, earPort: ear.port })
  await addTelephones(lab, names)
  for (const name of names) lab.cli(`queue add member PJSIP/${name} to bench-0`)
  const house = await startCallHouse(lab, city)
  const bridges = await watchBridges(lab)
  const scene = { lab, city, house, telephones, ear, bridges, folder }
  try {
    await measure(scene)
  } finally {
    await house.stop()
    await telephones.stop()
    ear.close()
    bridges.close()
    await city.platform.stop()
    lab.down()
  }
})

/** What the work gave, and how large the program was at equal distances of time meanwhile. */
async function sampled<T>(house: CallHouse, work: () => Promise<T>): Promise<[T, number[]]> {
  const sizes: number[] = []
  const timer = setInterval(() => sizes.push(resident(house.pid)), (SECONDS * 1000) / SAMPLES)
  const result = await work().finally(() => clearInterval(timer))
  return [result, sizes]
}

async function measure(scene: Scene): Promise<void> {
  const { house, lab } = scene
  const rows: Row[] = []
  for (const system of ['ours', 'app_queue'] as const) await run(scene, system, 5, 5)
  if (process.argv.includes('--orders')) return report('calls: orders', await wrongOrders(scene))
  const memory = resident(house.pid)
  let whileCalling: number[] = []
  for (const rate of RATES) {
    const [ours, sizes] = await sampled(house, () => run(scene, 'ours', rate, SECONDS))
    whileCalling = sizes
    const theirs = await run(scene, 'app_queue', rate, SECONDS)
    rows.push(...rowsOf(rate, ours, theirs))
  }
  if (!rate && !minutes) rows.push(...(await ladder(scene)), ...(await wrongOrders(scene)))
  const { channels, bridges } = await leftBehind(lab)
  const { waiting, free } = await house.ask()
  report(`calls: ${AGENTS} agents who talk ${ms(TALK_MS)}, ${SECONDS} s at each rate`, rows, [
    `Left behind: ${channels} channels, ${bridges} bridges, ${waiting} waiting, ${AGENTS - free} agents not free.`,
    `Memory of the program: ${megabytes(memory)} before, ${megabytes(resident(house.pid))} after; at the last rate, every ${Math.round(SECONDS / SAMPLES)} s: ${whileCalling.map(megabytes).join(', ')}.`,
  ])
}
