import { expect } from 'vitest'

/**
 * The published rules of GeoReport v2 and of discovery (wiki.open311.org), written down here a second time: nothing of the server is used, so
 * that a slip in it is not repeated.
 */
type Rule = (value: unknown) => boolean
interface Field {
  rule: Rule
  needed: boolean
}

const text: Rule = (value) => typeof value === 'string'
const some: Rule = (value) => typeof value === 'string' && value !== ''
const code: Rule = (value) => typeof value === 'string' && /^[\w-]+$/.test(value)
const oneOf =
  (...words: string[]): Rule =>
  (value) =>
    words.includes(String(value))
/** W3C-DTF with its zone, and whole seconds. */
const moment: Rule = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value)
/** In XML everything is text. */
const number: Rule = (value) => String(value).trim() !== '' && Number.isFinite(Number(value))
const degrees =
  (most: number): Rule =>
  (value) =>
    number(value) && Math.abs(Number(value)) <= most
const url: Rule = (value) => typeof value === 'string' && /^https?:\/\//.test(value)
const yes: Rule = oneOf('true', 'false')

const needed = (rule: Rule): Field => ({ rule, needed: true })
/** May be missing or empty. */
const open = (rule: Rule): Field => ({ rule, needed: false })

const SERVICE = {
  service_code: needed(code),
  service_name: needed(some),
  description: open(text),
  metadata: needed(yes),
  type: needed(oneOf('realtime', 'batch', 'blackbox')),
  keywords: open(text),
  group: open(text),
}
const VALUE = { key: needed(some), name: needed(some) }
const ATTRIBUTE = {
  variable: needed(yes),
  code: needed(code),
  datatype: needed(oneOf('string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist')),
  required: needed(yes),
  datatype_description: open(text),
  order: needed((value) => number(value) && Number(value) > 0),
  description: needed(some),
  values: open((value) => listOf(VALUE)(value)),
}
const REQUEST = {
  service_request_id: needed(code),
  status: needed(oneOf('open', 'closed')),
  status_notes: open(text),
  service_name: needed(some),
  service_code: needed(code),
  description: open((value) => text(value) && String(value).length <= 4000),
  agency_responsible: open(text),
  service_notice: open(text),
  requested_datetime: needed(moment),
  updated_datetime: needed(moment),
  expected_datetime: open(moment),
  address: open(text),
  address_id: open(text),
  zipcode: open(text),
  lat: open(degrees(90)),
  long: open(degrees(180)),
  media_url: open(url),
}
const MADE = {
  service_request_id: needed(code),
  service_notice: open(text),
  account_id: open(text),
}
const ERROR = { code: needed(number), description: needed(some) }
const ENDPOINT = {
  specification: needed(oneOf('http://wiki.open311.org/GeoReport_v2')),
  url: needed(url),
  changeset: needed(moment),
  type: needed(oneOf('production', 'test')),
  formats: needed(
    (value) => Array.isArray(value) && value.length > 0 && value.every(oneOf('text/xml', 'application/json')),
  ),
}
const UPDATE = {
  update_id: needed(code),
  service_request_id: needed(code),
  status: needed(
    oneOf(
      'OPEN',
      'IN_PROGRESS',
      'ACTION_SCHEDULED',
      'NOT_COUNCILS_RESPONSIBILITY',
      'FIXED',
      'NO_FURTHER_ACTION',
    ),
  ),
  updated_datetime: needed(moment),
  description: needed(some),
  media_url: open(url),
}

type Shape = Readonly<Record<string, Field>>

/** What is wrong with an object, each field by its name. */
function faultsOf(shape: Shape, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ['no object']
  const given = new Map<string, unknown>(Object.entries(value))
  const unknown = [...given.keys()]
    .filter((name) => !(name in shape))
    .map((name) => `${name} is not of the standard`)
  const wrong = Object.entries(shape).flatMap(([name, field]) => {
    const one = given.get(name)
    const isEmpty = one === undefined || one === null || one === ''
    if (isEmpty) return field.needed ? [`${name} is missing`] : []
    return field.rule(one) ? [] : [`${name}: ${JSON.stringify(one)}`]
  })
  return [...unknown, ...wrong]
}

