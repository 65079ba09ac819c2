import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { useSaving } from '../admin/useSaving.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Form, TextField, textOf } from '../ui/index.ts'
import { outsideApi, outsideQuery } from './queries.ts'

/** One outside number, or a new one. */
export function OutsideNumberPage() {
  const { id } = useParams({ from: '/shell/verwaltung/externe-ziele/$id' })
  const { numbers } = useSuspenseQuery(outsideQuery).data
  const entry = numbers.find((number) => number.id === id)
  const save = useSaving({
    save: outsideApi.save,
    queryKey: outsideQuery.queryKey,
    to: '/verwaltung/externe-ziele',
    told: 'Das Ziel ist gespeichert.',
  })
  const submit = (values: FormData) =>
    save.mutate({
      id: entry?.id ?? null,
      input: {
        name: textOf(values, 'name'),
        number: textOf(values, 'number'),
        purpose: textOf(values, 'purpose'),
      },
    })
  const fields = fieldsOf(save.error)
  return (
    <AdminPage title={entry ? entry.name : 'Neues Ziel'}>
      <Form
        label="Externes Ziel"
        error={save.error}
        busy={save.isPending}
        onSubmit={submit}
        aside={<ButtonLink to="/verwaltung/externe-ziele">Abbrechen</ButtonLink>}
      >
        <TextField label="Name" name="name" defaultValue={entry?.name} error={fields['name']} />
        <TextField
          label="Nummer"
          name="number"
          type="tel"
          defaultValue={entry?.numberNational}
          error={fields['number']}
        />
        <TextField
          label="Zweck"
          name="purpose"
          hint="Wann dorthin verbunden wird, zum Beispiel: Störungen der Straßenbeleuchtung"
          defaultValue={entry?.purpose}
          error={fields['purpose']}
        />
      </Form>
    </AdminPage>
  )
}
