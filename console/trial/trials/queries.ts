import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import {
  type Decision,
  type Remark,
  trialsView,
  trialView,
  type TrialPlan,
} from '../../../src/trial/plan/contract.ts'
import { type CallsMapping, pastPreview, type TallyInput } from '../../../src/trial/baseline/contract.ts'
import { type EndingInput, endingView } from '../../../src/trial/ending/contract.ts'
import type { TestCallInput } from '../../../src/trial/testCalls/contract.ts'
import { api, nothing } from '../../platform/api.ts'
import { sendFile } from '../../platform/sendFile.ts'

const base = '/api/v1/trials'
const made = z.object({ id: z.uuid() })

export const trialsQuery = queryOptions({
  queryKey: ['trials'],
  queryFn: ({ signal }) => api.get(base, trialsView, { signal }),
})

export const trialQuery = (id: string) =>
  queryOptions({
    queryKey: ['trials', id],
    queryFn: ({ signal }) => api.get(`${base}/${id}`, trialView, { signal }),
  })

export const trialsApi = {
  /** A new one gets an address; a draft keeps its own. @returns its id */
  save: async (id: string | null, plan: TrialPlan): Promise<string> =>
    id === null ? (await api.post(base, made, plan)).id : (await api.put(`${base}/${id}`, made, plan)).id,
  discard: (id: string) => api.delete(`${base}/${id}`, nothing),
  start: (id: string) => api.post(`${base}/${id}/start`, nothing),
  change: (id: string, plan: TrialPlan, reason: string) =>
    api.post(`${base}/${id}/change`, nothing, { plan, reason }),
  close: (id: string) => api.post(`${base}/${id}/close`, nothing),
  interim: (id: string, shown: boolean) => api.post(`${base}/${id}/interim`, nothing, { shown }),
  publish: (id: string) => api.post(`${base}/${id}/publish`, nothing),
  remark: (id: string, remark: Remark) => api.post(`${base}/${id}/remarks`, nothing, remark),
  decide: (id: string, decision: Decision) => api.post(`${base}/${id}/decide`, nothing, decision),
}

/** So much of a file is looked at before it is sent. */
const LOOKED_AT_BYTES = 64 * 1024

const pastQuery = (given: Record<string, string | null>): string =>
  new URLSearchParams(
    Object.entries(given).filter((one): one is [string, string] => one[1] !== null),
  ).toString()

export const pastApi = {
  /** What the beginning of a file seems to be. @param mapping as it was changed; null: guess */
  preview: (file: File, mapping: CallsMapping | null) =>
    api.post(
      `/api/v1/past-previews?${pastQuery({ mapping: mapping && JSON.stringify(mapping) })}`,
      pastPreview,
      file.slice(0, LOOKED_AT_BYTES),
    ),
  send: (file: File, mapping: CallsMapping | null, onShare: (share: number) => void) =>
    sendFile(
      `/api/v1/past-imports?${pastQuery({ name: file.name, mapping: mapping && JSON.stringify(mapping) })}`,
      file,
      nothing,
      onShare,
    ),
  undo: (id: string) => api.delete(`/api/v1/past-imports/${id}`, nothing),
  tally: (sheet: TallyInput) => api.post('/api/v1/past-tallies', made, sheet),
  enterTestCall: (call: TestCallInput) => api.post('/api/v1/test-calls', made, call),
  undoTestCall: (id: string) => api.delete(`/api/v1/test-calls/${id}`, nothing),
}

export const endingQuery = (id: string) =>
  queryOptions({
    queryKey: ['trials', id, 'ending'],
    queryFn: ({ signal }) => api.get(`${base}/${id}/ending`, endingView, { signal }),
  })

export const endingApi = {
  plan: (id: string, ending: EndingInput) => api.post(`${base}/${id}/ending`, nothing, ending),
  withdraw: (id: string) => api.delete(`${base}/${id}/ending`, nothing),
}
