import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { announce } from '../../platform/announce.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Card, Form, NamedOptions, Select, textOf } from '../../ui/index.ts'
import { categoriesQuery } from '../queries.ts'
import { mailsApi, mailsQuery } from './queries.ts'

/** Where a report begins that comes by mail. */
export function IntakePage() {
  const client = useQueryClient()
  const { categories } = useSuspenseQuery(categoriesQuery).data
  const { intake } = useSuspenseQuery(mailsQuery('waiting')).data
  const save = useMutation({
    mutationFn: mailsApi.chooseIntake,
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['mails'] })
      announce('Gespeichert.')
    },
  })
  return (
    <AdminPage title="E-Mail">
      <p className="muted">
        Wer an die Adresse des Bürgertelefons schreibt, sagt nicht, in welche Kategorie es gehört. Die Meldung
        beginnt in dieser, und die Kolleginnen und Kollegen ordnen sie ein. Ohne Kategorie wartet jede E-Mail,
        bis jemand entscheidet.
      </p>
      <Card title="E-Mails beginnen als">
        <Form
          label="E-Mails beginnen als"
          error={save.error}
          busy={save.isPending}
          submit="Speichern"
          onSubmit={(values) => save.mutate(textOf(values, 'category'))}
        >
          <Select
            label="Kategorie"
            name="category"
            defaultValue={intake ?? ''}
            error={fieldsOf(save.error)['category']}
          >
            <option value="">bitte wählen</option>
            <NamedOptions of={categories.filter(({ active }) => active)} />
          </Select>
        </Form>
      </Card>
    </AdminPage>
  )
}
