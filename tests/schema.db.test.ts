import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { root } from '../src/root.ts'
import { useDatabase } from './kit/database.ts'

const database = useDatabase()
const bin = process.env['TEST_POSTGRES_BIN']
/** `npm run schema` sets it: write the files instead of comparing them. */
const rewrite = process.env['REWRITE_SCHEMA'] === '1'

function compare(file: string, current: string): void {
  const path = join(root, file)
  if (rewrite) writeFileSync(path, current)
  expect(readFileSync(path, 'utf8'), `${file} is stale: npm run schema`).toBe(current)
}

test('given the migrations, the committed column types are theirs', () => {
  const out = join(tmpdir(), `tables-${process.pid}.ts`)
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--url',
      url(database.connection),
      '--out-file',
      out,
    ],
    { cwd: root, stdio: 'pipe' },
  )
  compare('src/platform/db/tables.generated.ts', readFileSync(out, 'utf8'))
})

// PostgreSQL's own dump needs its own program, which the embedded database does not have.
if (bin) {
  test('given the migrations, the committed schema is theirs', () => {
    const { host, user, database: name } = database.connection
    const dump = execFileSync(
      join(bin, 'pg_dump'),
      [
        '-h',
        host!,
        '-U',
        String(user),
        '-d',
        name!,
        '--schema-only',
        '--schema=public',
        '--no-owner',
        '--no-privileges',
      ],
      { encoding: 'utf8' },
    )
    // Lines that name the server's version or a random key of the dump change without the schema.
    compare(
      'db/schema.sql',
      dump
        .replaceAll(/^(--.*|\\(un)?restrict .*|SET .*|SELECT pg_catalog.*)\n/gm, '')
        .replaceAll(/\n{3,}/g, '\n\n'),
    )
  })
}

const url = ({ host, user, database: name, connectionString }: pg.ClientConfig): string =>
  connectionString ?? `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host!)}`
