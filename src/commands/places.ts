import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { cityNamed, importBoundary, importStreets } from '../city/index.ts'
import type { Config } from '../config.ts'
import { asSystem } from '../platform/context.ts'
import { invalid } from '../platform/problems.ts'
import { withPlatform } from './withPlatform.ts'

const MOST_BYTES = 100 * 1024 * 1024

/**
 * `freizeichen places import FILE.csv` and `freizeichen places boundary FILE.geojson`, both with `--city KENNUNG` where there are
 * several. @returns what to print
 */
export async function places(config: Config, args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { city: { type: 'string' } },
    allowPositionals: true,
  })
  const [what, path, more] = positionals
  if ((what !== 'import' && what !== 'boundary') || path === undefined || more !== undefined)
    throw invalid({ file: 'Bitte so: places import DATEI.csv oder places boundary DATEI.geojson' })
  const text = textOf(path)
  return withPlatform({ ...config, logLevel: 'silent' }, async (platform) => {
    const city = await cityNamed(platform.db, values.city)
    const ctx = asSystem(platform, city.id)
    if (what === 'boundary') {
      const { areas } = await importBoundary(ctx, text)
      return `Die Grenze von ${city.name} ist eingelesen (${areas === 1 ? 'eine Fläche' : `${areas} Flächen`}).`
    }
    const { streets, addresses } = await importStreets(ctx, text)
    return `${streets} Straßen und ${addresses} Hausnummern von ${city.name} sind eingelesen.`
  })
}

function textOf(path: string): string {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) throw invalid({ file: `Die Datei ${path} gibt es nicht.` })
  if (size > MOST_BYTES) throw invalid({ file: `Die Datei ${path} ist größer als 100 MB.` })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw invalid({ file: `Die Datei ${path} ist nicht in UTF-8 gespeichert. Bitte so speichern.` })
  }
}
