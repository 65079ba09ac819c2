import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EndingView } from '../../../src/trial/ending/contract.ts'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { announce } from '../../platform/announce.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { dateInWords, dayOf } from '../../platform/times.ts'
import { useMe } from '../../platform/session.ts'
import { Card, Facts, Form, Loading, NamedOptions, Select, TextField, textOf } from '../../ui/index.ts'
import { number } from '../figures/words.ts'
import { endingApi, endingQuery } from './queries.ts'

/** After the decision to end: on which day who answers instead, and what was done then. */
export function Ending({ id }: { id: string }) {
  const { data } = useQuery(endingQuery(id))
  return (
    <Card title="Ende des Dienstleisters">
      {!data && <Loading />}
      {data?.done && <Protocol done={data.done} />}
      {data && !data.done && data.planned && <Planned id={id} ending={data} planned={data.planned} />}
      {data && !data.planned && <EndingForm id={id} ending={data} />}
    </Card>
  )
}

function EndingForm({ id, ending: { providers, teams } }: { id: string; ending: EndingView }) {
  const client = useQueryClient()
  const plan = useMutation({
    mutationFn: (values: FormData) =>
      endingApi.plan(id, {
        providerId: textOf(values, 'providerId'),
        teamId: textOf(values, 'teamId'),
        onDay: textOf(values, 'onDay'),
      }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: endingQuery(id).queryKey })
      announce('Das Ende ist geplant.')
    },
  })
  const fields = fieldsOf(plan.error)
  return (
    <Form
      label="Ende des Dienstleisters"
      error={plan.error}
      busy={plan.isPending}
      submit="Ende planen"
      onSubmit={(values) => plan.mutate(values)}
    >
      <p>
        Am Anfang dieses Tages gehen die Rufnummern an ein Team der Stadt, und alle Konten des Dienstleisters
        werden geschlossen: ohne Anmeldung, ohne Team, ohne Namen. Was dort aufgenommen wurde, bleibt bei der
        Stadt.
      </p>
      <Select label="Dienstleister" name="providerId" error={fields['providerId']}>
        <NamedOptions of={providers} />
      </Select>
      <Select label="Danach nimmt an" name="teamId" error={fields['teamId']}>
        <NamedOptions of={teams} />
      </Select>
      <TextField label="Erster Tag ohne den Dienstleister" name="onDay" type="date" error={fields['onDay']} />
    </Form>
  )
}

function Planned({
  id,
  ending: { providers, teams },
  planned: { providerId, teamId, onDay },
}: {
  id: string
  ending: EndingView
  planned: NonNullable<EndingView['planned']>
}) {
  const client = useQueryClient()
  const named = (of: EndingView['teams'], wanted: string) => of.find((one) => one.id === wanted)?.name ?? ''
  return (
    <>
      <p>
        Am {dateInWords(onDay)} endet {named(providers, providerId)}; danach nimmt {named(teams, teamId)} an.
      </p>
      <div className="form__actions">
        <ConfirmButton
          label="Zurücknehmen"
          of="Ende des Dienstleisters"
          question="Das geplante Ende zurücknehmen?"
          run={async () => {
            await endingApi.withdraw(id)
            await client.invalidateQueries({ queryKey: endingQuery(id).queryKey })
          }}
        >
          <p>Der Dienstleister nimmt dann weiter an.</p>
        </ConfirmButton>
      </div>
    </>
  )
}

function Protocol({ done: { at, protocol } }: { done: NonNullable<EndingView['done']> }) {
  const { timeZone } = useMe().city
  const { provider, contractOn, lines, team, accounts, sessions, drafts, calls, cases } = protocol
  return (
    <>
      <p>
        Protokoll für die Anlage zum Vertrag. Vollzogen am {dateInWords(dayOf(at, timeZone))}; danach ändert
        es niemand mehr.
      </p>
      <Facts
        facts={[
          ['Dienstleister', provider],
          [
            'Vertrag zur Auftragsverarbeitung',
            contractOn ? `vom ${dateInWords(contractOn)}` : 'nicht eingetragen',
          ],
          ['Rufnummern übergeben', lines.join(', ') || 'keine'],
          ['Danach nimmt an', team],
          ['Konten geschlossen, Namen und Zugänge gelöscht', number(accounts)],
          ['Anmeldungen beendet', number(sessions)],
          ['Angefangene Notizen gelöscht', number(drafts)],
          ['Angenommene Anrufe (bleiben bei der Stadt, ohne Namen)', number(calls)],
          ['Aufgenommene Anliegen (bleiben bei der Stadt)', number(cases)],
        ]}
      />
    </>
  )
}
