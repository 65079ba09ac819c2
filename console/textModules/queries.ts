import { queryOptions } from '@tanstack/react-query'
import {
  insertableTexts,
  textModulesView,
  type TextModuleInput,
} from '../../src/cases/textModules/contract.ts'
import { api } from '../platform/api.ts'

const base = '/api/v1/text-modules'

export const textModulesQuery = queryOptions({
  queryKey: ['text-modules'],
  queryFn: ({ signal }) => api.get(base, textModulesView, { signal }),
})

/** Those for a case, filled in. */
export const textsForCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['text-modules', 'case', caseId],
    queryFn: ({ signal }) => api.get(`/api/v1/cases/${caseId}/text-modules`, insertableTexts, { signal }),
    throwOnError: false,
  })

/** Every change answers the whole list. */
export const saveTextModule = ({ id, input }: { id: string | null; input: TextModuleInput }) =>
  id === null ? api.post(base, textModulesView, input) : api.put(`${base}/${id}`, textModulesView, input)
