import { useState } from 'react'
import type { DeskCall, DeskTalk } from '../../src/desk/contract.ts'
import { Button, ErrorNotice } from '../ui/index.ts'
import type { TalkActions } from './talkApi.ts'
import { TargetDialog } from './TargetDialog.tsx'
import './talk.css'

interface Props {
  call: Pick<DeskCall, 'id' | 'practice'>
  talk: DeskTalk
  actions: TalkActions
  dialog: ReturnType<typeof useTargetDialog>
}

/** Whether the list of targets is open; kept above, because a key opens it too. */
export function useTargetDialog() {
  const [open, setOpen] = useState(false)
  return { open, show: () => setOpen(true), close: () => setOpen(false) }
}

/** The buttons for what can be done now besides muting and hanging up. */
export function TalkControls({ call, talk, actions, dialog }: Props) {
  const { stage, passOn, guestName } = talk
  const press = (kind: 'hold' | 'take-back' | 'hand-over' | 'confer') => () => actions.mutate({ kind })
  return (
    <>
      {stage === 'together' && (
        <Button hotkey="F7" onClick={press('hold')}>
          Halten
        </Button>
      )}
      {stage !== 'together' && (
        <Button
          hotkey="F7"
          variant={stage === 'conference' ? 'secondary' : 'primary'}
          onClick={press('take-back')}
        >
          {stage === 'conference' ? `${guestName ?? 'Gast'} verabschieden` : 'Zurückholen'}
        </Button>
      )}
      {(stage === 'together' || stage === 'held') && !call.practice && (
        <Button hotkey="F1" onClick={dialog.show}>
          Verbinden …
        </Button>
      )}
      {stage === 'asking' && !passOn && (
        <Button hotkey="F1" onClick={press('hand-over')}>
          Ohne Rückfrage verbinden
        </Button>
      )}
      {stage === 'consulting' && (
        <>
          <Button hotkey="F1" onClick={press('hand-over')}>
            Verbinden
          </Button>
          <Button hotkey="Umschalt+F1" onClick={press('confer')}>
            Zu dritt sprechen
          </Button>
        </>
      )}
      {dialog.open && (
        <TargetDialog
          callId={call.id}
          onClose={dialog.close}
          onChoose={(kind, target) => {
            dialog.close()
            actions.mutate({ kind, target })
          }}
        />
      )}
      <ErrorNotice error={actions.error} />
    </>
  )
}
