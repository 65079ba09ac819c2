import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useNavigate, type LinkProps } from '@tanstack/react-router'
import { telling } from '../platform/told.ts'

interface Saving<I, A> {
  save: (input: I) => Promise<A>
  /** What the answer of the save is the new state of. */
  queryKey: QueryKey
  /** Where one is led afterwards, and the sentence that is shown there. */
  to: NonNullable<LinkProps['to']>
  told: string
}

/** Stores a form and leads on; on errors the form stays as it is. */
export function useSaving<I, A>({ save, queryKey, to, told }: Saving<I, A>) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: save,
    async onSuccess(answer) {
      client.setQueryData(queryKey, answer)
      await navigate({ to, state: telling(told) })
    },
  })
}
