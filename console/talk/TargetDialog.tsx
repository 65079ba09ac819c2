import { useEffect, useEffectEvent, useState } from 'react'
import type { TalkTarget } from '../../src/desk/contract.ts'
import { Button, Dialog, ErrorNotice, Loading } from '../ui/index.ts'
import { likelyTarget, TargetList } from './TargetList.tsx'
import { useTargets } from './talkApi.ts'

interface Props {
  callId: string
  onChoose: (kind: 'consult' | 'transfer', target: TalkTarget) => void
  onClose: () => void
}

/** Whom the call can be passed to. Arrow keys choose, Enter asks first, Ctrl+Enter connects at once. */
export function TargetDialog({ callId, onChoose, onClose }: Props) {
  const { data, error } = useTargets(callId)
  const [picked, setPicked] = useState<TalkTarget | null>(null)
  const chosen = picked ?? (data ? likelyTarget(data) : null)
  const choose = (kind: 'consult' | 'transfer') => chosen && onChoose(kind, chosen)
  useCtrlEnter(() => choose('transfer'))
  return (
    <Dialog title="Wohin verbinden?" onClose={onClose}>
      <form
        className="targets"
        aria-label="Ziel wählen"
        onSubmit={(event) => {
          event.preventDefault()
          choose('consult')
        }}
      >
        {data ? <TargetList targets={data} chosen={chosen} onChange={setPicked} /> : <Loading />}
        <ErrorNotice error={error} />
        <p className="muted">
          Beim Rückfragen hört die anrufende Person Musik, bis Sie sie verbinden oder zurückholen.
        </p>
        <div className="panel__actions">
          <Button variant="primary" type="submit" hotkey="Enter" disabled={!chosen}>
            Erst rückfragen
          </Button>
          <Button hotkey="Strg+Enter" onClick={() => choose('transfer')} disabled={!chosen}>
            Gleich verbinden
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            Abbrechen
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Works wherever the focus is in the dialog. */
function useCtrlEnter(run: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
