import { parseArgs } from 'node:util'
import { z } from 'zod'
import { importCatalogue } from '../catalogue/index.ts'
import { createCity, newCityInput } from '../city/index.ts'
import type { Config } from '../config.ts'
import { createFirstAdministrator } from '../people/index.ts'
import { createAccountInput } from '../people/contract.ts'
import { inTransaction } from '../platform/context.ts'
import { invalid, Problem } from '../platform/problems.ts'
import { fieldMessages } from '../platform/http/mount.ts'
import { readSecret } from './readSecret.ts'
import { withPlatform } from './withPlatform.ts'

const OPTIONS = {
  id: { type: 'string' },
  name: { type: 'string' },
  title: { type: 'string' },
  land: { type: 'string' },
  'area-code': { type: 'string' },
  prefix: { type: 'string' },
  admin: { type: 'string' },
  'admin-name': { type: 'string', default: 'Verwaltung' },
} as const

/** How the fields of the schemas are called on the command line. */
const OPTION_OF: Readonly<Record<string, string>> = {
  areaCode: 'area-code',
  casePrefix: 'prefix',
  login: 'admin',
}

const input = newCityInput.extend({
  login: createAccountInput.shape.login,
  adminName: createAccountInput.shape.name,
})

/**
 * `freizeichen create-city --id … --name … --land NW --area-code 02306 --prefix LU --admin LOGIN`: a city with its first
 * administrator, who sets hours, teams and lines in the console, and the catalogue. @returns what to print
 */
export async function createCityCommand(config: Config, args: readonly string[]): Promise<string> {
  const { login, adminName, ...city } = readInput(args)
  const password = await readSecret(`Kennwort für ${login} (mindestens 12 Zeichen): `)
  const checked = createAccountInput.shape.password.safeParse(password)
  if (!checked.success) throw invalid({ password: checked.error.issues[0]?.message ?? '' })
  return withPlatform(config, (platform) =>
    inTransaction(platform, async (tx) => {
      const joined = { ...platform, db: tx }
      await createCity(joined, city)
      const admin = await createFirstAdministrator(joined, city.id, { login, name: adminName, password })
      const services = await importCatalogue(tx, admin)
      return `${city.title} ist angelegt, mit ${services} Leistungen. Servicezeiten, Teams und Rufnummern legt ${login} in der Konsole fest.`
    }),
  )
}

function readInput(args: readonly string[]): z.output<typeof input> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  const parsed = input.safeParse({
    id: values.id ?? '',
    name: values.name ?? '',
    title: values.title ?? `Stadt ${values.name ?? ''}`,
    land: values.land ?? '',
    areaCode: values['area-code'] ?? '',
    casePrefix: values.prefix ?? '',
    hostnames: [],
    demo: false,
    login: values.admin ?? '',
    adminName: values['admin-name'],
  })
  if (!parsed.success) throw problem(fieldMessages(parsed.error))
  return parsed.data
}

const problem = (fields: Readonly<Record<string, string>>): Problem => {
  const named = Object.entries(fields).map(
    ([field, sentence]) => `--${OPTION_OF[field] ?? field}: ${sentence}`,
  )
  return new Problem(422, 'invalid', named.join('\n'), fields)
}
