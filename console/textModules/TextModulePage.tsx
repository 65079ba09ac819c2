import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { useSaving } from '../admin/useSaving.ts'
import { catalogueQuery } from '../catalogue/queries.ts'
import { cityQuery } from '../city/queries.ts'
import { fieldsOf } from '../platform/apiError.ts'
import {
  Checkbox,
  Form,
  NamedOptions,
  Options,
  Select,
  TextArea,
  TextField,
  textOf,
  textOrNull,
} from '../ui/index.ts'
import { LANGUAGES, langOf } from './languages.ts'
import { saveTextModule, textModulesQuery } from './queries.ts'

/** One text module, or a new one. */
export function TextModulePage() {
  const { id } = useParams({ from: '/shell/verwaltung/textbausteine/$id' })
  const { modules } = useSuspenseQuery(textModulesQuery).data
  const { teams } = useSuspenseQuery(cityQuery).data
  const services = useSuspenseQuery(catalogueQuery).data
  const entry = modules.find((one) => one.id === id)
  const save = useSaving({
    save: saveTextModule,
    queryKey: textModulesQuery.queryKey,
    to: '/verwaltung/textbausteine',
    told: 'Der Textbaustein ist gespeichert.',
  })
  const submit = (values: FormData) =>
    save.mutate({
      id: entry?.id ?? null,
      input: {
        name: textOf(values, 'name'),
        lang: langOf(textOf(values, 'lang')),
        text: textOf(values, 'text'),
        teamId: textOrNull(values, 'teamId'),
        serviceId: textOrNull(values, 'serviceId'),
        active: values.has('active'),
      },
    })
  const fields = fieldsOf(save.error)
  return (
    <AdminPage title={entry ? entry.name : 'Neuer Textbaustein'}>
      <Form
        label="Textbaustein"
        error={save.error}
        busy={save.isPending}
        onSubmit={submit}
        aside={<ButtonLink to="/verwaltung/textbausteine">Abbrechen</ButtonLink>}
      >
        <TextField label="Name" name="name" defaultValue={entry?.name} error={fields['name']} />
        <TextArea
          label="Text"
          name="text"
          rows={5}
          hint="Eingesetzt werden {Nummer} (des Anliegens), {Rufnummer} und {Servicezeiten}."
          defaultValue={entry?.text}
          error={fields['text']}
        />
        <div className="field-row">
          <Select label="Sprache" name="lang" defaultValue={entry?.lang ?? 'de'} error={fields['lang']}>
            <Options of={LANGUAGES} />
          </Select>
          <Select label="Team" name="teamId" defaultValue={entry?.teamId ?? ''} error={fields['teamId']}>
            <option value="">alle</option>
            <NamedOptions of={teams} />
          </Select>
          <Select
            label="Leistung"
            name="serviceId"
            defaultValue={entry?.serviceId ?? ''}
            error={fields['serviceId']}
          >
            <option value="">alle</option>
            <NamedOptions of={services} />
          </Select>
        </div>
        <Checkbox
          label="Aktiv: wird angeboten"
          name="active"
          defaultChecked={entry?.active ?? true}
          error={fields['active']}
        />
      </Form>
    </AdminPage>
  )
}
