import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { root } from '../src/root.ts'

const rows = readFileSync(join(root, 'docs/telephony.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \[I\d+\]/.test(line))
const named = rows.flatMap((row) =>
  [...row.matchAll(/`([^`]+\.test\.ts)` "([^"]+)"/g)].map(
    ([, file = '', name = '']) => [file, name] as const,
  ),
)

describe('the checklist of incidents', () => {
  it('has fifty rows, each with a public thread and either a test or the word why there is none', () => {
    expect(rows.map((row) => /^\| \[(I\d+)\]\(https:/.exec(row)?.[1])).toEqual(
      Array.from({ length: 50 }, (_, n) => `I${n + 1}`),
    )
    for (const row of rows) expect(/\.test\.ts` "|open: |Cannot occur/.test(row), row).toBe(true)
  })

  test.each(named)('names a test that exists: %s "%s"', (file, name) => {
    expect(existsSync(join(root, file))).toBe(true)
    expect(readFileSync(join(root, file), 'utf8')).toContain(name)
  })
})
