import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { useSaving } from '../admin/useSaving.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Form, NamedOptions, Options, Select, TextField, textOf, textOrNull } from '../ui/index.ts'
import { cityApi, cityQuery } from './queries.ts'
import { TEAM_KINDS } from './words.ts'

/** One team, or a new one. */
export function TeamPage() {
  const { id } = useParams({ from: '/shell/verwaltung/teams/$id' })
  const { teams, providers } = useSuspenseQuery(cityQuery).data
  const team = teams.find((team) => team.id === id)
  const save = useSaving({
    save: cityApi.saveTeam,
    queryKey: cityQuery.queryKey,
    to: '/verwaltung/teams',
    told: 'Das Team ist gespeichert.',
  })
  const submit = (values: FormData) =>
    save.mutate({
      id: team?.id ?? null,
      input: {
        name: textOf(values, 'name'),
        kind: textOf(values, 'kind'),
        providerId: textOrNull(values, 'providerId'),
        callbacksPerHour: Number(textOrNull(values, 'callbacksPerHour') ?? Number.NaN),
      },
    })
  const fields = fieldsOf(save.error)
  return (
    <AdminPage title={team ? `Team ${team.name}` : 'Neues Team'}>
      <Form
        label="Team"
        error={save.error}
        busy={save.isPending}
        onSubmit={submit}
        aside={<ButtonLink to="/verwaltung/teams">Abbrechen</ButtonLink>}
      >
        <TextField label="Name" name="name" defaultValue={team?.name} error={fields['name']} />
        <Select label="Art" name="kind" defaultValue={team?.kind ?? 'office'} error={fields['kind']}>
          <Options of={TEAM_KINDS} />
        </Select>
        <Select
          label="Gehört zu"
          name="providerId"
          defaultValue={team?.providerId ?? ''}
          error={fields['providerId']}
        >
          <option value="">Stadt</option>
          <NamedOptions of={providers} />
        </Select>
        <TextField
          label="Rückrufe je Servicestunde"
          name="callbacksPerHour"
          inputMode="numeric"
          hint="So viele Rückrufe werden in einer Stunde höchstens zugesagt. 0: keine."
          defaultValue={team?.callbacksPerHour ?? 0}
          error={fields['callbacksPerHour']}
        />
      </Form>
    </AdminPage>
  )
}
