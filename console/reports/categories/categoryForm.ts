import type { CategoriesView, CategoryInput } from '../../../src/reports/categories/contract.ts'
import { linesOf, textOf, textOrNull } from '../../ui/index.ts'

export type Category = CategoriesView['categories'][number]
type Question = Category['questions'][number]

/** The form as a category; the server checks every field. Questions stand in fields `questions.PLACE.…`. */
export function categoryOf(
  values: FormData,
  entry: Category | undefined,
): Record<keyof CategoryInput, unknown> {
  return {
    name: textOf(values, 'name'),
    description: textOf(values, 'description'),
    teamId: textOf(values, 'teamId'),
    answerHours: numberOf(values, 'answerHours'),
    place: textOf(values, 'place'),
    instead: textOrNull(values, 'instead'),
    active: values.has('active'),
    published: values.has('published'),
    position: numberOf(values, 'position'),
    questions: questionsOf(values, entry?.questions ?? []),
  }
}

const numberOf = (values: FormData, name: string): number => Number(textOrNull(values, name) ?? Number.NaN)

/** Whose text is empty is left out; who had an id keeps it, so that given answers stay readable. */
function questionsOf(values: FormData, known: readonly Question[]): unknown[] {
  const taken = new Set(known.map(({ id }) => id))
  return values.getAll('question').flatMap((row) => {
    const field = (name: string) => `questions.${String(row)}.${name}`
    const label = textOf(values, field('label')).trim()
    if (label === '') return []
    const before = known.find(({ id }) => id === textOf(values, field('id')))
    const id = before?.id ?? freeId(label, taken)
    taken.add(id)
    const kind = textOf(values, field('kind'))
    const asksOptions = kind === 'choice' || kind === 'choices'
    return {
      id,
      label,
      kind,
      required: values.has(field('required')),
      options: asksOptions ? optionsOf(linesOf(textOf(values, field('options'))), before?.options ?? []) : [],
    }
  })
}

function optionsOf(names: readonly string[], known: Question['options']): Question['options'] {
  const taken = new Set(known.map(({ id }) => id))
  return names.map((name) => {
    const id = known.find((option) => option.name === name)?.id ?? freeId(name, taken)
    taken.add(id)
    return { id, name }
  })
}

/** What stands in data for a text: 'Öl oder Glas?' is 'oel-oder-glas', the next of the same 'oel-oder-glas-2'. */
function freeId(text: string, taken: ReadonlySet<string>): string {
  const plain = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replace(/^-|-$/g, '')
  const base = plain || 'frage'
  let id = base
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`
  return id
}
