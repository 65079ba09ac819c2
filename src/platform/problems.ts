/**
 * What a verb answers when it cannot do what was asked: a status, a code for programs and a German sentence for people.
 * Anything else that is thrown is a fault of ours: it is logged and the browser learns only that it happened.
 */
export class Problem extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  readonly code: string
  /** Sentences by field name, for the form. */
  readonly fields: Readonly<Record<string, string>>
  /** Further members of the answer, such as what else could be had. */
  readonly extensions: Readonly<Record<string, unknown>>
  /** When it is worth trying again, for `Retry-After`; null where nobody can tell. */
  readonly retryAfterSeconds: number | null

  constructor(
    status: Problem['status'],
    code: string,
    message: string,
    fields: Readonly<Record<string, string>> = {},
    options: ErrorOptions & {
      extensions?: Readonly<Record<string, unknown>>
      retryAfterSeconds?: number
    } = {},
  ) {
    super(message, options)
    this.status = status
    this.code = code
    this.fields = fields
    this.extensions = options.extensions ?? {}
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
  }
}

export const notSignedIn = (): Problem => new Problem(401, 'not-signed-in', 'Bitte melden Sie sich an.')

export const notAllowed = (): Problem => new Problem(403, 'not-allowed', 'Dafür hat dieses Konto kein Recht.')

export const notFound = (what = 'Das Gesuchte'): Problem =>
  new Problem(404, 'not-found', `${what} gibt es nicht.`)

export const conflict = (code: string, message: string): Problem => new Problem(409, code, message)

export const invalid = (fields: Readonly<Record<string, string>>): Problem =>
  new Problem(422, 'invalid', Object.values(fields)[0] ?? 'Die Eingabe stimmt nicht.', fields)

/** The constraint's name when a database error says that a constraint refused the write; null for any other error. */
export function refusedBy(error: unknown): string | null {
  if (!(error instanceof Error) || !('constraint' in error)) return null
  return typeof error.constraint === 'string' ? error.constraint : null
}

/** The form's field and the sentence for each constraint that an input can break, by the constraint's name. */
export type FieldSentences = Readonly<Record<string, readonly [field: string, sentence: string]>>

/** Runs a write; a constraint that the input broke becomes a sentence at its field. @throws Problem 422 */
export async function tellingTheField<T>(sentences: FieldSentences, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const told = sentences[refusedBy(error) ?? '']
    if (!told) throw error
    throw invalid({ [told[0]]: told[1] })
  }
}
