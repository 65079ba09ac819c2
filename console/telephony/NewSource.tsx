import { useMutation, useQueryClient } from '@tanstack/react-query'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { fieldsOf } from '../platform/apiError.ts'
import { Form } from '../ui/index.ts'
import { sourcesApi } from './queries.ts'
import { SourceFields, sourceOf } from './SourceFields.tsx'
import { TokenCard } from './TokenCard.tsx'

const LIST = '/verwaltung/telefonanlagen'

export function NewSource() {
  const client = useQueryClient()
  const create = useMutation({
    mutationFn: sourcesApi.create,
    onSuccess: () => client.invalidateQueries({ queryKey: ['cti-sources'] }),
  })
  if (create.data) {
    return (
      <AdminPage title="Telefonanlage eingetragen">
        <TokenCard of={create.data} />
        <div>
          <ButtonLink to={LIST}>Zur Liste</ButtonLink>
        </div>
      </AdminPage>
    )
  }
  return (
    <AdminPage title="Neue Telefonanlage">
      <Form
        label="Neue Telefonanlage"
        error={create.error}
        busy={create.isPending}
        submit="Eintragen und Adresse zeigen"
        onSubmit={(values) => create.mutate(sourceOf(values))}
        aside={<ButtonLink to={LIST}>Abbrechen</ButtonLink>}
      >
        <SourceFields source={undefined} fields={fieldsOf(create.error)} />
      </Form>
    </AdminPage>
  )
}
