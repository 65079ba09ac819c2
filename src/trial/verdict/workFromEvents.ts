import { z } from 'zod'
import type { Range } from '../store.ts'
import type { TrialInputs } from './inputs.ts'

const instant = z.iso.datetime().transform((text) => new Date(text))
const told = <K extends string, S extends z.ZodRawShape>(kind: K, data: S) =>
  z.object({ kind: z.literal(kind), data: z.object(data), subjectId: z.string(), at: z.date() })
const direction = z.enum(['in', 'out'])
const talkMs = z.number().nullable()
const practice = z.boolean()

/** Those events, and of each only what this is made of; apart from the rooms' own schemas on purpose, see `toldEvent`. */
const workEvent = z.discriminatedUnion('kind', [
  told('call.offered', { practice, direction }),
  told('call.answered', {}),
  told('call.ended', { answered: z.boolean(), talkMs }),
  told('call.corrected', { direction, offeredAt: instant, answered: z.boolean(), talkMs }),
  told('case.opened', { practice, outcome: z.string() }),
  told('case.closed', { outcome: z.string() }),
  told('case.reopened', {}),
  told('attempt.started', { practice }),
  told('attempt.closed', {}),
])
type WorkEvent = z.infer<typeof workEvent>

export const WORK_KINDS: readonly string[] = workEvent.options.map((option) => option.shape.kind.value)

interface Call {
  at: Date
  counts: boolean
  answered: boolean
  talkMs: number | null
}
interface Heard {
  calls: Map<string, Call>
  cases: Map<string, { at: Date; counts: boolean; settled: boolean }>
  /** By callback, of which only one attempt can be open. */
  open: Map<string, Date>
  /** From dialling to the outcome. */
  tries: { at: Date; ms: number }[]
}

/**
 * What `workIn` reads in the tables, from the event log alone, as it was at a moment: what is settled later changes nothing.
 * @param events all of `WORK_KINDS` of one city, as they were written
 */
export async function workFromEvents(
  events: AsyncIterable<unknown> | Iterable<unknown>,
  { from, to }: Range,
  until: Date,
): Promise<TrialInputs['work']> {
  const heard: Heard = { calls: new Map(), cases: new Map(), open: new Map(), tries: [] }
  for await (const one of events) {
    const event = workEvent.parse(one)
    if (event.at <= until) hear(heard, event)
  }
  const inIt = ({ at }: { at: Date }): boolean => at >= from && at < to
  const calls = [...heard.calls.values()].filter((call) => call.counts && call.answered && inIt(call))
  const cases = [...heard.cases.values()].filter((one) => one.counts && inIt(one))
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  return {
    answered: calls.length,
    talkMs: sum(calls.map((call) => call.talkMs ?? 0)),
    clerkMs: sum(heard.tries.filter(inIt).map(({ ms }) => ms)),
    opened: cases.length,
    settled: cases.filter(({ settled }) => settled).length,
  }
}

function hear(heard: Heard, event: WorkEvent): void {
  const { subjectId, at } = event
  switch (event.kind) {
    case 'call.offered':
      heard.calls.set(subjectId, {
        at,
        counts: event.data.direction === 'in' && !event.data.practice,
        answered: false,
        talkMs: null,
      })
      return
    case 'call.answered':
      return change(heard.calls, subjectId, { answered: true })
    case 'call.ended':
      return change(heard.calls, subjectId, event.data)
    case 'call.corrected': {
      const { offeredAt, ...data } = event.data
      return change(heard.calls, subjectId, { ...data, at: offeredAt, counts: data.direction === 'in' })
    }
    case 'case.opened':
      heard.cases.set(subjectId, {
        at,
        counts: !event.data.practice && event.data.outcome !== 'report',
        settled: false,
      })
      return
    case 'case.closed':
      return change(heard.cases, subjectId, { settled: event.data.outcome === 'settled' })
    case 'case.reopened':
      return change(heard.cases, subjectId, { settled: false })
    case 'attempt.started':
      if (!event.data.practice) heard.open.set(subjectId, at)
      return
    case 'attempt.closed':
      return hearTry(heard, event)
  }
}

function change<T extends object>(known: ReadonlyMap<string, T>, id: string, values: Partial<T>): void {
  const one = known.get(id)
  if (one) Object.assign(one, values)
}

function hearTry({ open, tries }: Heard, { subjectId, at }: WorkEvent): void {
  const started = open.get(subjectId)
  open.delete(subjectId)
  if (started) tries.push({ at: started, ms: at.getTime() - started.getTime() })
}
