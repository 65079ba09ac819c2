import type { Category } from './categories/model.ts'
import type { Answers } from './model.ts'

/** What was answered, with the words of the questions. Those that the category does not ask any more keep their id as their name. */
export function answersInWords(
  { questions }: Pick<Category, 'questions'>,
  answers: Answers,
): { question: string; answer: string }[] {
  return Object.entries(answers).map(([id, given]) => {
    const question = questions.find((one) => one.id === id)
    const words = [given]
      .flat()
      .map((value) => question?.options.find((option) => option.id === value)?.name ?? value)
    return { question: question?.label ?? id, answer: words.join(', ') }
  })
}
