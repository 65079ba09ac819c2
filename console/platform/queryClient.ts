import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError, isPassing } from './apiError.ts'
import { forgetAccount } from './session.ts'

/** @param onSignedOut called when an answer shows that the session is over */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (!(error instanceof ApiError) || error.code !== 'not-signed-in') return
    forgetAccount(client)
    onSignedOut()
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // Live messages say when something is old; this catches what they do not know.
        staleTime: 30_000,
        retry: (count, error) => count < 3 && isPassing(error),
        retryDelay: (count) => 500 * 2 ** count,
        throwOnError: (_error, query) => query.state.data === undefined,
      },
      // Offline is found out by asking, not by what the browser believes.
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}
