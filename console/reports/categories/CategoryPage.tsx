import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { useSaving } from '../../admin/useSaving.ts'
import { ApiError, fieldsOf } from '../../platform/apiError.ts'
import { Form, textOf } from '../../ui/index.ts'
import { categoriesQuery, reportsApi } from '../queries.ts'
import { CategoryFields } from './CategoryFields.tsx'
import { type Category, categoryOf } from './categoryForm.ts'

/** One category of reports, or a new one ('+', which no category can be called). */
export function CategoryPage() {
  const { id } = useParams({ from: '/shell/verwaltung/meldungen/$id' })
  const { categories } = useSuspenseQuery(categoriesQuery).data
  return <Editor key={id} entry={categories.find((one) => one.id === id)} all={categories} />
}

function Editor({ entry, all }: { entry: Category | undefined; all: readonly Category[] }) {
  const save = useSaving({
    save: async (values: FormData) => {
      const id = entry?.id ?? textOf(values, 'id').trim()
      if (!entry) refuseTaken(id, all)
      return reportsApi.saveCategory({ id, input: categoryOf(values, entry) })
    },
    queryKey: categoriesQuery.queryKey,
    to: '/verwaltung/meldungen',
    told: 'Die Kategorie ist gespeichert.',
  })
  return (
    <AdminPage title={entry ? entry.name : 'Neue Kategorie'}>
      <Form
        label="Kategorie"
        error={save.error}
        busy={save.isPending}
        onSubmit={(values) => save.mutate(values)}
        aside={<ButtonLink to="/verwaltung/meldungen">Abbrechen</ButtonLink>}
      >
        <CategoryFields entry={entry} place={all.length} fields={fieldsOf(save.error)} />
      </Form>
    </AdminPage>
  )
}

/** Saving under an id that exists would change that category. */
function refuseTaken(id: string, all: readonly Category[]): void {
  const sentence =
    id === ''
      ? 'Bitte eine Kennung eingeben.'
      : all.some((one) => one.id === id)
        ? 'Diese Kennung hat schon eine andere Kategorie.'
        : null
  if (sentence) throw new ApiError(422, 'invalid', sentence, { id: sentence })
}
