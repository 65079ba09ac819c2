import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { type DecisionInput, mailsView } from '../../../src/reports/mail/contract.ts'
import { api, nothing } from '../../platform/api.ts'

const base = '/api/v1/mails'
/** Nothing tells the page of a new mail; so often it looks itself. */
const LOOK_EVERY_MS = 20_000

export type WhichMails = 'waiting' | 'aside'

export const mailsQuery = (which: WhichMails) =>
  queryOptions({
    queryKey: ['mails', which],
    queryFn: ({ signal }) => api.get(base, mailsView, { signal, query: { which } }),
    refetchInterval: LOOK_EVERY_MS,
  })

export const mailsOfReportQuery = (id: string) =>
  queryOptions({
    queryKey: ['mails', 'of', id],
    queryFn: ({ signal }) => api.get(`/api/v1/reports/${id}/mails`, mailsView, { signal }),
  })

export const mailsApi = {
  decide: ({ id, decision }: { id: string; decision: DecisionInput }) =>
    api.post(`${base}/${id}/decision`, z.object({ caseId: z.uuid().nullable() }), decision),
  chooseIntake: (category: string) => api.put('/api/v1/mail-intake', nothing, { category }),
}

export const fileAddress = (mailId: string, fileId: string): string => `${base}/${mailId}/files/${fileId}`
export const rawAddress = (mailId: string): string => `${base}/${mailId}/raw`
