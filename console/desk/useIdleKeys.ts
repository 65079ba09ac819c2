import type { DeskActions, DeskView } from './deskApi.ts'
import { useFunctionKeys } from './useFunctionKeys.ts'

/** Between calls: F9 switches between ready and pause, F7 starts a training call. */
export function useIdleKeys({ call, state, telephone }: DeskView, actions: DeskActions): void {
  const idle = call === null && !actions.isPending
  const switchOver = () =>
    actions.mutate(state === 'available' ? { kind: 'pause', reason: 'break' } : { kind: 'ready' })
  useFunctionKeys({
    ...(idle && telephone ? { F9: switchOver } : {}),
    ...(idle ? { F7: () => actions.mutate({ kind: 'training' }) } : {}),
  })
}
