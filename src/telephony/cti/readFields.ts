import { CtiRefusal } from './refusal.ts'

/** Values by field name; `user[]` and `user` are the same field. */
export type Fields = ReadonlyMap<string, readonly string[]>

/**
 * The fields of a request body, whatever its format.
 * @throws CtiRefusal 400 when the body cannot be read, 422 when a value is no text
 */
export function readFields(
  body: Uint8Array,
  contentType: string,
  formats: readonly ('json' | 'form')[],
): Fields {
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded' && formats.includes('form')) return fromForm(decode(body))
  if (type === 'application/json' && formats.includes('json')) return fromJson(decode(body))
  const expected = { json: 'application/json', form: 'application/x-www-form-urlencoded' }
  throw new CtiRefusal(400, `Content-Type: erwartet wird ${formats.map((f) => expected[f]).join(' oder ')}.`)
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (cause) {
    throw new CtiRefusal(400, 'Der Inhalt ist kein lesbares UTF-8.', { cause })
  }
}

function fromForm(text: string): Fields {
  const fields = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(text)) add(fields, name, value)
  return fields
}

function fromJson(text: string): Fields {
  const object = parseJson(text)
  if (typeof object !== 'object' || object === null || Array.isArray(object)) {
    throw new CtiRefusal(400, 'Der Inhalt ist kein JSON-Objekt.')
  }
  const fields = new Map<string, string[]>()
  for (const [name, value] of Object.entries(object)) {
    for (const item of Array.isArray(value) ? value : [value]) add(fields, name, asText(name, item))
  }
  return fields
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CtiRefusal(400, 'Der Inhalt ist kein lesbares JSON.', { cause })
  }
}

/** Some systems write numbers without quotes. */
function asText(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (Number.isSafeInteger(value)) return String(value)
  throw new CtiRefusal(422, `${name}: erwartet wird ein Text.`)
}

function add(fields: Map<string, string[]>, name: string, value: string): void {
  const plain = name.endsWith('[]') ? name.slice(0, -2) : name
  fields.set(plain, [...(fields.get(plain) ?? []), value])
}
