import { useState } from 'react'
import { fieldsOf } from '../../platform/apiError.ts'
import { dateInWords } from '../../platform/times.ts'
import { Button, Card, ErrorNotice, Form, Select, Table, TextField, textOf } from '../../ui/index.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { numberOf } from './formNumbers.ts'
import { type Accepting, type ExceptionDraft, type OfficeView, settingsApi } from './queries.ts'
import { useChange } from './useChange.ts'

interface Props {
  office: OfficeView
  mayPlan: boolean
}

/** Days on which a shift has other staff than usual. */
export function Exceptions({ office, mayPlan }: Props) {
  const { exceptions } = office
  return (
    <Card title="Ausnahmen für einen Tag">
      {exceptions.length > 0 && <ExceptionTable office={office} mayPlan={mayPlan} />}
      {exceptions.length === 0 && !mayPlan && <p className="muted">Keine.</p>}
      {/* A new form after each exception. */}
      {mayPlan && <ExceptionForm key={JSON.stringify(exceptions)} office={office} />}
    </Card>
  )
}

const useException = (office: OfficeView, told: string) =>
  useChange({
    save: (input: Accepting<ExceptionDraft>) => settingsApi.setException(office.id, input),
    to: '/termine/bueros/$id',
    paramsOf: () => ({ id: office.id }),
    told,
  })

function ExceptionTable({ office, mayPlan }: Props) {
  const undo = useException(office, 'An diesem Tag ist es wieder wie sonst.')
  const labels = new Map(office.shifts.map(({ id, label }) => [id, label]))
  const inOrder = office.exceptions.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return (
    <>
      <ErrorNotice error={undo.error} />
      <Table
        caption="Ausnahmen"
        hideCaption
        heads={['Tag', 'Dienst', 'Menschen', ...(mayPlan ? ['Zurücknehmen'] : [])]}
      >
        <tbody>
          {inOrder.map(({ shiftId, date, people }) => (
            <tr key={`${date} ${shiftId}`}>
              <th scope="row">{dateInWords(date)}</th>
              <td>{labels.get(shiftId)}</td>
              <td>{people ?? 'niemand'}</td>
              {mayPlan && (
                <td>
                  <Button
                    variant="tertiary"
                    busy={undo.busy}
                    onClick={() => undo.save({ shift: shiftId, date })}
                  >
                    Wie sonst
                    <span className="kern-sr-only">{`: ${labels.get(shiftId)} am ${dateInWords(date)}`}</span>
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <ConflictDialog change={undo} />
    </>
  )
}

function ExceptionForm({ office }: { office: OfficeView }) {
  const change = useException(office, 'Die Ausnahme ist eingetragen.')
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const submit = (values: FormData) => {
    const date = textOf(values, 'date')
    const people = numberOf(textOf(values, 'people'))
    const found = missingIn(date, people)
    setMissing(found)
    if (Object.keys(found).length > 0) return
    change.save({ shift: textOf(values, 'shift'), date, people: people === 0 ? null : people })
  }
  const fields = { ...fieldsOf(change.error), ...missing }
  return (
    <>
      <Form
        label="Ausnahme"
        error={change.error}
        busy={change.busy}
        submit="Ausnahme eintragen"
        onSubmit={submit}
      >
        <div className="exception">
          <Select label="Dienst" name="shift" hint="Alle anderen bleiben, wie sie sind.">
            {office.shifts.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
          <TextField
            label="Tag"
            name="date"
            type="date"
            hint="Auch ein sonst freier"
            error={fields['date']}
          />
          <TextField
            label="Menschen"
            name="people"
            inputMode="numeric"
            hint="0: niemand"
            error={fields['people']}
          />
        </div>
      </Form>
      <ConflictDialog change={change} />
    </>
  )
}

/** The day stands in the request's address, and no number would mean that nobody works: both are asked for here. */
const missingIn = (date: string, people: number): Record<string, string> => ({
  ...(date === '' ? { date: 'Bitte einen Tag angeben.' } : {}),
  ...(Number.isNaN(people) ? { people: 'Bitte eine Zahl eingeben.' } : {}),
})
