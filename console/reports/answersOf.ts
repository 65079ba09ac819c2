import type { Question } from './QuestionField.tsx'

/** The answers of a form by question: several for a list; the server checks each. */
export function answersOf(
  values: FormData,
  questions: readonly Pick<Question, 'id' | 'kind'>[],
): Record<string, string | string[]> {
  return Object.fromEntries(
    questions.map(({ id, kind }) => {
      const given = values.getAll(`answers.${id}`).filter((value) => typeof value === 'string')
      return [id, kind === 'choices' ? given : (given[0] ?? '')]
    }),
  )
}
