import type { DeskCall, DeskTalk, IntakeDraft } from '../../src/desk/contract.ts'
import { useSoftphone } from '../softphone/index.ts'
import { Button, Facts, Heading, StatusWord, useFocusFirst } from '../ui/index.ts'
import { useFunctionKeys } from './useFunctionKeys.ts'

/** Asked into a colleague's call: who asks, what is known of it, and the telephone. */
export function GuestPanel({
  call,
  talk,
  draft,
}: {
  call: DeskCall
  talk: DeskTalk
  draft: IntakeDraft | null
}) {
  const { state, phone } = useSoftphone()
  const rings = talk.stage === 'asking'
  const accept = useFocusFirst<HTMLButtonElement>()
  const muted = state.call?.muted ?? false
  const mute = () => phone?.setMuted(!muted)
  const hangUp = () => phone?.hangUp()
  useFunctionKeys(rings ? {} : { F9: mute, F10: hangUp })
  return (
    <section className={rings ? 'panel panel--ringing' : 'panel'} aria-labelledby="guest-title">
      <Heading level={2} id="guest-title">
        {titleOf(talk)}
      </Heading>
      <p>{sentenceOf(talk, call.line.name)}</p>
      <DraftFacts call={call} draft={draft} />
      {rings ? (
        <div className="panel__actions">
          <Button ref={accept} variant="primary" hotkey="Enter" onClick={() => phone?.answer()}>
            Annehmen
          </Button>
          <Button onClick={hangUp}>Ablehnen</Button>
        </div>
      ) : (
        <div className="panel__actions">
          {muted && <StatusWord tone="warn">Sie sind stumm</StatusWord>}
          <Button hotkey="F9" variant={muted ? 'primary' : 'secondary'} onClick={mute}>
            {muted ? 'Wieder sprechen' : 'Stumm'}
          </Button>
          <Button hotkey="F10" onClick={hangUp}>
            Auflegen
          </Button>
        </div>
      )}
      {rings && (
        <p className="kern-sr-only" role="alert">
          {titleOf(talk)}. Enter nimmt an.
        </p>
      )}
    </section>
  )
}

const titleOf = ({ stage, passOn, agentName }: DeskTalk): string => {
  if (stage === 'conference') return `Gespräch zu dritt mit ${agentName ?? 'Telefon-Dienst'}`
  return `${passOn ? 'Anruf' : 'Rückfrage'} von ${agentName ?? 'Telefon-Dienst'}`
}

function sentenceOf({ stage, passOn }: DeskTalk, line: string): string {
  const about = `Es geht um einen Anruf auf der Rufnummer ${line}.`
  if (stage === 'conference') return `${about} Die anrufende Person hört mit.`
  if (passOn) return `${about} Wenn Sie annehmen, sprechen Sie gleich mit der anrufenden Person.`
  return `${about} Die anrufende Person hört Musik und noch nicht mit.`
}

/** What the first agent has written so far. */
function DraftFacts({ call, draft }: { call: DeskCall; draft: IntakeDraft | null }) {
  const written = [
    ['Anliegen', draft?.serviceQuery],
    ['Notiz', draft?.reason],
    ['Name', draft?.contactName],
    ['Nummer', draft?.contactPhone || call.callerNumber],
    ['E-Mail', draft?.contactEmail],
  ] as const
  const rows = written.flatMap(([label, value]) => (value ? [{ label, value }] : []))
  return rows.length === 0 ? (
    <p className="muted">Noch ist nichts notiert.</p>
  ) : (
    <Facts facts={rows.map(({ label, value }) => [label, value] as const)} />
  )
}
