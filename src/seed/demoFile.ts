import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { role } from '../people/contract.ts'

const demoFile = z.object({
  url: z.string(),
  city: z.string(),
  accounts: z.array(z.object({ role, login: z.string(), password: z.string(), name: z.string() })),
  lines: z.array(z.object({ id: z.uuid(), name: z.string(), number: z.string() })),
  cti: z.array(
    z.object({
      kind: z.enum(['generic', 'sipgate']),
      name: z.string(),
      token: z.string(),
      /** Of the webhook, token included. */
      path: z.string(),
      /** PEM; signs sipgate's pushes in the demo. */
      privateKey: z.string().optional(),
    }),
  ),
})

/** What scripts and people need to try the demo; the only place where its secrets stand. */
export type DemoFile = z.infer<typeof demoFile>

const pathIn = (dataDir: string): string => join(dataDir, 'demo.json')

/** Null when there is none, or when it is no longer readable. */
export function readDemoFile(dataDir: string): DemoFile | null {
  try {
    const parsed = demoFile.safeParse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Readable for the owner only; whole or not at all. */
export function writeDemoFile(dataDir: string, demo: DemoFile): void {
  mkdirSync(dataDir, { recursive: true })
  const fresh = `${pathIn(dataDir)}.new`
  writeFileSync(fresh, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  renameSync(fresh, pathIn(dataDir))
}
