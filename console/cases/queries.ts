import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { attachmentAdded } from '../../src/cases/attachments/contract.ts'
import { caseView } from '../../src/cases/contract.ts'
import { api, nothing } from '../platform/api.ts'
import { sendFile } from '../platform/sendFile.ts'

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id],
    queryFn: ({ signal }) => api.get(`/api/v1/cases/${id}`, caseView, { signal }),
  })

const found = z.object({ id: z.uuid() })

/** The case with this number, however it was typed. @throws ApiError 404, 422 */
export const findCase = (number: string) => api.get('/api/v1/cases', found, { query: { number } })

export const addNote = (id: string, text: string) =>
  api.post(`/api/v1/cases/${id}/notes`, z.unknown(), { text })

/** Where a browser finds the file; it is always saved, never shown. */
export const attachmentAddress = (caseId: string, id: string): string =>
  `/api/v1/cases/${caseId}/attachments/${id}`

/** @param onShare how much of it has left, from 0 to 1 */
export const addAttachment = (caseId: string, file: File, onShare: (share: number) => void) =>
  sendFile(
    `/api/v1/cases/${caseId}/attachments?${new URLSearchParams({ name: file.name })}`,
    file,
    attachmentAdded,
    onShare,
  )

export const removeAttachment = (caseId: string, id: string) =>
  api.delete(attachmentAddress(caseId, id), nothing)
