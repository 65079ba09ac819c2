import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useHasRole, useSignOut } from '../platform/session.ts'
import { shiftQuery } from './queries.ts'

/** Signing out; who has callbacks in hand is asked before. A list that cannot be read keeps nobody here. */
export function useLeaving() {
  const client = useQueryClient()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const calls = useHasRole('clerk', 'report', 'lead')
  const [inHand, setInHand] = useState(0)
  const leave = async () => {
    setInHand(0)
    await signOut()
    await navigate({ to: '/anmelden' })
  }
  const ask = async () => {
    if (!calls) return leave()
    const shift = await client.fetchQuery({ ...shiftQuery, staleTime: 0, retry: false }).catch(() => null)
    const count = shift?.items.filter(({ state }) => state === 'taken').length ?? 0
    if (count === 0) return leave()
    return setInHand(count)
  }
  return { inHand, ask, leave, stay: () => setInHand(0) }
}
