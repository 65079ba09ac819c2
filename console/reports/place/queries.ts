import { queryOptions } from '@tanstack/react-query'
import { mapView } from '../../../src/city/places/contract.ts'
import { api, nothing } from '../../platform/api.ts'

/** It is set when the program starts. */
export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => api.get('/api/v1/map', mapView, { signal }),
  staleTime: Infinity,
})

export const markGround = (id: string, isPrivate: boolean): Promise<unknown> =>
  api.post(`/api/v1/reports/${id}/ground`, nothing, { isPrivate })
