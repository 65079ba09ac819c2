import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { AbsenceView, PersonView } from '../../../src/callbacks/roster/contract.ts'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { announce } from '../../platform/announce.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Card, Form, Table, TextField, textOf, textOrNull } from '../../ui/index.ts'
import { ROSTER, rosterApi } from './queries.ts'
import { absenceInWords, toldWithGaps } from './words.ts'

interface Props {
  person: PersonView
  mayChange: boolean
  today: string
}

/** Whole days on which the person is away. Why is asked nowhere. */
export function AbsenceCard({ person, mayChange, today }: Props) {
  const { absences } = person
  return (
    <Card title="Abwesenheit">
      {absences.length === 0 && <p className="muted">Keine ist eingetragen.</p>}
      {absences.length > 0 && (
        <Table caption="Abwesenheit" hideCaption heads={['Tage', ...(mayChange ? ['Löschen'] : [])]}>
          <tbody>
            {absences.map((absence) => (
              <tr key={absence.id}>
                <th scope="row">{absenceInWords(absence)}</th>
                {mayChange && (
                  <td>
                    <Removal absence={absence} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayChange && <AbsenceForm accountId={person.id} today={today} />}
    </Card>
  )
}

function AbsenceForm({ accountId, today }: { accountId: string; today: string }) {
  const client = useQueryClient()
  const box = useRef<HTMLDivElement>(null)
  const add = useMutation({
    mutationFn: rosterApi.addAbsence,
    async onSuccess({ gaps }) {
      await client.invalidateQueries({ queryKey: [ROSTER] })
      box.current?.querySelector('form')?.reset()
      announce(toldWithGaps('Die Abwesenheit ist eingetragen.', gaps))
    },
  })
  const fields = fieldsOf(add.error)
  return (
    <div ref={box}>
      <Form
        label="Abwesenheit eintragen"
        error={add.error}
        busy={add.isPending}
        submit="Abwesenheit eintragen"
        onSubmit={(values) =>
          add.mutate({ accountId, from: textOf(values, 'from'), until: textOrNull(values, 'until') })
        }
      >
        <div className="field-row">
          <TextField label="Erster Tag" name="from" type="date" defaultValue={today} error={fields['from']} />
          <TextField
            label="Letzter Tag"
            name="until"
            type="date"
            optional
            hint="Leer: bis auf Weiteres"
            error={fields['until']}
          />
        </div>
      </Form>
    </div>
  )
}

function Removal({ absence }: { absence: AbsenceView }) {
  const client = useQueryClient()
  const remove = async () => {
    await rosterApi.removeAbsence(absence.id)
    await client.invalidateQueries({ queryKey: [ROSTER] })
    announce('Die Abwesenheit ist gelöscht.')
  }
  return (
    <ConfirmButton label="Löschen" of={absenceInWords(absence)} question="Abwesenheit löschen?" run={remove}>
      <p>An diesen Tagen gilt dann wieder, was im Dienstplan steht.</p>
    </ConfirmButton>
  )
}
