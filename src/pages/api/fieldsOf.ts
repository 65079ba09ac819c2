import { z } from 'zod'

/** A field of a request or an answer, as a reader is shown it. */
export interface Field {
  /** 'contact.email', 'days[].date' */
  name: string
  /** 'Text', 'Liste von Text' */
  kind: string
  optional: boolean
  description: string | null
}

const node = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  description: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  /** `false`: nothing follows what `prefixItems` names. */
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
})
type Node = z.infer<typeof node>
type Shape = Omit<Node, 'type'> & { type: string | undefined }

const KINDS: Readonly<Record<string, string>> = {
  'date-time': 'Zeitpunkt',
  date: 'Tag',
  uuid: 'UUID',
  email: 'E-Mail-Adresse',
  string: 'Text',
  integer: 'ganze Zahl',
  number: 'Zahl',
  boolean: 'ja oder nein',
  object: 'Objekt',
  array: 'Liste',
}

/** Every field of a JSON schema, inner ones by their path. */
export function fieldsOf(schema: unknown, path = ''): Field[] {
  const found = shapeIn(node.parse(schema))
  if (found.items) return fieldsOf(found.items, `${path}[]`)
  return Object.entries(found.properties ?? {}).flatMap(([key, value]) => {
    const inner = node.parse(value)
    const name = path === '' ? key : `${path}.${key}`
    const optional = !(found.required ?? []).includes(key)
    return [
      { name, kind: kindOf(inner), optional, description: inner.description ?? null },
      ...fieldsOf(inner, name),
    ]
  })
}

/** What stands in a place that may also be `null`: written as `anyOf`, or as a list of types. */
function shapeIn(given: Node): Shape {
  const choices = Array.isArray(given.type) ? given.type.map((type) => ({ ...given, type })) : given.anyOf
  const other = (choices ?? []).map((one) => node.parse(one)).find(({ type }) => type !== 'null')
  const { type, ...shape } = other ?? given
  return { ...shape, type: typeof type === 'string' ? type : undefined }
}

const mayBeNull = ({ type, anyOf = [] }: Node): boolean =>
  Array.isArray(type) ? type.includes('null') : anyOf.some((one) => node.parse(one).type === 'null')

/** In words. */
export function kindOf(given: unknown): string {
  const found = node.parse(given)
  const inner = shapeIn(found)
  const orNull = mayBeNull(found) ? ' oder null' : ''
  if (inner.const !== undefined) return `${JSON.stringify(inner.const)}${orNull}`
  if (inner.enum) return `${inner.enum.map((value) => JSON.stringify(value)).join(', ')}${orNull}`
  if (inner.type === 'array') {
    const kinds = inner.prefixItems ?? [inner.items ?? {}]
    return `Liste (${kinds.map(kindOf).join(', ')})${orNull}`
  }
  return `${KINDS[inner.format ?? ''] ?? KINDS[inner.type ?? ''] ?? 'beliebig'}${orNull}`
}
