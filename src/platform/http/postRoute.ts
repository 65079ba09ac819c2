import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { Traffic } from './gate.ts'
import { parse, readInput } from './mount.ts'
import { rawRoute, type RequestScope, type Route } from './route.ts'
import { type ApiWords, docOf } from './apiWords.ts'

/** A program of others acts: no session, its rights are the secrets it has. */
export const asApi = ({ platform, cityId }: RequestScope): Context => ({
  ...platform,
  cityId,
  actor: { kind: 'api' },
})

interface PostRoute<T> {
  path: string
  traffic: Traffic
  words: ApiWords
  input: z.ZodType<T>
  /** What is answered when all is well, by its name in the documentation; null: nothing. */
  answer: { status: 200 | 201; name: string; schema: z.ZodType } | null
  /** What is answered with 202 instead, by `Accepted`. */
  accepted?: { name: string; schema: z.ZodType; description: string }
  run(ctx: Context, value: T, scope: RequestScope, c: HonoContext): Promise<object | void>
}

/** The request was taken, and is not done yet. */
export class Accepted {
  readonly body: object
  constructor(body: object) {
    this.body = body
  }
}

/** A changing route for everybody. */
export function postRoute<T>({ path, traffic, words, input, answer, accepted, run }: PostRoute<T>): Route {
  return rawRoute({
    method: 'post',
    path,
    roles: 'public',
    problemJson: true,
    traffic,
    doc: docOf(
      words,
      { body: input },
      answer ?? { status: 204 },
      ...(accepted ? [{ status: 202 as const, ...accepted }] : []),
    ),
    async respond(c, scope) {
      const value = parse(input, await readInput(c, 'post'))
      const answered = await run(asApi(scope), value, scope, c)
      // Secrets are in it.
      c.header('Cache-Control', 'no-store')
      if (answered instanceof Accepted) return c.json(answered.body, 202)
      return answered && answer ? c.json(answered, answer.status) : c.body(null, 204)
    },
  })
}
