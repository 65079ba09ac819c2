import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import { localDay } from '../localDay.ts'
import { type CountedPromise, countPromises } from './countPromises.ts'
import type { GroupFigures } from './figuresStore.ts'

const instant = z.iso.datetime().transform((text) => new Date(text))
const told = <K extends string, S extends z.ZodRawShape>(kind: K, data: S) =>
  z.object({ kind: z.literal(kind), data: z.object(data), subjectId: z.string(), at: z.date() })

/** Those events, and of each only what these figures are made of; apart from the rooms' own schemas on purpose, see `toldEvent`. */
const toldEvent = z.discriminatedUnion('kind', [
  told('case.opened', { serviceId: z.string().nullable() }),
  told('callback.promised', {
    caseId: z.string(),
    teamId: z.string(),
    windowStart: instant,
    windowEnd: instant,
    practice: z.boolean(),
  }),
  told('callback.passed-on', { toTeamId: z.string() }),
  told('callback.changed-by-citizen', { dueFrom: instant, dueUntil: instant, promiseMoved: z.boolean() }),
  told('callback.kept', {}),
  told('callback.broken', { cause: z.string() }),
  told('callback.withdrawn', {}),
  told('callback.done', { outcome: z.string() }),
  told('attempt.started', {}),
  told('attempt.closed', { result: z.string() }),
])
type ToldEvent = z.infer<typeof toldEvent>

export const PROMISE_KINDS: readonly string[] = toldEvent.options.map((option) => option.shape.kind.value)

export interface ToldPromise extends CountedPromise {
  caseId: string
  teamId: string
  windowStart: Date
  windowEnd: Date
  practice: boolean
  tries: { startedAt: Date; result: string | null }[]
}

/** What the events told so far. */
interface Told {
  serviceOf: Map<string, string | null>
  promises: Map<string, ToldPromise>
}

/** Every promise as the event log alone tells it. @param events all of `PROMISE_KINDS` of one city, as they were written */
export async function foldPromises(events: AsyncIterable<unknown> | Iterable<unknown>): Promise<Told> {
  const told: Told = { serviceOf: new Map(), promises: new Map() }
  for await (const event of events) hear(told, toldEvent.parse(event))
  return told
}

function hear({ serviceOf, promises }: Told, event: ToldEvent): void {
  if (event.kind === 'case.opened') {
    serviceOf.set(event.subjectId, event.data.serviceId)
    return
  }
  if (event.kind === 'callback.promised') {
    const nothingYet = { promise: 'open', cause: null, moved: false, outcome: null, tries: [] } as const
    promises.set(event.subjectId, { ...event.data, ...nothingYet, tries: [], promisedAt: event.at })
    return
  }
  const promise = promises.get(event.subjectId)
  if (promise) change(promise, event)
}

function change(promise: ToldPromise, event: ToldEvent): void {
  switch (event.kind) {
    case 'callback.passed-on':
      promise.teamId = event.data.toTeamId
      return
    case 'callback.changed-by-citizen':
      if (!event.data.promiseMoved) return
      promise.moved = true
      promise.windowStart = event.data.dueFrom
      promise.windowEnd = event.data.dueUntil
      return
    case 'callback.kept':
      promise.promise = 'kept'
      return
    case 'callback.broken':
      promise.promise = 'broken'
      promise.cause = event.data.cause
      return
    case 'callback.withdrawn':
      promise.promise = 'withdrawn'
      return
    case 'callback.done':
      promise.outcome = event.data.outcome
      return
    case 'attempt.started':
      promise.tries.push({ startedAt: event.at, result: null })
      return
    case 'attempt.closed': {
      // Only one attempt of a callback can be open, so the last one is meant.
      const last = promise.tries.at(-1)
      if (last) last.result = event.data.result
    }
  }
}

/** The figures of the promises of a day, as a whole and by group, from what the events told. */
export function groupsOfDay({ serviceOf, promises }: Told, day: string, hours: ServiceHours): GroupFigures[] {
  const { timeZone } = hours
  const counted = [...promises.values()]
    .filter(({ practice, windowEnd }) => !practice && localDay(windowEnd, timeZone) === day)
    .map((promise) => ({ ...promise, tries: promise.tries.filter(isTry) }))
  const keys = {
    service: ({ caseId }: ToldPromise) => serviceOf.get(caseId) ?? '',
    team: ({ teamId }: ToldPromise) => teamId,
    hour: ({ windowStart }: ToldPromise) => localHour(windowStart, timeZone),
  }
  const total = { by: 'total', key: '', figures: countPromises(counted, hours) } as const
  const groups = (['service', 'team', 'hour'] as const).flatMap((by) =>
    [...Map.groupBy(counted, keys[by])].map(([key, some]) => ({
      by,
      key,
      figures: countPromises(some, hours),
    })),
  )
  return [total, ...groups]
}

/** Who called us meanwhile was not tried. */
const isTry = ({ result }: { result: string | null }): boolean => result !== 'called-back-meanwhile'

const localHour = (at: Date, timeZone: string): string =>
  String(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).hour).padStart(
    2,
    '0',
  )
