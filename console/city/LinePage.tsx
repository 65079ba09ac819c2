import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { useSaving } from '../admin/useSaving.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Checkbox, Form, NamedOptions, Options, Select, TextArea, TextField, textOf } from '../ui/index.ts'
import { cityApi, cityQuery } from './queries.ts'
import { RoutingFields, routingOf } from './RoutingFields.tsx'
import { LINE_PURPOSES } from './words.ts'

/** One line, or a new one. */
export function LinePage() {
  const { id } = useParams({ from: '/shell/verwaltung/rufnummern/$id' })
  const { lines, teams } = useSuspenseQuery(cityQuery).data
  const line = lines.find((line) => line.id === id)
  const save = useSaving({
    save: cityApi.saveLine,
    queryKey: cityQuery.queryKey,
    to: '/verwaltung/rufnummern',
    told: 'Die Rufnummer ist gespeichert.',
  })
  const submit = (values: FormData) =>
    save.mutate({
      id: line?.id ?? null,
      input: {
        number: textOf(values, 'number'),
        name: textOf(values, 'name'),
        purpose: textOf(values, 'purpose'),
        greeting: textOf(values, 'greeting'),
        answeringTeamId: textOf(values, 'answeringTeamId'),
        callbackTeamId: textOf(values, 'callbackTeamId'),
        active: values.has('active'),
        routing: routingOf(values),
      },
    })
  const fields = fieldsOf(save.error)
  return (
    <AdminPage title={line ? `Rufnummer ${line.name}` : 'Neue Rufnummer'}>
      <Form
        label="Rufnummer"
        error={save.error}
        busy={save.isPending}
        onSubmit={submit}
        aside={<ButtonLink to="/verwaltung/rufnummern">Abbrechen</ButtonLink>}
      >
        <div className="field-row">
          <TextField label="Name" name="name" defaultValue={line?.name} error={fields['name']} />
          <TextField
            label="Nummer"
            name="number"
            type="tel"
            defaultValue={line?.numberNational}
            error={fields['number']}
          />
        </div>
        <Select label="Zweck" name="purpose" defaultValue={line?.purpose} error={fields['purpose']}>
          <Options of={LINE_PURPOSES} />
        </Select>
        <TextArea
          label="Begrüßungssatz"
          name="greeting"
          hint="Den sagen die Agentinnen und Agenten als Erstes."
          defaultValue={line?.greeting}
          error={fields['greeting']}
        />
        <div className="field-row">
          <Select
            label="Nimmt Anrufe an"
            name="answeringTeamId"
            defaultValue={line?.answeringTeamId}
            error={fields['answeringTeamId']}
          >
            <NamedOptions of={teams} />
          </Select>
          <Select
            label="Ruft zurück"
            name="callbackTeamId"
            defaultValue={line?.callbackTeamId}
            error={fields['callbackTeamId']}
          >
            <NamedOptions of={teams} />
          </Select>
        </div>
        <RoutingFields routing={line?.routing} teams={teams} fields={fields} />
        <Checkbox
          label="Aktiv: Anrufe werden angenommen"
          name="active"
          defaultChecked={line?.active ?? true}
        />
      </Form>
    </AdminPage>
  )
}