const listOf =
  (shape: Shape): Rule =>
  (value) =>
    Array.isArray(value) && value.every((one) => faultsOf(shape, one).length === 0)

const RESOURCES = {
  services: { root: 'services', of: SERVICE, isList: true },
  definition: {
    root: 'service_definition',
    of: { service_code: needed(code), attributes: needed((value) => listOf(ATTRIBUTE)(value)) },
    isList: false,
  },
  requests: { root: 'service_requests', of: REQUEST, isList: true },
  made: { root: 'service_requests', of: MADE, isList: true },
  errors: { root: 'errors', of: ERROR, isList: true },
  discovery: {
    root: 'discovery',
    of: {
      changeset: needed(moment),
      contact: needed(some),
      key_service: needed(some),
      endpoints: needed((value) => Array.isArray(value) && value.length > 0 && listOf(ENDPOINT)(value)),
    },
    isList: false,
  },
  updates: { root: 'service_requests_updates', of: UPDATE, isList: true },
} as const

/** Reads an answer by its media type and holds it against the published rules. @returns what it holds */
export async function expectPublished(
  answer: Response,
  resource: keyof typeof RESOURCES,
): Promise<Record<string, unknown>[]> {
  const { root, of, isList } = RESOURCES[resource]
  const body = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  const isXml = type.startsWith('text/xml')
  const wanted = isXml ? 'text/xml' : 'application/json'
  expect(type).toBe(resource === 'discovery' ? wanted : `${wanted}; charset=utf-8`)
  const whole = isXml ? readXml(body, root) : (JSON.parse(body) as unknown)
  expect(Array.isArray(whole), `${resource} is a list`).toBe(isList)
  const items = [whole].flat()
  for (const item of items) expect(faultsOf(of, item), body).toEqual([])
  return items as Record<string, unknown>[]
}

const LISTS = new Set([
  'services',
  'service_requests',
  'service_requests_updates',
  'attributes',
  'values',
  'errors',
  'endpoints',
  'formats',
])
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#13': '\r',
}

/** Strict: one root, elements without attributes that all close, no text beside elements, known references, legal characters. */
function readXml(document: string, root: string): unknown {
  expect(document).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/)
  expect(document).toMatch(/^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u)
  let rest = document.replace(/^<\?xml[^>]*\?>\n/, '').trimEnd()
  const take = (pattern: RegExp): RegExpExecArray => {
    const found = pattern.exec(rest)
    if (found?.index !== 0) throw new Error(`not well formed at: ${rest.slice(0, 80)}`)
    rest = rest.slice(found[0].length)
    return found
  }
  const element = (): { name: string; value: unknown } => {
    const [, name = '', empty] = take(/^<([a-z_]+)(\/?)>/)
    if (empty) return { name, value: LISTS.has(name) ? [] : '' }
    const parts: { name: string; value: unknown }[] = []
    let said = ''
    if (/^<[a-z_]/.test(rest)) while (!rest.startsWith('</')) parts.push(element())
    else said = unescaped(take(/^[^<]*/)[0])
    take(new RegExp(`^</${name}>`))
    if (LISTS.has(name)) return { name, value: parts.map((part) => part.value) }
    return {
      name,
      value: parts.length > 0 ? Object.fromEntries(parts.map((one) => [one.name, one.value])) : said,
    }
  }
  const { name, value } = element()
  expect(name).toBe(root)
  expect(rest).toBe('')
  return value
}

const unescaped = (said: string): string =>
  said.replaceAll(/&([^;]*);?/g, (whole, name: string) => {
    const sign = ENTITIES[name]
    if (sign === undefined || !whole.endsWith(';')) throw new Error(`unknown reference ${whole}`)
    return sign
  })
