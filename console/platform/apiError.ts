/** What the server answered instead of a result, or why nothing was answered. `message` is a German sentence. */
export class ApiError extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly code: string
  /** Sentences by field name, for the form. */
  readonly fields: Readonly<Record<string, string>>
  /** What else the answer says, for who knows its shape. */
  readonly details: unknown

  constructor(
    status: number,
    code: string,
    message: string,
    fields: Readonly<Record<string, string>> = {},
    options: ErrorOptions & { details?: unknown } = {},
  ) {
    super(message, options)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.fields = fields
    this.details = options.details
  }
}

export const noConnection = (cause: unknown): ApiError =>
  new ApiError(
    0,
    'no-connection',
    'Der Server ist gerade nicht erreichbar. Ihre Eingaben bleiben stehen.',
    {},
    { cause },
  )

export const unreadable = (status: number, cause?: unknown): ApiError =>
  new ApiError(
    status,
    'unreadable',
    'Die Antwort des Servers war nicht lesbar. Bitte laden Sie die Seite neu.',
    {},
    { cause },
  )

/** The sentence for people, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError
    ? error.message
    : 'Da ist etwas schiefgegangen. Bitte laden Sie die Seite neu.'
}

/** Sentences by field; empty when the error says nothing about fields. */
export function fieldsOf(error: unknown): Readonly<Record<string, string>> {
  return error instanceof ApiError ? error.fields : {}
}

/** No answer came, or the server is only away for a moment: the same request may succeed soon. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 502 || error.status === 503)
}
