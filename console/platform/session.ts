import { queryOptions, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { me, type Me, type Role } from '../../src/people/contract.ts'
import { api, nothing } from './api.ts'
import { ApiError } from './apiError.ts'
import { forgetDrafts } from './drafts.ts'

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await api.get('/api/v1/session', me, { signal })
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null
      throw error
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** The signed-in account. Only for pages inside the shell, which the router opens to nobody else. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery)
  if (!data) throw new ApiError(401, 'not-signed-in', 'Bitte melden Sie sich an.')
  return data
}

export function useHasRole(...roles: readonly Role[]): boolean {
  return roles.includes(useMe().role)
}

/** Signs out here. What was typed and not yet saved leaves this computer, because the next person may be another. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await api.delete('/api/v1/session', nothing)
    forgetDrafts()
    forgetAccount(client)
  }
}

/** Nobody is signed in any more: nothing of the account stays in memory. */
export function forgetAccount(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' })
  client.setQueryData(meQuery.queryKey, null)
}
