import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DayItem } from '../../../src/appointments/day/contract.ts'
import { announce } from '../../platform/announce.ts'
import { stateWords, type Verb } from './marks.ts'
import { dayApi } from './queries.ts'

interface Marking {
  item: DayItem
  verb: Verb
  counter: string | null
}

const SAID: Readonly<Record<Exclude<Verb, 'undo'>, string>> = {
  arrive: 'ist angekommen.',
  call: 'ist aufgerufen.',
  serve: 'ist bedient.',
  miss: 'ist nicht erschienen.',
  wait: 'wartet wieder.',
}

/**
 * Says what became of an appointment. Rows do not wait for each other; one row takes a next click when its new state is
 * on the screen. After a refusal the list is read again and `refusal` says why.
 */
export function useMarks() {
  const client = useQueryClient()
  const [running, setRunning] = useState<readonly DayItem[]>([])
  const [refusal, setRefusal] = useState<{ id: string; error: unknown } | null>(null)
  const readAgain = () => client.invalidateQueries({ queryKey: ['office-day'] })
  const mark = useMutation({
    mutationFn: ({ item, verb, counter }: Marking) =>
      dayApi.mark(item.id, { verb, seen: item.state, counter }),
    onSuccess: (_, { item, verb }) => {
      announce(
        `${item.reference} ${verb === 'undo' ? `ist nicht mehr ${stateWords[item.state]}.` : SAID[verb]}`,
      )
      return readAgain()
    },
    onError: (error, { item }) => {
      setRefusal({ id: item.id, error })
      void readAgain()
    },
    onSettled: (_data, _error, { item }) => setRunning((rows) => rows.filter((row) => row !== item)),
  })
  // A new state is often seen through the live channel before our own answer is there: then the next click counts.
  const isBusy = (item: DayItem | undefined): boolean =>
    running.some(({ id, state }) => id === item?.id && state === item.state)
  return {
    isBusy,
    refusal,
    run: (item: DayItem, verb: Verb, counter: string | null = null) => {
      if (isBusy(item)) return
      setRunning((rows) => [...rows, item])
      setRefusal(null)
      mark.mutate({ item, verb, counter })
    },
  }
}
