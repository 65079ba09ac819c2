// Writes src/telephony/asterisk/ari/types.generated.ts from the API files a running Asterisk serves.
// They are Swagger 1.1, which no generator of today reads. Needs the phone lab:
//   scripts/phone-lab.sh up && node --env-file=<lab folder>/lab.env scripts/generate-ari.ts
// Only names and types are taken, not the descriptions.
import { writeFile } from 'node:fs/promises'

type Parameter = {
  name: string
  dataType: string
  paramType: 'path' | 'query' | 'body'
  required?: boolean
  allowMultiple?: boolean
  allowableValues?: AllowableValues
}
type AllowableValues = { valueType: string; values?: string[] }
type Operation = { httpMethod: string; responseClass: string; parameters?: Parameter[] }
type Property = { type: string; required?: boolean; allowableValues?: AllowableValues }
type Model = { id: string; properties: Record<string, Property>; subTypes?: string[] }
type Resource = { apis: { path: string; operations: Operation[] }[]; models?: Record<string, Model> }

const url = process.env['ARI_URL']
const login = Buffer.from(`${process.env['ARI_USER']}:${process.env['ARI_PASSWORD']}`).toString('base64')
if (!url) throw new Error('ARI_URL is not set: start the phone lab and use its env file')

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Basic ${login}` } })
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`)
  return (await response.json()) as T
}

const simpleTypes: Record<string, string> = {
  string: 'string',
  Date: 'string',
  boolean: 'boolean',
  int: 'number',
  long: 'number',
  double: 'number',
  object: 'Record<string, unknown>',
  binary: 'ArrayBuffer',
  void: 'void',
}

// The API files say only "object" here; what Asterisk really reads was found by trying.
const bodies: Record<string, string> = {
  variables: '{ variables: Record<string, string | { value: string; report_events?: boolean }> }',
  fields: '{ fields: ConfigTuple[] }',
  filter: '{ allowed?: { type: string }[]; disallowed?: { type: string }[] }',
}

function typeOf(name: string, allowed?: AllowableValues): string {
  const list = /^List\[(.+)\]$/.exec(name)?.[1]
  if (list) return `${typeOf(list)}[]`
  if (name === 'string' && allowed?.valueType === 'LIST' && allowed.values) {
    return allowed.values.map((value) => `'${value}'`).join(' | ')
  }
  return simpleTypes[name] ?? (name === 'Event' ? 'EventBase' : name)
}

function modelText(model: Model, events: string[]): string {
  const isEvent = events.includes(model.id)
  const base = isEvent ? ' extends EventBase' : model.id === 'Event' ? ' extends Message' : ''
  const name = model.id === 'Event' ? 'EventBase' : model.id
  const lines = Object.entries(model.properties).map(
    ([key, property]) =>
      `  ${key}${property.required ? '' : '?'}: ${typeOf(property.type, property.allowableValues)}`,
  )
  if (isEvent) lines.unshift(`  type: '${model.id}'`)
  if (lines.length === 0) return `export type ${name} = Record<string, unknown>`
  return `export interface ${name}${base} {\n${lines.join('\n')}\n}`
}

function parameterText(parameter: Parameter): string {
  const required = parameter.required || parameter.paramType === 'path'
  const optional = required ? '' : '?'
  const orUndefined = required ? '' : ' | undefined'
  if (parameter.paramType === 'body') {
    const body = bodies[parameter.name]
    if (!body) throw new Error(`body parameter ${parameter.name} is new: add its type to "bodies"`)
    return `json${optional}: ${body}${orUndefined}`
  }
  const type = typeOf(parameter.dataType, parameter.allowableValues)
  return `${parameter.name}${optional}: ${type}${parameter.allowMultiple ? ` | ${type}[]` : ''}${orUndefined}`
}

function operationText(path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(parameterText)
  const names = new Set(parameters.map((text) => text.split(/[?:]/)[0]))
  if (names.size !== parameters.length) throw new Error(`${path} has two parameters of one name`)
  const params = parameters.length === 0 ? 'Record<never, never>' : `{ ${parameters.join('; ')} }`
  return `  '${operation.httpMethod} ${path}': {\n    params: ${params}\n    response: ${typeOf(operation.responseClass)}\n  }`
}

const { apis } = await get<{ apis: { path: string }[] }>('/api-docs/resources.json')
const resources = await Promise.all(apis.map((api) => get<Resource>(api.path.replace('{format}', 'json'))))
const { system } = await get<{ system: { version: string } }>('/asterisk/info?only=system')
const version = system.version.replace(/\+.*/, '') // without the distribution's suffix

const models = new Map(resources.flatMap((resource) => Object.entries(resource.models ?? {})))
const events = models.get('Event')?.subTypes ?? []
const operations = resources.flatMap((resource) =>
  resource.apis.flatMap(({ path, operations: list }) =>
    // The websocket itself is not a request.
    list
      .filter((operation) => operation.responseClass !== 'Message')
      .map((operation) => operationText(path, operation)),
  ),
)

const text = [
  `// Generated by scripts/generate-ari.ts from the API files of Asterisk ${version}. Do not edit.`,
  ...[...models.values()].map((model) => modelText(model, events)),
  `export type AriEvent =\n${events.map((name) => `  | ${name}`).join('\n')}`,
  `export interface Operations {\n${operations.join('\n')}\n}`,
].join('\n\n')

await writeFile(new URL('../src/telephony/asterisk/ari/types.generated.ts', import.meta.url), `${text}\n`)
console.log(
  `Asterisk ${version}: ${operations.length} operations, ${models.size} models, ${events.length} events`,
)
