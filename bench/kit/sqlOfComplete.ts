import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from './built.ts'
import { FIRST_SERIAL, openDesk } from './desk.ts'
import { startServer } from './server.ts'

const statement = z.object({ connection: z.number(), text: z.string(), values: z.array(z.unknown()) })
export type Statement = z.infer<typeof statement>

/** What one completed record of a callback made the database do, and the case number it was given. */
export interface Recorded {
  statements: Statement[]
  caseNumber: string
}

/**
 * Completes `count` prepared calls through HTTP on a server that writes its statements down, then stops it.
 * @returns for each the statements of its transaction, begin and commit included
 */
export async function recordCompletes(dataDir: string, count: number): Promise<Recorded[]> {
  const file = join(dataDir, 'statements.jsonl')
  process.env['BENCH_STATEMENTS'] = file
  const preload = join(import.meta.dirname, 'tellStatements.ts')
  const program = [process.execPath, '--import', preload, join(root, 'dist/server/cli.js'), 'start']
  const server = await startServer(dataDir, program)
  delete process.env['BENCH_STATEMENTS']
  const desk = await openDesk(server, dataDir)
  await desk.prepareCalls(FIRST_SERIAL, count)
  const numbers: string[] = []
  for (let done = 0; done < count; done++) numbers.push(await desk.complete(FIRST_SERIAL + done, 'callback'))
  await desk.close()
  await server.stop()
  const all = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => statement.parse(JSON.parse(line)))
  return numbers.map((caseNumber) => ({ caseNumber, statements: transactionOf(caseNumber, all) }))
}

function transactionOf(caseNumber: string, all: readonly Statement[]): Statement[] {
  const at = all.findIndex(({ values }) => values.includes(caseNumber))
  const connection = all[at]?.connection
  const isEdge = (edge: string) => (one: Statement) => one.connection === connection && one.text === edge
  const first = all.slice(0, at).findLastIndex(isEdge('begin'))
  const last = all.findIndex((one, position) => position > at && isEdge('commit')(one))
  if (first < 0 || last < 0) throw new Error(`no transaction found that writes case ${caseNumber}`)
  return all.slice(first, last + 1).filter((one) => one.connection === connection)
}
