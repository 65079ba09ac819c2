import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { callbackQuery, callbacksApi, worklistQuery } from './queries.ts'

/** Makes a callback of a lost call and opens it; when it is over already, the list is read again and `refusal` says so. */
export function useAccepting() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const save = useMutation({
    mutationFn: callbacksApi.accept,
    async onSuccess(view, id) {
      client.setQueryData(callbackQuery(view.item.id).queryKey, view)
      // Going back must not show the lost call once more until the list has been read again.
      client.setQueryData(
        worklistQuery.queryKey,
        (list) => list && { ...list, proposals: list.proposals.filter((lost) => lost.id !== id) },
      )
      await navigate({ to: '/rueckrufe/$id', params: { id: view.item.id } })
    },
    onError: () => client.invalidateQueries({ queryKey: worklistQuery.queryKey }),
  })
  return {
    busy: save.isPending,
    refusal: save.error ? { id: save.variables, error: save.error } : null,
    accept: (id: string) => {
      if (!save.isPending) save.mutate(id)
    },
  }
}
