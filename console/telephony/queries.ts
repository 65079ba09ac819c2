import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  type changeCtiSourceInput,
  type createCtiSourceInput,
  ctiSourcesView,
  ctiSourceView,
  ctiTokenView,
} from '../../src/telephony/cti/contract.ts'
import { api } from '../platform/api.ts'

const base = '/api/v1/cti-sources'

export const sourcesQuery = queryOptions({
  queryKey: ['cti-sources'],
  queryFn: ({ signal }) => api.get(base, ctiSourcesView, { signal }),
  select: ({ sources }) => sources,
})

type Create = z.input<typeof createCtiSourceInput>
type Change = z.input<typeof changeCtiSourceInput>

export const sourcesApi = {
  create: (input: Create) => api.post(base, ctiTokenView, input),
  change: ({ id, ...input }: Change & { id: string }) => api.put(`${base}/${id}`, ctiSourceView, input),
  /** The old token is refused from now on. */
  renewToken: (id: string) => api.post(`${base}/${id}/token`, ctiTokenView),
}
