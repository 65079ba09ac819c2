import type { CallsMapping, PastPreview } from '../../../src/trial/baseline/contract.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Button, Card, Checkbox, Form, Notice, Options, Select, Table, TextField } from '../../ui/index.ts'
import { useRef } from 'react'
import { ENCODINGS, FORMS, mappingOf, SEPARATORS, UNITS } from './mappingOf.ts'
import { ODD_ROW } from './words.ts'

interface Props {
  preview: Extract<PastPreview, { kind: 'calls' }>
  error: unknown
  busy: boolean
  onLook: (mapping: CallsMapping) => void
  onImport: (mapping: CallsMapping) => void
}

/** What the columns of a table mean, with its first rows as they would be read. */
export function MappingForm({ preview, error, busy, onLook, onImport }: Props) {
  const form = useRef<HTMLDivElement>(null)
  const { mapping, columns } = preview
  const look = () => {
    const element = form.current?.querySelector('form')
    if (element) onLook(mappingOf(new FormData(element)))
  }
  const fields = fieldsOf(error)
  return (
    <Card title="Was bedeuten die Spalten?">
      {mapping.answered?.words.includes('ANSWERED') && (
        <Notice>
          „ANSWERED“ heißt bei Asterisk: Jemand oder etwas hat abgenommen. Das kann eine Ansage oder die
          Warteschlange sein, kein Mensch; dann sind Wartezeiten zu kurz und zu viele Anrufe angenommen.
          Zeilen mit derselben Kennung sind ein Anruf; wird er mit einer neuen Kennung verbunden, sind es
          zwei. Wo es ein queue_log gibt, ist es genauer.
        </Notice>
      )}
      <Rows preview={preview} />
      <div ref={form}>
        <Form
          label="Spalten"
          error={error}
          busy={busy}
          submit="So einlesen"
          onSubmit={(values) => onImport(mappingOf(values))}
          aside={<Button onClick={look}>Noch einmal ansehen</Button>}
        >
          <Select label="Trennzeichen" name="separator" defaultValue={mapping.separator}>
            <Options of={SEPARATORS} />
          </Select>
          <Select label="Zeichensatz" name="encoding" defaultValue={mapping.encoding}>
            <Options of={ENCODINGS} />
          </Select>
          <Checkbox label="Die erste Zeile nennt die Spalten" name="header" defaultChecked={mapping.header} />
          <Column
            label="Zeitpunkt, oder Tag"
            name="day"
            of={columns}
            value={mapping.at.day}
            error={fields['mapping']}
          />
          <Column label="Uhrzeit, wenn sie für sich steht" name="time" of={columns} value={mapping.at.time} />
          <Select label="So ist er geschrieben" name="form" defaultValue={mapping.at.form}>
            <Options of={FORMS} />
          </Select>
          <Column label="Wartezeit" name="wait" of={columns} value={mapping.wait?.column ?? null} />
          <Column
            label="davon abzuziehen (wenn dort der ganze Anruf steht)"
            name="wait.minus"
            of={columns}
            value={mapping.wait?.minus ?? null}
          />
          <Select label="Wartezeit in" name="wait.unit" defaultValue={mapping.wait?.unit ?? 's'}>
            <Options of={UNITS} />
          </Select>
          <Column label="Gesprächszeit" name="talk" of={columns} value={mapping.talk?.column ?? null} />
          <Select label="Gesprächszeit in" name="talk.unit" defaultValue={mapping.talk?.unit ?? 's'}>
            <Options of={UNITS} />
          </Select>
          <Column
            label="Ob angenommen wurde (ohne Angabe: wenn gesprochen wurde)"
            name="answered"
            of={columns}
            value={mapping.answered?.column ?? null}
          />
          <Words label="Diese Wörter heißen: angenommen" name="answered.words" of={mapping.answered?.words} />
          <Column
            label="Richtung (ohne Angabe: alle Zeilen sind ankommende Anrufe)"
            name="only"
            of={columns}
            value={mapping.only?.column ?? null}
          />
          <Words label="Diese Wörter heißen: angekommen" name="only.words" of={mapping.only?.words} />
          <Column label="Warteschlange oder Ziel" name="queue" of={columns} value={mapping.queue} />
          <Column label="Kennung des Anrufs" name="id" of={columns} value={mapping.id} />
        </Form>
      </div>
    </Card>
  )
}

function Column({
  label,
  name,
  of,
  value,
  error,
}: {
  label: string
  name: string
  of: readonly string[]
  value: number | null
  error?: string | undefined
}) {
  return (
    <Select label={label} name={name} defaultValue={value === null ? '' : String(value)} error={error}>
      <option value="">keine Spalte</option>
      {of.map((title, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <option key={index} value={index}>
          {title}
        </option>
      ))}
    </Select>
  )
}

const Words = ({ label, name, of }: { label: string; name: string; of: readonly string[] | undefined }) => (
  <TextField
    label={label}
    name={name}
    optional
    hint="Mit Komma getrennt."
    defaultValue={of?.join(', ') ?? ''}
  />
)

/** The first rows, and what becomes of them. */
function Rows({ preview: { found } }: Pick<Props, 'preview'>) {
  return (
    <Table caption="So würden die ersten Zeilen gelesen">
      <thead>
        <tr>
          <th scope="col">Zeitpunkt</th>
          <th scope="col">Ziel</th>
          <th scope="col" className="num">
            gewartet
          </th>
          <th scope="col" className="num">
            gesprochen
          </th>
          <th scope="col">angenommen</th>
        </tr>
      </thead>
      <tbody>
        {found.map((one, index) =>
          'odd' in one ? (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td colSpan={5}>
                Zeile {one.line} {ODD_ROW[one.odd] ?? one.odd}
              </td>
            </tr>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td>{new Date(one.at).toLocaleString('de-DE')}</td>
              <td>{one.queue}</td>
              <td className="num">{one.waitS === null ? '–' : `${one.waitS} s`}</td>
              <td className="num">{one.talkS === null ? '–' : `${one.talkS} s`}</td>
              <td>{one.answered ? 'ja' : 'nein'}</td>
            </tr>
          ),
        )}
      </tbody>
    </Table>
  )
}
