/**
 * The answer of a parser: a value, or why there is none. `cause` is for code, `message` is a whole
 * sentence for the person who typed.
 */
export type Result<T, C extends string> = { ok: true; value: T } | { ok: false; cause: C; message: string }
