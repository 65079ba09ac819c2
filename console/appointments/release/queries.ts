import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import {
  type dryRunInput,
  dryRunView,
  type planInput,
  plansView,
  type PlanView,
} from '../../../src/appointments/release/contract.ts'
import { api, nothing } from '../../platform/api.ts'

const base = '/api/v1/release-plans'

/** Every release plan: its newest version, and the one that counts. */
export const plansQuery = queryOptions({
  queryKey: ['release-plans'],
  queryFn: ({ signal }) => api.get(base, plansView, { signal }),
})

/** What a version would do for appointments of a service, by the shifts and closures of this moment. */
export const dryRunQuery = (plan: PlanView, service: string) => {
  const { id, version, officeId, name, from, until, rule } = plan
  const input: z.input<typeof dryRunInput> = { id, service, plan: { officeId, name, from, until, rule } }
  return queryOptions({
    queryKey: ['release-plans', 'dry-run', id, version, rule, from, until, service],
    queryFn: ({ signal }) => api.post(`${base}/dry-run`, dryRunView, input, { signal }),
  })
}

/** Fields as they were typed; the server says what is wrong with them. */
export type PlanDraft = z.input<typeof planInput>
export type Rule = PlanDraft['rule']

/** A step in the life of a plan. */
export type PlanStep = 'submit' | 'return' | 'withdraw' | 'approve' | 'ask-end' | 'refuse-end' | 'end'

const saved = z.object({ id: z.uuid(), version: z.int() })
export const releaseApi = {
  /** `id` null adds one. */
  save: (id: string | null, draft: PlanDraft) =>
    id === null ? api.post(base, saved, draft) : api.put(`${base}/${id}`, saved, draft),
  step: ({ id, version }: Pick<PlanView, 'id' | 'version'>, step: PlanStep) =>
    api.post(`${base}/${id}/${step}`, nothing, { version }),
}
