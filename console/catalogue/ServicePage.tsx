import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { useSaving } from '../admin/useSaving.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Form } from '../ui/index.ts'
import { catalogueQuery, saveService } from './queries.ts'
import { ServiceFields } from './ServiceFields.tsx'
import { serviceOf } from './serviceForm.ts'

/** One service, or a new one. */
export function ServicePage() {
  const { id } = useParams({ from: '/shell/verwaltung/leistungen/$id' })
  const { data } = useSuspenseQuery(catalogueQuery)
  const entry = data.find((entry) => entry.id === id)
  const save = useSaving({
    save: saveService,
    queryKey: catalogueQuery.queryKey,
    to: '/verwaltung/leistungen',
    told: 'Die Leistung ist gespeichert.',
  })
  return (
    <AdminPage title={entry ? entry.name : 'Neue Leistung'}>
      <Form
        label="Leistung"
        error={save.error}
        busy={save.isPending}
        onSubmit={(values) => save.mutate({ id: entry?.id ?? null, input: serviceOf(values, entry) })}
        aside={<ButtonLink to="/verwaltung/leistungen">Abbrechen</ButtonLink>}
      >
        <ServiceFields entry={entry} fields={fieldsOf(save.error)} />
      </Form>
    </AdminPage>
  )
}
