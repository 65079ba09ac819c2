import { z } from 'zod'
import type { ApiAnswer, ApiDoc, ApiProblem } from './apiDoc.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

/** What the document says of the interface as a whole. */
export interface ApiInfo {
  title: string
  version: string
  description: string
  licence: { name: string; identifier: string }
  groups: readonly { name: string; description: string }[]
}

/** One route as the document shows it. */
export interface Operation {
  method: string
  /** '/api/v1/holds/{id}' */
  path: string
  doc: ApiDoc
}

/** How refusals look (RFC 9457). */
const PROBLEM = z.object({
  type: z.literal('about:blank'),
  title: z.string().meta({ description: 'Ein Satz für Menschen, auf Deutsch.' }),
  status: z.int(),
  code: z.string().meta({ description: 'Für Programme; ändert sich nicht.' }),
  fields: z
    .record(z.string(), z.string())
    .meta({ description: 'Zu jedem falschen Feld ein Satz; leer, wenn es an keinem Feld liegt.' }),
})

/** The routes that are described, in the order of their groups. */
export function operationsOf(routes: readonly Route[], groups: ApiInfo['groups']): Operation[] {
  const described = routes.flatMap((route): Operation[] =>
    route.doc
      ? [{ method: route.method, path: route.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}'), doc: route.doc }]
      : [],
  )
  const unknown = described.find(({ doc }) => !groups.some(({ name }) => name === doc.group))
  if (unknown) throw new Error(`${unknown.doc.id} is in no known group`)
  return groups.flatMap(({ name }) => described.filter(({ doc }) => doc.group === name))
}

/** The OpenAPI 3.1 document of all routes that are described. @throws when two schemas have one name */
export function openApi(routes: readonly Route[], info: ApiInfo): Json {
  const schemas: Json = { Problem: jsonSchema(PROBLEM, 'output') }
  const paths: Record<string, Json> = {}
  for (const { method, path, doc } of operationsOf(routes, info.groups)) {
    const operation = operationOf(doc, schemas)
    paths[path] = { ...paths[path], [method]: operation }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: info.title,
      version: info.version,
      description: info.description,
      license: info.licence,
    },
    servers: [{ url: '/' }],
    tags: info.groups,
    paths,
    components: { schemas },
  }
}

function operationOf(doc: ApiDoc, schemas: Json): Json {
  const parameters = [
    ...Object.entries(doc.params ?? {}).map(([name, value]) => ({
      ...plain(name, 'path', value),
      required: true,
    })),
    ...queryOf(doc),
    ...Object.entries(doc.headers ?? {}).map(([name, value]) => plain(name, 'header', value)),
  ]
  const answers = doc.answers.map((answer) => [String(answer.status), answerOf(answer, schemas)])
  return {
    operationId: doc.id,
    tags: [doc.group],
    summary: doc.summary,
    ...(doc.details ? { description: doc.details } : {}),
    // Who calls it shows rights by secrets in bodies, never by a session.
    security: [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(doc.body ? { requestBody: bodyOf(doc.body, doc.bodyExample) } : {}),
    responses: { ...Object.fromEntries(answers), ...problemsOf(doc.problems) },
  }
}

const plain = (
  name: string,
  where: 'path' | 'header',
  { description, example }: { description: string; example: string },
) => ({
  name,
  in: where,
  description,
  schema: { type: 'string' },
  example,
})

/** A list is repeated: `service=a&service=b`. */
function queryOf({ query, queryExample = '' }: ApiDoc): Json[] {
  const examples = new URLSearchParams(queryExample)
  return Object.entries(query?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = jsonSchema(field, 'output')
    const isList = schema['type'] === 'array'
    const [first, ...more] = examples.getAll(name)
    const typed = (text: string) => (isNumber(isList ? schema['items'] : schema) ? Number(text) : text)
    return {
      name,
      in: 'query',
      ...(description ? { description } : {}),
      required: !z.safeParse(field, undefined).success,
      schema,
      ...(isList ? { style: 'form', explode: true } : {}),
      ...(first === undefined ? {} : { example: isList ? [first, ...more].map(typed) : typed(first) }),
    }
  })
}

const isNumber = (schema: unknown): boolean =>
  typeof schema === 'object' &&
  schema !== null &&
  'type' in schema &&
  ['integer', 'number'].includes(String(schema.type))

const bodyOf = (schema: z.ZodType, example: object | undefined): Json => ({
  required: true,
  content: { 'application/json': { schema: jsonSchema(schema, 'input'), ...(example ? { example } : {}) } },
})

function answerOf(answer: ApiAnswer, schemas: Json): Json {
  const { description, headers = {} } = answer
  const named = Object.entries(headers).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } },
  ])
  const content = contentOf(answer, schemas)
  return {
    description,
    ...(named.length > 0 ? { headers: Object.fromEntries(named) } : {}),
    ...(content ? { content } : {}),
  }
}

function contentOf({ name, schema, contentType, example }: ApiAnswer, schemas: Json): Json | null {
  const shown = example === undefined ? {} : { example }
  if (contentType) return { [contentType]: { schema: { type: 'string' }, ...shown } }
  if (!name || !schema) return null
  const written = jsonSchema(schema, 'output')
  const known = schemas[name]
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(written))
    throw new Error(`two shapes are named ${name}`)
  schemas[name] = written
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` }, ...shown } }
}

/** One answer for each status, with an example for each code. */
function problemsOf(problems: readonly ApiProblem[]): Json {
  const statuses = [...new Set(problems.map(({ status }) => status))].toSorted((a, b) => a - b)
  return Object.fromEntries(
    statuses.map((status) => [String(status), problemOf(problems.filter((one) => one.status === status))]),
  )
}

const problemOf = (problems: readonly ApiProblem[]): Json => ({
  description: problems.map(({ code, when }) => `\`${code}\`: ${when}`).join('\n\n'),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(
        problems.map((problem) => [problem.code, { summary: problem.when, value: problemExample(problem) }]),
      ),
    },
  },
})

/** A refusal as it is sent. */
export const problemExample = ({ title, status, code, fields = {}, extensions = {} }: ApiProblem): Json => ({
  type: 'about:blank',
  title,
  status,
  code,
  fields,
  ...extensions,
})

/** Formats say enough; the patterns behind them are for the program that checks. Answers may get further members later. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...written } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema: node }) => {
      if (node.format) delete node.pattern
      if (node.additionalProperties === false) delete node.additionalProperties
    },
  })
  return written
}
