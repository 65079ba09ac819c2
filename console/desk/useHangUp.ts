import type { DeskCall } from '../../src/desk/contract.ts'
import { useSoftphone } from '../softphone/index.ts'
import type { DeskActions } from './deskApi.ts'

/** Ends the conversation: at this softphone, or by the server where the call has none here (training, other window). */
export function useHangUp(call: DeskCall | null, actions: DeskActions): () => void {
  const { state, phone } = useSoftphone()
  return () => {
    if (!call) return
    if (!call.practice && state.call) phone?.hangUp()
    else actions.mutate({ kind: 'hang-up', callId: call.id })
  }
}
