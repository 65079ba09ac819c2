import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below it a file fits into one packet anyway. */
const WORTH_IT_BYTES = 1_000

/**
 * Lays beside each script and style sheet what a browser gets that takes Brotli or gzip. Pages are not compressed: some hold a
 * secret beside something that was typed, and their length would tell of it.
 */
export function precompressed(): Plugin {
  return {
    name: 'precompressed',
    writeBundle({ dir }) {
      const folder = join(dir ?? 'dist', 'assets')
      for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const path = join(folder, name)
        const bytes = readFileSync(path)
        if (bytes.length < WORTH_IT_BYTES) continue
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        }
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
