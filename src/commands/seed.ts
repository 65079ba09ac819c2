import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { addressOf } from '../config.ts'
import { resetDemo, seedDemo } from '../seed/index.ts'
import { withPlatform } from './withPlatform.ts'

/** `freizeichen seed [--reset-demo-passwords]`. @returns what to print */
export function seed(config: Config, args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'reset-demo-passwords': { type: 'boolean', default: false } },
  })
  const file = join(config.dataDir, 'demo.json')
  const place = { dataDir: config.dataDir, url: addressOf(config, config.port) }
  return withPlatform(config, async (platform) => {
    if (values['reset-demo-passwords']) {
      await resetDemo(platform, place)
      return `Die Demo-Konten haben neue Kennwörter: ${file}`
    }
    const made = await seedDemo(platform, place)
    return made
      ? `Die Demo-Stadt ist angelegt. Konten und Kennwörter: ${file}`
      : 'Es gibt schon eine Stadt. Nichts wurde geändert.'
  })
}
