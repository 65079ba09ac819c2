import type { z } from 'zod'
import { fieldRules, type Service, serviceSchema } from './model.ts'

/** One thing that is wrong, with its place; `message` is a whole German sentence that names the place again. */
export type CatalogueError = {
  /** 1 for the first entry, 0 when the file as a whole is meant. */
  entry: number
  id: string | null
  field: string | null
  message: string
}

export type CatalogueReading = { ok: true; services: Service[] } | { ok: false; errors: CatalogueError[] }

/** Checks a whole catalogue file that was read as text; reports every error, not only the first. */
export function readCatalogue(text: string): CatalogueReading {
  const data = parseJson(text)
  if (data === undefined) return failed('Die Datei mit den Leistungen ist kein gültiges JSON.')
  return checkCatalogue(data)
}

/** Checks a whole catalogue that is already parsed: a list of services with ids that occur once. */
export function checkCatalogue(data: unknown): CatalogueReading {
  if (!Array.isArray(data)) return failed('Die Datei mit den Leistungen muss eine Liste sein.')
  const services: Service[] = []
  const errors: CatalogueError[] = []
  const seen = new Map<string, number>()
  for (const [position, candidate] of data.entries()) {
    const entry = position + 1
    const parsed = serviceSchema.safeParse(candidate)
    if (!parsed.success) {
      errors.push(...describe(entry, idOf(candidate), parsed.error.issues))
      continue
    }
    const { id } = parsed.data
    const first = seen.get(id)
    if (first !== undefined)
      errors.push(
        errorAt(entry, id, 'id', `kommt schon in Eintrag ${first} vor und darf nur einmal vorkommen`),
      )
    seen.set(id, first ?? entry)
    services.push(parsed.data)
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, services }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function failed(message: string): CatalogueReading {
  return { ok: false, errors: [{ entry: 0, id: null, field: null, message }] }
}

function describe(entry: number, id: string | null, issues: readonly z.core.$ZodIssue[]): CatalogueError[] {
  const errors = new Map<string, CatalogueError>()
  for (const issue of issues) {
    for (const [field, rule] of brokenRules(issue)) errors.set(field, errorAt(entry, id, field, rule))
  }
  return [...errors.values()]
}

function brokenRules(issue: z.core.$ZodIssue): [field: string, rule: string][] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [key, 'ist unbekannt'])
  const field = issue.path[0]
  if (!isField(field)) return [['', 'muss ein Objekt mit den Feldern einer Leistung sein']]
  return [[field, fieldRules[field]]]
}

function isField(name: PropertyKey | undefined): name is keyof Service {
  return name !== undefined && Object.hasOwn(fieldRules, name)
}

function errorAt(entry: number, id: string | null, field: string, rule: string): CatalogueError {
  const service = id === null ? `Eintrag ${entry}` : `Eintrag ${entry} (Leistung „${id}“)`
  const place = field === '' ? service : `${service}, Feld „${field}“,`
  return { entry, id, field: field === '' ? null : field, message: `${place} ${rule}.` }
}

function idOf(candidate: unknown): string | null {
  if (typeof candidate !== 'object' || candidate === null || !('id' in candidate)) return null
  return typeof candidate.id === 'string' && candidate.id !== '' ? candidate.id.slice(0, 60) : null
}
