import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')
export const long = process.argv.includes('--long')

/**
 * A module of the build, because that is what runs in a city hall. The caller names the source's type:
 * `built<typeof import('../src/catalogue/search.ts')>('catalogue/search.js')`.
 */
export function built<T>(path: string): Promise<T> {
  return import(join(root, 'dist/server', path))
}
