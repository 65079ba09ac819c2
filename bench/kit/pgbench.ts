import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { callId } from './desk.ts'
import type { Recorded, Statement } from './sqlOfComplete.ts'

const packaged = '/usr/lib/postgresql'
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g

/** The program, from the path or where Debian's postgresql-15 puts it; null when there is none. */
export function findPgbench(): string | null {
  const versions = existsSync(packaged) ? readdirSync(packaged) : []
  const folders = [
    ...(process.env['PATH'] ?? '').split(':'),
    ...versions.map((v) => join(packaged, v, 'bin')),
  ]
  return folders.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path)) ?? null
}

/**
 * Writes one script per recorded transaction: the same statements with the same values, but with ids, call and case number
 * of their own in each run.
 */
export function writeScripts(folder: string, recorded: readonly Recorded[]): string[] {
  return recorded.map((one, position) => {
    const other = recorded[(position + 1) % recorded.length] ?? one
    const file = join(folder, `complete-${position}.sql`)
    writeFileSync(file, scriptOf(one, other))
    return file
  })
}

function scriptOf(one: Recorded, other: Recorded): string {
  const standing = new Set(uuidsIn(other))
  const own = new Map([[one.caseNumber, 'LU-:serial']])
  for (const id of uuidsIn(one)) {
    // The team, the line and the account stand in both; what only this run has was made for it.
    if (standing.has(id) || own.has(id)) continue
    const isCall = id.startsWith(callId('').slice(0, 8))
    own.set(id, isCall ? callId(':serial') : `${String(own.size).padStart(8, '0')}-0000-4000-8000-:serial`)
  }
  const head = ['\\set turn :turn + 1', '\\set serial :base + :client_id * 1000000 + :turn']
  return [...head, ...one.statements.map((statement) => withValues(statement, own))].join('\n')
}

const uuidsIn = ({ statements }: Recorded): string[] => JSON.stringify(statements).match(UUID) ?? []

function withValues({ text, values }: Statement, own: ReadonlyMap<string, string>): string {
  const filled = text.replaceAll(/\$(\d+)/g, (_, number: string) => literal(values[Number(number) - 1]))
  return `${[...own].reduce((sql, [was, now]) => sql.replaceAll(was, now), filled).trim()};`
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  throw new TypeError(`no literal for ${JSON.stringify(value)}`)
}

export interface PgbenchRun {
  scripts: readonly string[]
  clients: number
  perClient: number
  /** Variables of the scripts. */
  set: Readonly<Record<string, string | number>>
  /** `prepared`: each statement is planned once per connection. */
  mode: 'simple' | 'prepared'
}

/** @returns transactions per second @throws Error with what pgbench said when any of them failed */
export function runPgbench(
  program: string,
  { host, user, database }: pg.ClientConfig,
  { scripts, clients, perClient, set, mode }: PgbenchRun,
): number {
  const threads = Math.min(clients, availableParallelism())
  const args = ['-n', '-M', mode, '-c', `${clients}`, '-j', `${threads}`, '-t', `${perClient}`]
  for (const [name, value] of Object.entries(set)) args.push('-D', `${name}=${value}`)
  for (const script of scripts) args.push('-f', script)
  args.push('-h', String(host), '-U', String(user), String(database))
  const done = spawnSync(program, args, { encoding: 'utf8' })
  const rate = /tps = ([\d.]+) \(without/.exec(done.stdout)?.[1]
  const isWhole = done.stdout.includes('number of failed transactions: 0 ')
  if (done.status !== 0 || !rate || !isWhole) throw new Error(`pgbench: ${done.stderr}${done.stdout}`)
  return Number(rate)
}
