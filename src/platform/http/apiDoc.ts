import type { z } from 'zod'

/**
 * How a route is described to programs of others; a route without it is no part of what is promised to them. Sentences
 * are German, as everything that leaves the house; schemas are the ones that the route itself checks with or answers.
 */
export interface ApiDoc {
  /** Names the operation in generated clients. */
  id: string
  group: string
  summary: string
  details?: string
  /** Of each `:name` in the path. */
  params?: Readonly<Record<string, ApiValue>>
  query?: z.ZodObject
  /** One whole question, `service=…&from=…`. */
  queryExample?: string
  headers?: Readonly<Record<string, ApiValue>>
  body?: z.ZodType
  bodyExample?: object
  answers: readonly ApiAnswer[]
  problems: readonly ApiProblem[]
}

export interface ApiValue {
  description: string
  example: string
}

/** What a route answers when all is well. */
export interface ApiAnswer {
  status: 200 | 201 | 202 | 204 | 304
  description: string
  /** Of the schema in generated clients; without it there is no JSON body. */
  name?: string
  schema?: z.ZodType
  /** Where that is not JSON. */
  contentType?: string
  example?: unknown
  headers?: Readonly<Record<string, string>>
}

/** A refusal that a program should be ready for. */
export interface ApiProblem {
  status: number
  code: string
  /** The sentence that people are shown. */
  title: string
  /** When it comes. */
  when: string
  fields?: Readonly<Record<string, string>>
  extensions?: Readonly<Record<string, unknown>>
}
