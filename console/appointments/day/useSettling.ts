import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Accepted, ToSettleItem } from '../../../src/appointments/day/contract.ts'
import { announce } from '../../platform/announce.ts'
import { dayApi, type Offered } from './queries.ts'

/** Moves and cancels what is to be settled; what was refused says why at its row. */
export function useSettling() {
  const client = useQueryClient()
  const [told, setTold] = useState<string | null>(null)
  const say = (sentence: string): void => {
    setTold(sentence)
    announce(sentence)
  }
  const readAgain = () => client.invalidateQueries({ queryKey: ['office-day'] })
  const accept = useMutation({
    mutationFn: (offers: readonly Offered[]) => dayApi.accept(offers),
    onSuccess: (result) => say(sentenceOf(result)),
    onSettled: readAgain,
  })
  const cancel = useMutation({
    mutationFn: (item: ToSettleItem) => dayApi.cancel(item.id),
    onSuccess: (_, { reference }) => say(`${reference} ist abgesagt.`),
    onSettled: readAgain,
  })
  const reset = (): void => {
    setTold(null)
    accept.reset()
    cancel.reset()
  }
  return {
    busy: accept.isPending || cancel.isPending,
    error: accept.error ?? cancel.error,
    told,
    refusals: new Map(accept.data?.refused.map(({ id, message }) => [id, message])),
    accept: (offers: readonly Offered[]) => {
      if (accept.isPending || offers.length === 0) return
      reset()
      accept.mutate(offers)
    },
    cancel: (item: ToSettleItem) => {
      if (cancel.isPending) return
      reset()
      cancel.mutate(item)
    },
  }
}

function sentenceOf({ moved, refused }: Accepted): string {
  const done = moved === 1 ? 'Ein Termin ist verschoben.' : `${moved} Termine sind verschoben.`
  if (refused.length === 0) return done
  const not = refused.length === 1 ? 'Einer ging nicht' : `${refused.length} gingen nicht`
  return `${moved > 0 ? `${done} ` : ''}${not}: Es steht an der Zeile.`
}
