import { Button, StatusWord } from '../ui/index.ts'
import type { DeskActions, DeskView } from './deskApi.ts'
import { useFunctionKeys } from './useFunctionKeys.ts'

/** In a call: what comes after it. Nobody has to be quick between two callers to get a pause. */
export function PauseLater({ desk, actions }: { desk: DeskView; actions: DeskActions }) {
  const isBusy = desk.telephone && (desk.state === 'in-call' || desk.state === 'wrap-up')
  const change = () => actions.mutate(desk.ready ? { kind: 'pause', reason: 'break' } : { kind: 'ready' })
  useFunctionKeys(isBusy && !actions.isPending ? { 'Shift+F9': change } : {})
  if (!isBusy) return null
  return (
    <>
      {!desk.ready && <StatusWord tone="off">Danach Pause</StatusWord>}
      <Button variant="tertiary" hotkey="Umschalt+F9" onClick={change} busy={actions.isPending}>
        {desk.ready ? 'Danach Pause' : 'Danach doch bereit'}
      </Button>
    </>
  )
}
