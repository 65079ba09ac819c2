import { useState } from 'react'
import type { DeskCall, DeskTalk } from '../../src/desk/contract.ts'
import { spokenDuration } from '../../src/shared/germanTime.ts'
import { useNow } from '../platform/now.ts'
import { useSoftphone } from '../softphone/index.ts'
import { useMe } from '../platform/session.ts'
import { type TalkActions, useTalk } from '../talk/talkApi.ts'
import { TalkControls, useTargetDialog } from '../talk/TalkControls.tsx'
import { TalkState } from '../talk/TalkState.tsx'
import { useTalkKeys } from '../talk/useTalkKeys.ts'
import { Button, StatusWord } from '../ui/index.ts'
import { ChangeBooked } from './ChangeBooked.tsx'
import { saveDraft, type DeskActions } from './deskApi.ts'
import { greetingFor } from './greetingFor.ts'
import { KnownCase } from './KnownCase.tsx'
import { PracticeMark } from './PracticeMark.tsx'
import { Say } from './Say.tsx'
import { useFunctionKeys } from './useFunctionKeys.ts'
import { useHangUp } from './useHangUp.ts'
import { typedHere } from './useIntake.ts'

interface Props {
  call: DeskCall
  talk: DeskTalk | null
  actions: DeskActions
}

/** The call in hand on top of its form: how long, which line, who, what to say first. */
export function CallCard({ call, talk, actions }: Props) {
  const { name } = useMe()
  // What was typed must be there before somebody else has the caller.
  const steps = useTalk(call.id, async () => {
    const typed = typedHere(call.id)
    if (typed) await saveDraft(call.id, typed)
  })
  return (
    <section
      className={call.stage === 'ended' ? 'call-card call-card--ended' : 'call-card'}
      aria-label="Anruf"
    >
      <div className="call-card__facts">
        <Clock call={call} />
        <p>{call.line.name}</p>
        <p className="call-card__number">{call.callerNumber ?? 'Rufnummer unterdrückt'}</p>
        {call.practice && <PracticeMark />}
        <Controls call={call} talk={talk} actions={actions} steps={steps} />
      </div>
      {call.lead && call.stage === 'connected' && (
        <output className="call-card__lead">
          <StatusWord tone="warn">{`Teamleitung ist im Gespräch: ${call.lead}`}</StatusWord>
        </output>
      )}
      {talk && <TalkState talk={talk} />}
      {call.stage === 'connected' && (!talk || talk.stage === 'together') && (
        <Say>{greetingFor(call.greeting, name)}</Say>
      )}
      {call.openCase && <KnownCase call={call} known={call.openCase} talk={talk} steps={steps} />}
    </section>
  )
}

function Clock({ call }: { call: DeskCall }) {
  const now = useNow()
  if (call.stage === 'ended') {
    return <p className="call-card__clock">Aufgelegt, bitte noch abschließen</p>
  }
  return (
    <p className="call-card__clock">
      Anruf <span className="num">{spokenDuration(now - Date.parse(call.answeredAt ?? call.offeredAt))}</span>
    </p>
  )
}

function Controls({ call, talk, actions, steps }: Props & { steps: TalkActions }) {
  const { state, phone } = useSoftphone()
  const dialog = useTargetDialog()
  useTalkKeys(talk, steps, call.practice ? () => undefined : dialog.show)
  const endCall = useHangUp(call, actions)
  // Nobody is put through, and no caller is lost, by hanging up on the colleague who was asked.
  const isAsking = talk?.stage === 'asking' || talk?.stage === 'consulting'
  const hangUp = isAsking ? () => steps.mutate({ kind: 'take-back' }) : endCall
  const muted = state.call?.muted ?? false
  const mute = () => phone?.setMuted(!muted)
  const live = call.stage === 'connected'
  const canMute = live && state.call?.stage === 'talking'
  const [changing, setChanging] = useState(false)
  const change = () => setChanging(true)
  useFunctionKeys({
    ...(live ? { F10: hangUp } : {}),
    ...(canMute ? { F9: mute } : {}),
    ...(live && !call.practice ? { 'Shift+F2': change } : {}),
  })
  if (!live) return null
  return (
    <div className="call-card__controls">
      {canMute && (
        <>
          {muted && <StatusWord tone="warn">Sie sind stumm</StatusWord>}
          <Button hotkey="F9" variant={muted ? 'primary' : 'secondary'} onClick={mute}>
            {muted ? 'Wieder sprechen' : 'Stumm'}
          </Button>
        </>
      )}
      {talk && <TalkControls call={call} talk={talk} actions={steps} dialog={dialog} />}
      {!call.practice && (
        <Button hotkey="Umschalt+F2" onClick={change}>
          Termin ändern …
        </Button>
      )}
      {changing && <ChangeBooked callId={call.id} onClose={() => setChanging(false)} />}
      {!isAsking && (
        <Button hotkey="F10" onClick={hangUp}>
          {talk?.stage === 'conference' ? 'Gehen' : 'Auflegen'}
        </Button>
      )}
    </div>
  )
}
