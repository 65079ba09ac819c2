import { Button, ErrorNotice, Heading, Notice, useFocusFirst } from '../ui/index.ts'
import type { DeskActions, DeskView } from './deskApi.ts'
import { KeyList } from './KeyList.tsx'
import { useSoftphone } from '../softphone/index.ts'
import { PauseReasons } from './PauseReasons.tsx'
import { noticedWords } from './stateWords.ts'

/** Between calls: one thing to do, and Enter does it. */
export function IdlePanel({ desk, actions }: { desk: DeskView; actions: DeskActions }) {
  // Not on the training button: the Enter that ends one call must not begin the next.
  const place = useFocusFirst<HTMLElement>()
  return (
    <div className="idle">
      <section className="panel" aria-labelledby="idle-title" ref={place} tabIndex={-1}>
        {desk.telephone ? <Telephone desk={desk} actions={actions} /> : <TrainingOnly actions={actions} />}
        <ErrorNotice error={actions.error} />
      </section>
      <KeyList telephone={desk.telephone} />
    </div>
  )
}

function Telephone({ desk, actions }: { desk: DeskView; actions: DeskActions }) {
  const next = useFocusFirst<HTMLButtonElement>()
  if (desk.state === 'available') {
    return (
      <>
        <Heading level={2} id="idle-title">
          Sie sind bereit
        </Heading>
        <p>Der nächste Anruf klingelt hier. Mit Enter nehmen Sie ihn an.</p>
        <Behind />
        <TrainingButton actions={actions} />
      </>
    )
  }
  return (
    <>
      <Heading level={2} id="idle-title">
        Sie bekommen gerade keine Anrufe
      </Heading>
      <Noticed desk={desk} />
      <Missing sentences={desk.missing} />
      <PauseReasons desk={desk} actions={actions} />
      <div className="panel__actions">
        <Button
          ref={next}
          variant="primary"
          hotkey="F9"
          onClick={() => actions.mutate({ kind: 'ready' })}
          busy={actions.isPending}
        >
          Bereit
        </Button>
        <TrainingButton actions={actions} />
      </div>
    </>
  )
}

/** Whether it also rings while another window is in front. */
function Behind() {
  const { state } = useSoftphone()
  return (
    <p className="muted">
      {state.awake.kept
        ? 'Auch wenn ein anderes Fenster davor liegt: Dieses bleibt wach.'
        : 'Bitte lassen Sie dieses Fenster vorn: Im Hintergrund könnte der Browser es schlafen legen.'}
    </p>
  )
}

function Noticed({ desk: { pause } }: { desk: DeskView }) {
  if (pause !== 'interrupted' && pause !== 'unanswered') return null
  return (
    <Notice tone="info">
      <p>{noticedWords[pause]}</p>
    </Notice>
  )
}

function Missing({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <Notice tone="warning">
      <p>Noch nicht möglich:</p>
      <ul className="plain-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}

function TrainingOnly({ actions }: { actions: DeskActions }) {
  return (
    <>
      <Heading level={2} id="idle-title">
        Hier ist keine Telefonanlage angeschlossen
      </Heading>
      <p>
        Sie können üben: Beim Übungsanruf ist nur die anrufende Person gespielt, alles andere ist echt. Er
        zählt in keiner Auswertung.
      </p>
      <Button
        variant="primary"
        hotkey="F7"
        onClick={() => actions.mutate({ kind: 'training' })}
        busy={actions.isPending}
      >
        Übungsanruf
      </Button>
    </>
  )
}

function TrainingButton({ actions }: { actions: DeskActions }) {
  return (
    <Button hotkey="F7" onClick={() => actions.mutate({ kind: 'training' })} busy={actions.isPending}>
      Übungsanruf
    </Button>
  )
}
