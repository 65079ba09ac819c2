import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  correctedNumber,
  type CorrectNumberInput,
  newCallbackMade,
  type NewCallbackInput,
  newCallbackView,
} from '../../../src/callbacks/byClerk/contract.ts'
import { api } from '../../platform/api.ts'

const base = '/api/v1/callbacks'

/** What can be promised now. @param teamId null: the first of the own teams */
export const newCallbackQuery = (teamId: string | null, serviceId: string | null) =>
  queryOptions({
    queryKey: ['callbacks', 'new', teamId, serviceId],
    queryFn: ({ signal }) =>
      api.get(`${base}/new`, newCallbackView, {
        signal,
        query: { teamId: teamId ?? undefined, serviceId: serviceId ?? undefined },
      }),
    staleTime: 0,
    placeholderData: keepPreviousData,
    throwOnError: false,
  })

const promise = (input: NewCallbackInput) => api.post(base, newCallbackMade, input)
const correctNumber = (id: string, input: CorrectNumberInput) =>
  api.post(`${base}/${id}/number`, correctedNumber, input)

export const byClerkApi = { promise, correctNumber }
