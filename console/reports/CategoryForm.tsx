import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { ReportView } from '../../src/reports/contract.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Card, Form, NamedOptions, Select, TextArea, textOf } from '../ui/index.ts'
import { categoriesQuery, reportsApi } from './queries.ts'

/** Into another category, with the reason; the team stays until somebody passes it on. */
export function CategoryForm({
  of: { id, category, team },
  onDone,
}: {
  of: ReportView
  onDone: (sentence: string) => void
}) {
  const client = useQueryClient()
  const { categories } = useSuspenseQuery(categoriesQuery).data
  const save = useMutation({
    mutationFn: (to: { category: string; reason: string }) => reportsApi.changeCategory(id, to),
    async onSuccess(_answer, to) {
      const chosen = categories.find((one) => one.id === to.category)
      const elsewhere =
        chosen && chosen.teamId !== team.id
          ? ' Für diese Kategorie ist sonst ein anderes Team zuständig: Bitte geben Sie die Meldung weiter, wenn das hier auch so ist.'
          : ''
      await client.invalidateQueries({ queryKey: ['reports'] })
      onDone(`Die Meldung steht jetzt in: ${chosen?.name ?? ''}.${elsewhere}`)
    },
  })
  const fields = fieldsOf(save.error)
  const others = categories.filter((one) => one.active && one.id !== category.id)
  return (
    <Card title="Andere Kategorie">
      <Form
        key={category.id}
        label="Andere Kategorie"
        error={save.error}
        busy={save.isPending}
        submit="Kategorie ändern"
        onSubmit={(values) =>
          save.mutate({ category: textOf(values, 'category'), reason: textOf(values, 'reason') })
        }
      >
        <Select label="Kategorie" name="category" error={fields['category']}>
          <option value="">bitte wählen</option>
          <NamedOptions of={others} />
        </Select>
        <TextArea
          label="Warum?"
          name="reason"
          hint="Das lesen nur Kolleginnen und Kollegen."
          rows={2}
          error={fields['reason']}
        />
      </Form>
    </Card>
  )
}
