import { z } from 'zod'
import { QUOTAS } from './plan.ts'
import { ruleShape } from './planRule.ts'

const date = z.iso.date()
const instant = z.iso.datetime()

/** `POST /api/v1/release-plans`; `PUT …/:id` changes the draft, or begins the next version of a plan that counts. */
export const planInput = z
  .object({
    officeId: z.string().min(1, 'Bitte ein Büro wählen.').max(40),
    name: z
      .string('Bitte einen Namen eingeben.')
      .trim()
      .min(1, 'Bitte einen Namen eingeben.')
      .max(80, 'Der Name ist zu lang (höchstens 80 Zeichen).'),
    /** The days it decides about, both included. */
    from: z.iso.date('Bitte den ersten Tag angeben.'),
    until: z.iso.date('Bitte den letzten Tag angeben.').nullable(),
    rule: ruleShape,
  })
  .refine(({ from, until }) => until === null || until >= from, {
    path: ['until'],
    error: 'Der letzte Tag darf nicht vor dem ersten liegen.',
  })
  .refine(({ until, rule }) => rule.kind !== 'batch' || until !== null, {
    path: ['until'],
    error: 'Bitte den letzten Tag angeben, der auf einmal freigegeben wird.',
  })
export type PlanInput = z.output<typeof planInput>

/** Which version somebody means: what changed meanwhile is not submitted, approved or ended unseen. */
export const versionInput = z.object({ version: z.int().min(1) })

export const PLAN_STATES = ['draft', 'submitted', 'active', 'ended', 'withdrawn'] as const

const person = z.object({ id: z.uuid(), name: z.string(), at: instant })
export const planView = z.object({
  id: z.uuid(),
  version: z.int(),
  officeId: z.string(),
  name: z.string(),
  from: date,
  until: date.nullable(),
  rule: ruleShape,
  state: z.enum(PLAN_STATES),
  author: person,
  submittedAt: instant.nullable(),
  approved: person.nullable(),
  /** Somebody asked to end it; a second person decides. */
  endAsked: person.nullable(),
  endedAt: instant.nullable(),
  replacedBy: z.int().nullable(),
})
export type PlanView = z.infer<typeof planView>

/** `GET /api/v1/release-plans`: the newest version of each plan, and the one that counts where that is another. */
export const plansView = z.object({
  plans: z.array(planView),
  offices: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What can be booked, for counting appointments in a dry run. */
  services: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type PlansView = z.infer<typeof plansView>

/** `POST /api/v1/release-plans/dry-run`: what the plan would do; `id` where it is a version of a known plan. */
export const dryRunInput = z.object({
  id: z.uuid().nullable().default(null),
  plan: planInput,
  /** Whose appointments are counted. */
  service: z.string('Bitte eine Leistung wählen.').min(1, 'Bitte eine Leistung wählen.').max(60),
})
export type DryRunInput = z.output<typeof dryRunInput>

const opening = z.object({
  /** Null: open at any time. */
  at: instant.nullable(),
  kind: z.enum(['opens', 'flows-back']),
  /** Null: for everybody. */
  quota: z.enum(QUOTAS).nullable(),
  minutes: z.int(),
  appointments: z.int(),
})
export const dryRunView = z.object({
  service: z.object({ id: z.string(), minutes: z.int() }),
  /** Only the beginning of its days is shown. */
  isCut: z.boolean(),
  days: z.array(
    z.object({
      date,
      /** Minutes that all who work there have. */
      capacity: z.number(),
      /** Appointments of the service for which the empty day has room. */
      appointments: z.int(),
      taken: z.number(),
      closedBecause: z.string().nullable(),
      openings: z.array(opening),
    }),
  ),
  /** When what was given back comes next. */
  poolTimes: z.array(instant),
  warnings: z.array(z.string()),
})
export type DryRunView = z.infer<typeof dryRunView>
