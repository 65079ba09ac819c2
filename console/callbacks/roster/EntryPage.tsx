import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { fieldsOf } from '../../platform/apiError.ts'
import { telling } from '../../platform/told.ts'
import { NotFoundPage } from '../../shell/NotFoundPage.tsx'
import { Form, PageTitle } from '../../ui/index.ts'
import { EntryFields } from './EntryFields.tsx'
import { entryOf } from './entryForm.ts'
import { type EntryDraft, ROSTER, rosterApi, rosterQuery } from './queries.ts'
import './roster.css'
import { toldWithGaps } from './words.ts'

/** A time in which one person makes callbacks, or a new one. */
export function EntryPage() {
  const params = useParams({ from: '/shell/dienstplan/$team/$person/zeit/$entry' })
  const { team, person: accountId } = params
  const { roster } = useSuspenseQuery(rosterQuery({ team })).data
  const person = roster?.people.find(({ id }) => id === accountId)
  const entry = person?.entries.find(({ id }) => id === params.entry)
  const client = useQueryClient()
  const navigate = useNavigate()
  const back = { to: '/dienstplan/$team/$person', params: { team, person: accountId } } as const
  const save = useMutation({
    mutationFn: (input: EntryDraft) => rosterApi.saveEntry(team, entry?.id ?? null, input),
    async onSuccess({ gaps }) {
      // The page goes on showing the entry that is gone until it has led on.
      await navigate({ ...back, state: telling(toldWithGaps('Die Zeit ist gespeichert.', gaps)) })
      await client.invalidateQueries({ queryKey: [ROSTER] })
    },
  })
  if (!roster || !person || (!entry && params.entry !== 'neu')) return <NotFoundPage />
  const fields = fieldsOf(save.error)
  return (
    <div className="page roster">
      <PageTitle title={`${entry ? 'Zeit ändern' : 'Neue Zeit'} · ${person.name}`} />
      <Form
        label="Zeit für Rückrufe"
        error={save.error}
        busy={save.isPending}
        onSubmit={(values) => save.mutate(entryOf(accountId, values))}
        aside={<ButtonLink {...back}>Abbrechen</ButtonLink>}
      >
        <EntryFields entry={entry} today={roster.today} fields={fields} />
      </Form>
    </div>
  )
}
