import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Scripts that only some pages have, by their sources. */
const SCRIPTS = {
  place: 'src/pages/report/browser/place.ts',
  report: 'src/pages/app/browser/report.ts',
  reportMap: 'src/pages/publicReports/browser/reportMap.ts',
  worker: 'src/pages/app/browser/worker.ts',
} as const

/** Addresses of the built style sheet and scripts; null where nothing is built (tests call the pages directly). */
export interface SiteAssets {
  css: string | null
  script: string | null
  /** Of some pages only; one that is not built is missing. */
  scripts: Readonly<Partial<Record<keyof typeof SCRIPTS, string>>>
  /** What the pages for reporting are made of besides their HTML, for devices that keep them. */
  shell: readonly string[]
  /** Pictures of the mark, by their names. */
  icons: Readonly<Record<string, string>>
}

export const NO_ASSETS: SiteAssets = { css: null, script: null, scripts: {}, shell: [], icons: {} }

const CSS = 'src/platform/ui/site.css'
const SCRIPT = 'src/platform/ui/enhance.ts'

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    assets: z.array(z.string()).default([]),
  }),
)
type Manifest = z.output<typeof manifestSchema>

/** Reads the build's manifest once at start. @throws when a manifest is there but unreadable */
export function readSiteAssets(publicDir: string): SiteAssets {
  const path = join(publicDir, 'manifest.json')
  if (!existsSync(path)) return NO_ASSETS
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const address = (source: string) => (manifest[source] ? `/${manifest[source].file}` : null)
  const scripts = Object.entries(SCRIPTS).flatMap(([name, source]) => {
    const found = address(source)
    return found === null ? [] : [[name, found] as const]
  })
  const shell = new Set(
    [CSS, SCRIPT, SCRIPTS.report, SCRIPTS.place].flatMap((source) => filesOf(manifest, source)),
  )
  return {
    css: address(CSS),
    script: address(SCRIPT),
    scripts: Object.fromEntries(scripts),
    shell: [...shell],
    icons: Object.fromEntries(
      Object.entries(manifest).flatMap(([source, { file }]) => {
        const name = /^icons\/([\w-]+)\.png$/.exec(source)?.[1]
        return name ? [[name, `/${file}`]] : []
      }),
    ),
  }
}

/** A source's own file and all that it brings along. */
function filesOf(manifest: Manifest, source: string): string[] {
  const found = manifest[source]
  if (!found) return []
  const own = [found.file, ...found.assets].map((file) => `/${file}`)
  return [...own, ...found.imports.flatMap((one) => filesOf(manifest, one))]
}
