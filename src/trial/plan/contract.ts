import { z } from 'zod'
import { testCallView } from '../testCalls/contract.ts'
import { trialResult } from '../verdict/contract.ts'
import { TRIAL_FIGURES } from './figures.ts'

const day = z.iso.date('Bitte einen Tag als JJJJ-MM-TT angeben.')
const text = (most: number) =>
  z.string().trim().min(1, 'Bitte ausfüllen.').max(most, `Bitte höchstens ${most} Zeichen.`)
const days = z.object({ from: day, to: day })
const cents = z
  .int('Bitte einen Betrag angeben.')
  .min(0, 'Bitte keinen Betrag unter null.')
  .max(100_000_000, 'Dieser Betrag ist zu hoch.')

/** What the provider is paid for; `flat` for the whole trial. */
export const price = z.object({ per: z.enum(['call', 'minute', 'flat']), cents })
export type Price = z.infer<typeof price>

export const target = z.object({
  figure: z.enum(TRIAL_FIGURES),
  /** A share: 0.8 for 80 %. */
  share: z.number('Bitte eine Zahl angeben.').gt(0, 'Bitte mehr als 0 %.').lt(1, 'Bitte weniger als 100 %.'),
})

export const BASELINE_SOURCES = ['imported', 'tally', 'test-calls', 'own'] as const

/** Everything that is said before a trial begins, and stands from then on. */
export const trialPlan = z.object({
  title: text(120),
  question: text(500),
  period: days,
  baseline: days.extend({
    /** Where the time before comes from: files of another telephone system, tally sheets, test calls, or this system. */
    source: z.enum(BASELINE_SOURCES),
    /** Of another system: which queues count; all where none is named. */
    queues: z.array(z.string().max(100)).max(50),
  }),
  decidesOn: day,
  provider: text(120),
  price,
  /** What an hour of the city's own staff costs. */
  staffCentsPerHour: cents,
  /** The first is the question itself. */
  targets: z
    .array(target)
    .min(1, 'Bitte mindestens ein Ziel nennen.')
    .max(TRIAL_FIGURES.length)
    .refine((all) => new Set(all.map(({ figure }) => figure)).size === all.length, 'Jedes Ziel nur einmal.'),
  /** What is recommended when: see `recommendRule.ts`. */
  rule: z.enum(['all', 'first']),
  /** Left out of the comparison, with the reason, said before. */
  specialDays: z.array(z.object({ day, why: text(120) })).max(60),
})
export type TrialPlan = z.infer<typeof trialPlan>

export const changeInput = z.object({ plan: trialPlan, reason: text(500) })
export const interimInput = z.object({ shown: z.boolean() })
export const decisionInput = z.object({ decision: z.enum(['continue', 'adapt', 'end']), text: text(2000) })
export type Decision = z.infer<typeof decisionInput>

/** What somebody has to say about a result, with the name under it. */
export const remarkInput = z.object({ text: text(2000), signed: text(120) })
export type Remark = z.infer<typeof remarkInput>

export const TRIAL_STATES = ['draft', 'running', 'closed', 'decided'] as const

const instant = z.iso.datetime()
const count = z.int()

/** `GET /api/v1/trials` */
export const trialsView = z.object({
  trials: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(TRIAL_STATES),
      title: z.string(),
      period: trialPlan.shape.period,
      published: z.boolean(),
    }),
  ),
  imports: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['queue-log', 'calls', 'tally']),
      fileName: z.string(),
      size: count,
      at: instant,
      calls: count,
      /** Calls that another file tells of too; they count once. */
      doubled: count,
      first: instant.nullable(),
      last: instant.nullable(),
      oddities: z.array(z.object({ kind: z.string(), count, lines: z.array(count) })),
    }),
  ),
  queues: z.array(z.object({ queue: z.string(), calls: count })),
  testCalls: z.array(testCallView),
})
export type TrialsView = z.infer<typeof trialsView>

/** `GET /api/v1/trials/:id` */
export const trialView = z.object({
  id: z.uuid(),
  state: z.enum(TRIAL_STATES),
  plan: trialPlan,
  lockedAt: instant.nullable(),
  published: z.boolean(),
  /** Whether everybody may read its weeks while it runs. */
  interim: z.boolean(),
  decision: decisionInput.nullable(),
  remarks: z.array(remarkInput.extend({ at: instant })),
  /** Before the result: how many days show a change of ten points; null where what was before tells nothing of it. */
  enough: z.array(z.object({ figure: z.enum(TRIAL_FIGURES), days: count.nullable() })),
  changes: z.array(z.object({ at: instant, reason: z.string(), before: trialPlan, after: trialPlan })),
  result: trialResult.extend({ hash: z.string() }).nullable(),
  /** While it runs: of the days up to `until`, `days` of them compared. Nothing of it is final. */
  soFar: trialResult.extend({ until: z.iso.date(), days: count }).nullable(),
})
export type TrialView = z.infer<typeof trialView>
