import { invalid } from '../platform/problems.ts'
import { fieldRules, type Service, serviceSchema } from './model.ts'

/** One service from a form, by the same rules as a file. @throws Problem 422 with a sentence per field */
export function checkService(candidate: Readonly<Record<string, unknown>>): Service {
  const parsed = serviceSchema.safeParse(candidate)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) fields[key] = 'Dieses Feld ist unbekannt.'
      continue
    }
    const field = String(issue.path[0] ?? '')
    fields[field] = isField(field) ? `Dieses Feld ${fieldRules[field]}.` : 'Dieses Feld ist unbekannt.'
  }
  throw invalid(fields)
}

const isField = (name: string): name is keyof Service => Object.hasOwn(fieldRules, name)
