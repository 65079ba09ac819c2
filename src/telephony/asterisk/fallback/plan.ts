// What the dialplan needs when we are gone: a sign of life, and for each line whom to ring and what to say.
import { decidedLines, linesOf, serviceHoursOf, type Line } from '../../../city/index.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Agent } from '../../distribution/model.ts'
import type { Exchange } from '../../exchange/exchange.ts'
import * as store from '../../store.ts'
import type { Ari } from '../ari/client.ts'
import { endpointOf } from '../softphones.ts'
import { hoursWords, openingWords, type Opening } from './message.ts'
import { agentsOf, ALIVE, hoursOf, overflowOf, promptOf, setGlobal, untilOf } from './variables.ts'

const BEAT_MS = 1_000
/** Lines and hours change rarely; who is ready changes all the time and is in memory. */
const READ_EVERY_BEATS = 5
/** Within these the agents of the process before have come back, or they will not. */
const RETURN_BEATS = 60
/** Asterisk reads request lines of up to 4 kB; an emergency needs no more. */
const MOST_AGENTS = 40

export interface FallbackPlanNeeds {
  platform: Platform
  ari: Pick<Ari, 'request'>
  exchangeOf(cityId: string): Exchange
  carries(cityId: string): boolean
}

interface PlannedLine {
  cityId: string
  line: Pick<Line, 'number' | 'answeringTeamId' | 'routing'>
  opening: Opening
  hours: string
}

/** Keeps Asterisk's variables current while the application is connected. */
export class FallbackPlan {
  readonly #needs: FallbackPlanNeeds
  readonly #written = new Map<string, string>()
  #lines: readonly PlannedLine[] = []
  #beats = 0
  #timer: NodeJS.Timeout | undefined
  #beating: Promise<void> = Promise.resolve()

  constructor(needs: FallbackPlanNeeds) {
    this.#needs = needs
  }

  /** After every connection: Asterisk may have started anew and have forgotten all of it. */
  async start(): Promise<void> {
    this.stop()
    this.#written.clear()
    this.#beats = 0
    this.#timer = setInterval(() => {
      this.#beating = this.#beating.then(() => this.#beat())
    }, BEAT_MS)
    await this.#beat()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #beat(): Promise<void> {
    const { ari, platform } = this.#needs
    try {
      await setGlobal(ari, ALIVE, String(Date.now()))
      if (this.#beats++ % READ_EVERY_BEATS === 0) this.#lines = await this.#readLines()
      for (const [name, value] of this.#wanted()) await this.#write(name, value)
    } catch (error) {
      // The watchdog notices when this goes on; the link's own alarm tells people.
      platform.log.warn({ err: String(error) }, 'the telephone system was not told what to do without us')
    }
  }

  #wanted(): [string, string][] {
    return this.#lines.flatMap(({ cityId, line, opening, hours }): [string, string][] => {
      const { agents: known } = this.#needs.exchangeOf(cityId).state
      const agents = readyAgents(known.values(), [line.answeringTeamId, ...line.routing.helperTeamIds])
      const endpoints = agents.slice(0, MOST_AGENTS).map((id) => `PJSIP/${endpointOf(id)}`)
      return [
        [agentsOf(line.number), endpoints.join('&')],
        [overflowOf(line.number), line.routing.overflow?.number ?? ''],
        [promptOf(line.number), opening.prompt],
        [untilOf(line.number), String(opening.until ?? 0)],
        [hoursOf(line.number), hours],
      ]
    })
  }

  async #write(name: string, value: string): Promise<void> {
    const written = this.#written.get(name)
    if (written === value) return
    // Nobody is ready yet when a process begins: what the one before left is better than an empty list.
    if (value === '' && written === undefined && this.#beats <= RETURN_BEATS) return
    await setGlobal(this.#needs.ari, name, value)
    this.#written.set(name, value)
  }

  async #readLines(): Promise<PlannedLine[]> {
    const { db, clock } = this.#needs.platform
    const planned: PlannedLine[] = []
    for (const cityId of (await store.cityIds(db)).filter((id) => this.#needs.carries(id))) {
      const now = clock.now()
      const serviceHours = await serviceHoursOf(db, cityId)
      const hours = hoursWords(serviceHours.week)
      const decided = await decidedLines(db, cityId, now)
      const lines = (await linesOf(db, cityId)).filter((line) => line.active)
      for (const line of lines) {
        const opening = openingWords(serviceHours, decided.get(line.id) ?? null, now)
        planned.push({ cityId, line, opening, hours })
      }
    }
    return planned
  }
}

/** Agents who take calls, of the first team before those of the next; of each, the longest idle first. */
export function readyAgents(
  known: Iterable<Pick<Agent, 'id' | 'teams' | 'ready' | 'since'>>,
  teamIds: readonly string[],
): string[] {
  const ready = [...known]
    .filter((agent) => agent.ready)
    .toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
  const ids = teamIds.flatMap((team) => ready.filter(({ teams }) => teams.includes(team)).map(({ id }) => id))
  return [...new Set(ids)]
}
