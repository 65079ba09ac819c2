import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CallbackView, NextCallback, NextInput, WorklistItem } from '../../src/callbacks/contract.ts'
import { telling } from '../platform/told.ts'
import { callbackQuery, callbacksApi } from './queries.ts'

/** Takes a callback and opens it; when somebody else was faster, the list is read again and `error` says so. */
export function useTaking(only: NextInput = {}) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const open = (id: string) => navigate({ to: '/rueckrufe/$id', params: { id } })
  const taken = async (view: CallbackView) => {
    client.setQueryData(callbackQuery(view.item.id).queryKey, view)
    await open(view.item.id)
  }
  const given = async ({ why, ...view }: NextCallback) => {
    client.setQueryData(callbackQuery(view.item.id).queryKey, view)
    const params = { id: view.item.id }
    await navigate({ to: '/rueckrufe/$id', params, ...(why ? { state: telling(why) } : {}) })
  }
  const refused = () => client.invalidateQueries({ queryKey: ['callbacks', 'list'] })
  const take = useMutation({ mutationFn: callbacksApi.take, onSuccess: taken, onError: refused })
  const next = useMutation({ mutationFn: () => callbacksApi.next(only), onSuccess: given, onError: refused })
  const busy = take.isPending || next.isPending
  return {
    busy,
    /** Why the last try failed; `id` is null when it was "next". */
    refusal: take.error
      ? { id: take.variables, error: take.error }
      : next.error
        ? { id: null, error: next.error }
        : null,
    takeNext: () => {
      if (busy) return
      take.reset()
      next.mutate()
    },
    /** What is already in somebody's hand, or waits for a colleague, is only opened. */
    choose: (item: WorklistItem) => {
      if (busy) return
      next.reset()
      if (item.state === 'taken' || item.reservedFor?.free === false) void open(item.id)
      else take.mutate(item.id)
    },
  }
}
