import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TrialsView } from '../../../src/trial/plan/contract.ts'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { announce } from '../../platform/announce.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { useMe } from '../../platform/session.ts'
import { clockOf, dateInWords, dayOf } from '../../platform/times.ts'
import { Form, Select, Table, TextField, textOf } from '../../ui/index.ts'
import { pastApi, trialsQuery } from './queries.ts'
import { durationOf, secondsIn } from './secondsIn.ts'

/** Calls that somebody of the city made to its own number: entering one, the list, taking one back. */
export function TestCalls({ testCalls }: Pick<TrialsView, 'testCalls'>) {
  return (
    <>
      <TestCallForm key={testCalls.length} />
      {testCalls.length > 0 && (
        <Table caption="Eingetragene Testanrufe">
          <thead>
            <tr>
              <th scope="col">Wann</th>
              <th scope="col">Gewählt</th>
              <th scope="col" className="num">
                Dauer
              </th>
              <th scope="col">Ende</th>
              <th scope="col">
                <span className="kern-sr-only">Zurücknehmen</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {testCalls.map((one) => (
              <TestCallRow key={one.id} of={one} />
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}

function TestCallForm() {
  const client = useQueryClient()
  const enter = useMutation({
    mutationFn: (values: FormData) =>
      pastApi.enterTestCall({
        day: textOf(values, 'day'),
        time: textOf(values, 'time'),
        dialled: textOf(values, 'dialled'),
        answered: textOf(values, 'end') === 'answered',
        waitS: secondsIn(textOf(values, 'wait')),
      }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: trialsQuery.queryKey })
      announce('Der Testanruf ist eingetragen.')
    },
  })
  const fields = fieldsOf(enter.error)
  return (
    <Form
      label="Testanruf"
      error={enter.error}
      busy={enter.isPending}
      submit="Testanruf eintragen"
      onSubmit={(values) => enter.mutate(values)}
    >
      <p>
        Jemand ruft die eigene Rufnummer der Stadt an und schreibt auf, wie lange es dauerte. Das geht vor dem
        Testbetrieb und währenddessen. Name und eigene Nummer gehören nicht hierher.
      </p>
      <TextField label="Tag des Testanrufs" name="day" type="date" error={fields['day']} />
      <TextField label="Uhrzeit" name="time" type="time" error={fields['time']} />
      <TextField label="Was wurde gewählt?" name="dialled" error={fields['dialled']} />
      <TextField
        label="Wie lange dauerte es?"
        hint="15 heißt Sekunden, 3:20 Minuten und Sekunden, 3:20:00 Stunden."
        name="wait"
        error={fields['waitS']}
      />
      <Select label="Und dann?" name="end">
        <option value="answered">nahm jemand an</option>
        <option value="gave-up">wurde aufgelegt</option>
      </Select>
    </Form>
  )
}

function TestCallRow({ of: { id, at, dialled, answered, waitS } }: { of: TrialsView['testCalls'][number] }) {
  const { timeZone } = useMe().city
  const when = `${dateInWords(dayOf(at, timeZone))}, ${clockOf(at, timeZone)}`
  return (
    <tr>
      <th scope="row">{when}</th>
      <td>{dialled}</td>
      <td className="num">{durationOf(waitS)}</td>
      <td>{answered ? 'angenommen' : 'aufgelegt'}</td>
      <td>
        <Undo id={id} when={when} />
      </td>
    </tr>
  )
}

function Undo({ id, when }: { id: string; when: string }) {
  const client = useQueryClient()
  return (
    <ConfirmButton
      label="Zurücknehmen"
      of={`Testanruf ${when}`}
      question="Testanruf zurücknehmen?"
      run={async () => {
        await pastApi.undoTestCall(id)
        await client.invalidateQueries({ queryKey: trialsQuery.queryKey })
      }}
    >
      <p>Er zählt dann nicht mehr.</p>
    </ConfirmButton>
  )
}
