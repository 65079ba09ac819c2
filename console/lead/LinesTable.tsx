import { useState } from 'react'
import type { LineOpeningInput } from '../../src/city/contract.ts'
import type { LeadLine, LeadView } from '../../src/lead/contract.ts'
import { fieldsOf } from '../platform/apiError.ts'
import {
  Button,
  Card,
  Empty,
  ErrorNotice,
  RadioGroup,
  StatusWord,
  Table,
  TextField,
  textOf,
} from '../ui/index.ts'
import { leadApi } from './queries.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useDeed } from './useDeed.ts'
import { Heads } from './WaitingTable.tsx'

/** Each line: open or not, why, and the way to change it. */
export function LinesTable({ view }: { view: LeadView }) {
  const [deciding, setDeciding] = useState<string | null>(null)
  const asUsual = useDeed({ run: leadApi.endDecision, done: 'Es gelten wieder die Servicezeiten.' })
  const line = view.lines.find(({ id }) => id === deciding)
  return (
    <Card title="Leitungen">
      <ErrorNotice error={asUsual.error} />
      {view.lines.length === 0 ? (
        <Empty>Es ist noch keine Rufnummer eingerichtet.</Empty>
      ) : (
        <Table caption="Leitungen" hideCaption>
          <Heads of={['Leitung', 'Zustand', 'wartet']} action="Öffnen oder schließen" />
          <tbody>
            {view.lines.map((each) => (
              <tr key={each.id}>
                <th scope="row">{each.name}</th>
                <td>
                  <StatusWord tone={each.open ? 'good' : 'off'}>
                    {each.open ? 'offen' : 'geschlossen'}
                  </StatusWord>{' '}
                  <span className="lead__more">
                    {each.hoursText}
                    {each.decision && `, von der Teamleitung: ${each.decision.reason}`}
                  </span>
                </td>
                <td className="num-left">{each.waiting}</td>
                <td className="num">
                  <span className="lead__part">
                    {each.decision && (
                      <Button
                        busy={asUsual.isPending}
                        onClick={() => asUsual.mutate(each.id)}
                        aria-label={`Wieder nach Servicezeit: ${each.name}`}
                      >
                        Wieder nach Servicezeit
                      </Button>
                    )}
                    <Button
                      onClick={() => setDeciding(each.id)}
                      aria-label={`${each.open ? 'Schließen' : 'Öffnen'}: ${each.name}`}
                    >
                      {each.open ? 'Schließen' : 'Öffnen'}
                    </Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {line && <LineDialog line={line} onClose={() => setDeciding(null)} />}
    </Card>
  )
}

type Until = 'clock' | 'further-notice'

function LineDialog({ line, onClose }: { line: LeadLine; onClose: () => void }) {
  const [until, setUntil] = useState<Until>('clock')
  // The line may turn by itself while somebody types.
  const [opens] = useState(!line.open)
  const decide = useDeed({
    run: (input: LineOpeningInput) => leadApi.decideLine(line.id, input),
    done: `${line.name} ist ${opens ? 'geöffnet' : 'geschlossen'}.`,
    onDone: onClose,
  })
  const word = opens ? 'öffnen' : 'schließen'
  return (
    <ReasonDialog
      title={`${line.name} ${word}`}
      submit={opens ? 'Öffnen' : 'Schließen'}
      reasonHint="Steht auf der Startseite und bei den Agentinnen, zum Beispiel: Wahltag"
      error={decide.error}
      busy={decide.isPending}
      onSubmit={(values) =>
        decide.mutate({
          state: opens ? 'open' : 'closed',
          until: until === 'clock' ? textOf(values, 'until') : null,
          reason: textOf(values, 'reason'),
        })
      }
      onClose={onClose}
    >
      <p>
        {opens
          ? 'Anrufe werden sofort angenommen, auch außerhalb der Servicezeit.'
          : 'Neue Anrufe hören sofort, was außerhalb der Servicezeit gesagt wird. Wer schon wartet, behält den Platz und bekommt einen Rückruf angeboten.'}
      </p>
      <RadioGroup
        legend="Bis wann?"
        name="until-kind"
        value={until}
        options={[
          { value: 'clock', label: 'heute bis' },
          { value: 'further-notice', label: 'bis auf Weiteres' },
        ]}
        onChange={setUntil}
      />
      {until === 'clock' && (
        <TextField label="Uhrzeit" name="until" type="time" error={fieldsOf(decide.error)['until']} />
      )}
    </ReasonDialog>
  )
}
