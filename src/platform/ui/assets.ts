import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Addresses of the built style sheet and script; null where nothing is built (tests call the pages directly). */
export interface SiteAssets {
  css: string | null
  script: string | null
}

const manifestSchema = z.record(z.string(), z.object({ file: z.string() }))

/** Reads the build's manifest once at start. @throws when a manifest is there but unreadable */
export function readSiteAssets(publicDir: string): SiteAssets {
  const path = join(publicDir, 'manifest.json')
  if (!existsSync(path)) return { css: null, script: null }
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const address = (source: string) => (manifest[source] ? `/${manifest[source].file}` : null)
  return { css: address('src/platform/ui/site.css'), script: address('src/platform/ui/enhance.ts') }
}
