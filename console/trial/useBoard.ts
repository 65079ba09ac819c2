import { useSuspenseQuery } from '@tanstack/react-query'
import { useNow } from '../platform/now.ts'
import { boardQuery } from './queries.ts'

/** The board and the server's time now: clocks of a wall screen are often wrong, so that the answer's own stamp counts. */
export function useBoard() {
  const { data, dataUpdatedAt } = useSuspenseQuery(boardQuery)
  const browserNow = useNow()
  const now = Date.parse(data.now) + Math.max(0, browserNow - dataUpdatedAt)
  return { board: data, now }
}
