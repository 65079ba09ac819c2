import type { BookedView, Completed, DeskCall } from '../../src/desk/contract.ts'
import { keySentence } from '../appointments/keySentence.ts'
import { Button, Heading, StatusWord, useFocusFirst } from '../ui/index.ts'
import type { DeskActions } from './deskApi.ts'
import { Say } from './Say.tsx'
import { useHangUp } from './useHangUp.ts'

interface Props {
  record: Completed
  /** The call, while the caller is still there to be told. */
  call: DeskCall | null
  actions: DeskActions
  onDone: () => void
}

/** After saving: what to tell the caller, large; Enter hangs up, or goes on where the caller is gone. */
export function ResultPanel({ record, call, actions, onDone }: Props) {
  const button = useFocusFirst<HTMLButtonElement>()
  const hangUp = useHangUp(call, actions)
  const live = call?.stage === 'connected'
  return (
    <section className="panel panel--good" aria-labelledby="result-title">
      <StatusWord tone="good">Gespeichert</StatusWord>
      {record.caseNumber && record.appointment?.reference ? (
        <Heading level={2} id="result-title">
          Termin gebucht
        </Heading>
      ) : record.caseNumber ? (
        <Number number={record.caseNumber} spelled={record.spelled} />
      ) : (
        <Heading level={2} id="result-title">
          Ohne Anliegen abgeschlossen
        </Heading>
      )}
      {record.appointment && <Booked appointment={record.appointment} />}
      {record.appointment?.reference && <p className="muted">{`Anliegen ${record.caseNumber}`}</p>}
      {record.joined && <p>Gehört zu einem Anliegen, das schon offen ist. Die Notiz steht dort.</p>}
      {record.promise && (
        <Say>
          {record.joined
            ? `Dazu rufen wir Sie schon an: ${record.promise}. Dabei bleibt es.`
            : `Wir rufen Sie ${record.promise} an.`}
        </Say>
      )}
      {record.words && (
        <>
          <p className="result__key">
            <span className="muted">Wörter </span>
            {record.words}
          </p>
          <p className="muted">Sie stehen nur jetzt hier.</p>
          <Say>
            {`Ihre Nummer ist: ${record.spelled}. Dazu gehören drei Wörter: ${record.words.replaceAll(' ', ', ')}. Damit sehen Sie nach, was aus Ihrer Meldung wird.`}
          </Say>
        </>
      )}
      <Button ref={button} variant="primary" hotkey="Enter" onClick={live ? hangUp : onDone}>
        {live ? 'Auflegen' : 'Fertig'}
      </Button>
    </section>
  )
}

/** The reference is what the caller writes down; in practice there is none. */
function Booked({ appointment }: { appointment: BookedView }) {
  const { aloud, reference, spelled, phoneKey } = appointment
  if (!reference)
    return (
      <>
        <p className="practice-mark">Übung: Es ist nichts gebucht. Sonst steht hier die Terminnummer.</p>
        <Say>{`Ihr Termin ist ${aloud}.`}</Say>
      </>
    )
  return (
    <>
      <p className="result__case">
        <span className="kern-sr-only">Terminnummer: </span>
        {reference}
      </p>
      {phoneKey && (
        <p className="result__key">
          <span className="muted">Telefonschlüssel </span>
          <span className="num">{phoneKey}</span>
        </p>
      )}
      <Say>{`Ihr Termin ist ${aloud}. Ihre Terminnummer ist: ${spelled}. ${keySentence(appointment)}`}</Say>
    </>
  )
}

function Number({ number, spelled }: { number: string; spelled: string | null }) {
  return (
    <div className="result__number">
      <h2 className="result__case" id="result-title">
        <span className="kern-sr-only">Nummer des Anliegens: </span>
        {number}
      </h2>
      {spelled && <p className="result__spelled">{spelled}</p>}
    </div>
  )
}
