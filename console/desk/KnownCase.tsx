import type { DeskCall, DeskTalk } from '../../src/desk/contract.ts'
import type { TalkActions } from '../talk/talkApi.ts'
import { Button, StatusWord } from '../ui/index.ts'
import { useFunctionKeys } from './useFunctionKeys.ts'

interface Props {
  call: DeskCall
  known: NonNullable<DeskCall['openCase']>
  talk: DeskTalk | null
  steps: TalkActions
}

/** "We know of it": number, promise, and whoever has it in hand, to be put through with one key. */
export function KnownCase({ call, known, talk, steps }: Props) {
  const { number, promise, owed } = known
  const owner = owed?.owner ?? null
  const canAsk = call.stage === 'connected' && !call.practice && talk?.stage === 'together'
  const connect =
    owner && owed?.reachable && canAsk && !steps.isPending
      ? () => steps.mutate({ kind: 'consult', target: { to: 'clerk', targetId: owner.id } })
      : null
  useFunctionKeys(connect ? { 'Shift+F3': connect } : {})
  return (
    <div className="call-card__case">
      <p>
        <strong>Offenes Anliegen dieser Nummer: {number}</strong>
        {promise && <> · Rückruf {promise}</>}
        {owner && <> · bei {owner.name}</>}
      </p>
      {owed?.attempt && (
        <StatusWord tone="busy">
          {owed.attempt === 'dialling'
            ? `Wird gerade angerufen${owner ? ` von ${owner.name}` : ''}`
            : `${owner?.name ?? 'Die Sachbearbeitung'} spricht gerade mit dieser Nummer`}
        </StatusWord>
      )}
      {owner && connect && (
        <Button hotkey="Umschalt+F3" onClick={connect}>
          {`Mit ${owner.name} verbinden`}
        </Button>
      )}
    </div>
  )
}
