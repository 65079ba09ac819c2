import type { DeskCall } from '../../src/desk/contract.ts'
import { useMe } from '../platform/session.ts'
import { Button, ErrorNotice, Heading, useFocusFirst } from '../ui/index.ts'
import type { DeskActions } from './deskApi.ts'
import { greetingFor } from './greetingFor.ts'
import { PracticeMark } from './PracticeMark.tsx'
import { Say } from './Say.tsx'
import { useAccept } from './useAccept.ts'

/** A call rings: who, on which line, and the sentence to begin with. Enter takes it. */
export function OfferPanel({ call, actions }: { call: DeskCall; actions: DeskActions }) {
  const { name } = useMe()
  const accept = useFocusFirst<HTMLButtonElement>()
  const { answer, connecting } = useAccept(call, actions)
  return (
    <section className="panel panel--ringing" aria-labelledby="offer-title">
      {call.practice && <PracticeMark />}
      <Heading level={2} id="offer-title">
        Anruf für {call.line.name}
      </Heading>
      <p className="offer__number">{call.callerNumber ?? 'Rufnummer unterdrückt'}</p>
      {call.answeredAt && (
        <p>Dieses Gespräch wurde unterbrochen. Was schon aufgenommen ist, steht gleich im Formular.</p>
      )}
      <Say>{greetingFor(call.greeting, name)}</Say>
      <ErrorNotice error={actions.error} />
      <div className="panel__actions">
        <Button ref={accept} variant="primary" hotkey="Enter" onClick={answer} busy={connecting}>
          {connecting ? 'Wird verbunden …' : 'Annehmen'}
        </Button>
        <Button onClick={() => actions.mutate({ kind: 'decline', callId: call.id })}>Ablehnen</Button>
      </div>
      <p className="kern-sr-only" role="alert">
        {`${call.practice ? 'Übungsanruf' : 'Anruf'} für ${call.line.name}. Enter nimmt an.`}
      </p>
    </section>
  )
}
