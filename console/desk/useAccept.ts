import { useEffect, useState } from 'react'
import type { DeskCall } from '../../src/desk/contract.ts'
import { useSoftphone } from '../softphone/index.ts'
import type { DeskActions } from './deskApi.ts'

/**
 * Takes an offered call: a real one by answering the softphone, also when its ring is a moment behind what the
 * desk already shows; a training call by telling the server.
 */
export function useAccept(call: DeskCall, actions: DeskActions): { answer: () => void; connecting: boolean } {
  const { state, phone } = useSoftphone()
  const [wanted, setWanted] = useState(false)
  const rings = state.call?.kind === 'offer' && state.call.stage === 'ringing'
  useEffect(() => {
    if (wanted && rings) phone?.answer()
  }, [wanted, rings, phone])
  const answer = () => {
    setWanted(true)
    if (call.practice)
      actions.mutate({ kind: 'accept', callId: call.id }, { onError: () => setWanted(false) })
  }
  return { answer, connecting: wanted }
}
