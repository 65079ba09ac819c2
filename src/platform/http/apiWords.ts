import type { ApiDoc } from './apiDoc.ts'

/** A route's words; its shapes stand where it checks and answers. */
export type ApiWords = Omit<ApiDoc, 'query' | 'body' | 'answers'> & {
  answer: string
  answerExample?: unknown
}

/** Words and shapes together. */
export function docOf(
  { answer: description, answerExample: example, ...words }: ApiWords,
  asked: Pick<ApiDoc, 'body' | 'query'>,
  answer: Omit<ApiDoc['answers'][number], 'description' | 'example'>,
  ...others: ApiDoc['answers']
): ApiDoc {
  const shown = example === undefined ? {} : { example }
  return { ...words, ...asked, answers: [{ ...answer, description, ...shown }, ...others] }
}
