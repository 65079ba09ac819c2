import { Button } from '../ui/index.ts'
import { useSoftphone } from './SoftphoneProvider.tsx'

/** Mute and hang up for the call of this window; nothing while there is none or it still rings. */
export function CallControls({ hangUpKey, muteKey }: { hangUpKey?: string; muteKey?: string }) {
  const { state, phone } = useSoftphone()
  if (!state.call || state.call.stage === 'ringing') return null
  const { muted } = state.call
  return (
    <>
      <Button
        aria-pressed={muted}
        onClick={() => phone?.setMuted(!muted)}
        {...(muteKey ? { hotkey: muteKey } : {})}
      >
        {muted ? 'Stumm: wieder sprechen' : 'Stumm'}
      </Button>
      <Button onClick={() => phone?.hangUp()} {...(hangUpKey ? { hotkey: hangUpKey } : {})}>
        Auflegen
      </Button>
    </>
  )
}
