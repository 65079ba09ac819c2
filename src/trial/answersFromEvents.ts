import { z } from 'zod'
import { type Answers, NO_ANSWERS } from './answersStore.ts'
import { localDay } from './localDay.ts'

const instant = z.iso.datetime().transform((text) => new Date(text))
const told = <K extends string, S extends z.ZodRawShape>(kind: K, data: S) =>
  z.object({ kind: z.literal(kind), data: z.object(data), subjectId: z.string(), at: z.date() })

/** Those events, and of each only what this is made of; apart from the rooms' own schemas on purpose, see `toldEvent`. */
const answerEvent = z.discriminatedUnion('kind', [
  told('case.opened', { outcome: z.string(), answerBy: instant.nullable().default(null) }),
  told('case.closed', { outcome: z.string() }),
  told('case.reopened', {}),
  told('callback.promised', { caseId: z.string() }),
  told('attempt.closed', { result: z.string() }),
])
type AnswerEvent = z.infer<typeof answerEvent>

export const ANSWER_KINDS: readonly string[] = answerEvent.options.map((option) => option.shape.kind.value)

interface Case {
  openedAt: Date
  answerBy: Date
  atOnce: boolean
  /** First call back in which somebody spoke with the citizen. */
  reachedAt: Date | null
  /** Null while it is open. */
  end: { at: Date; outcome: string } | null
}
interface Told {
  cases: Map<string, Case>
  /** By callback. */
  caseOf: Map<string, string>
}

/**
 * What `answersByDay` reads in the tables, from the event log alone, as it was at a moment.
 * @param events all of `ANSWER_KINDS` of one city, as they were written @param timeZone IANA name
 */
export async function answersFromEvents(
  events: AsyncIterable<unknown> | Iterable<unknown>,
  timeZone: string,
  until: Date,
): Promise<Map<string, Answers>> {
  const heard: Told = { cases: new Map(), caseOf: new Map() }
  for await (const one of events) {
    const event = answerEvent.parse(one)
    if (event.at <= until) hear(heard, event)
  }
  const byDay = new Map<string, Answers>()
  for (const one of heard.cases.values()) {
    const day = localDay(one.openedAt, timeZone)
    const { answered24, decided24 } = byDay.get(day) ?? NO_ANSWERS
    const answered = answeredAt(one)
    const isOver = one.end?.outcome !== 'withdrawn' && one.answerBy <= until
    byDay.set(day, {
      answered24: answered24 + Number(answered !== null && answered <= one.answerBy),
      decided24: decided24 + Number(answered !== null || isOver),
    })
  }
  return byDay
}

function hear({ cases, caseOf }: Told, event: AnswerEvent): void {
  const { subjectId, at } = event
  switch (event.kind) {
    case 'case.opened': {
      const { answerBy, outcome } = event.data
      if (answerBy === null) return
      const nothingYet = { reachedAt: null, end: null }
      cases.set(subjectId, { openedAt: at, answerBy, atOnce: outcome === 'settled', ...nothingYet })
      return
    }
    case 'case.closed':
    case 'case.reopened': {
      const one = cases.get(subjectId)
      if (one) one.end = event.kind === 'case.closed' ? { at, outcome: event.data.outcome } : null
      return
    }
    case 'callback.promised':
      caseOf.set(subjectId, event.data.caseId)
      return
    case 'attempt.closed': {
      const one = cases.get(caseOf.get(subjectId) ?? '')
      if (one && event.data.result === 'reached') one.reachedAt ??= at
    }
  }
}

function answeredAt({ openedAt, atOnce, reachedAt, end }: Case): Date | null {
  const closedAt = end?.outcome === 'settled' ? end.at : null
  const answers = [atOnce ? openedAt : null, reachedAt, closedAt].filter((at) => at !== null)
  return answers.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
}
