import { Button, StatusWord } from '../ui/index.ts'
import { useSoftphone } from './SoftphoneProvider.tsx'

/** Mute and hang up for the call of this window; nothing while there is none or it still rings. */
export function CallControls() {
  const { state, phone } = useSoftphone()
  if (!state.call || state.call.stage === 'ringing') return null
  const { muted } = state.call
  return (
    <>
      {muted && <StatusWord tone="warn">Sie sind stumm</StatusWord>}
      <Button variant={muted ? 'primary' : 'secondary'} onClick={() => phone?.setMuted(!muted)}>
        {muted ? 'Wieder sprechen' : 'Stumm'}
      </Button>
      <Button onClick={() => phone?.hangUp()}>Auflegen</Button>
    </>
  )
}
