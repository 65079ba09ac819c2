import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { useSaving } from '../admin/useSaving.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Form, TextField, textOf, textOrNull } from '../ui/index.ts'
import { cityApi, cityQuery } from './queries.ts'

/** One provider, or a new one. */
export function ProviderPage() {
  const { id } = useParams({ from: '/shell/verwaltung/dienstleister/$id' })
  const { providers } = useSuspenseQuery(cityQuery).data
  const provider = providers.find((provider) => provider.id === id)
  const save = useSaving({
    save: cityApi.saveProvider,
    queryKey: cityQuery.queryKey,
    to: '/verwaltung/dienstleister',
    told: 'Der Dienstleister ist gespeichert.',
  })
  const submit = (values: FormData) =>
    save.mutate({
      id: provider?.id ?? null,
      input: { name: textOf(values, 'name'), contractOn: textOrNull(values, 'contractOn') },
    })
  const fields = fieldsOf(save.error)
  return (
    <AdminPage title={provider ? provider.name : 'Neuer Dienstleister'}>
      <Form
        label="Dienstleister"
        error={save.error}
        busy={save.isPending}
        onSubmit={submit}
        aside={<ButtonLink to="/verwaltung/dienstleister">Abbrechen</ButtonLink>}
      >
        <TextField label="Name" name="name" defaultValue={provider?.name} error={fields['name']} />
        <TextField
          label="Vertrag zur Auftragsverarbeitung vom"
          name="contractOn"
          type="date"
          optional
          hint="Artikel 28 DSGVO"
          defaultValue={provider?.contractOn ?? ''}
          error={fields['contractOn']}
        />
      </Form>
    </AdminPage>
  )
}
