import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '../platform/announce.ts'
import { leadQuery } from './queries.ts'

interface Deed<I> {
  run: (input: I) => Promise<unknown>
  /** Said aloud when it is done; the page shows it by itself. */
  done: string
  onDone?: () => void
}

/** Something a lead does: afterwards the page shows what the server made of it. */
export function useDeed<I = void>({ run, done, onDone }: Deed<I>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    async onSuccess() {
      await client.invalidateQueries({ queryKey: leadQuery.queryKey })
      announce(done)
      onDone?.()
    },
    onError: () => client.invalidateQueries({ queryKey: leadQuery.queryKey }),
  })
}
