// Preloaded into a server (node --import): writes every statement with its values to the file in BENCH_STATEMENTS.
import { appendFileSync } from 'node:fs'
import pg from 'pg'

const file = process.env['BENCH_STATEMENTS']
const { query } = pg.Client.prototype
const numbers = new WeakMap<pg.Client, number>()
let connections = 0

if (file)
  Object.defineProperty(pg.Client.prototype, 'query', {
    value(this: pg.Client, ...given: unknown[]) {
      const connection = numbers.get(this) ?? ++connections
      numbers.set(this, connection)
      const [asked, values = []] = given
      const text = textOf(asked)
      if (text !== null) appendFileSync(file, `${JSON.stringify({ connection, text, values })}\n`)
      return Reflect.apply(query, this, given)
    },
  })

/** A statement stands there as it is, or with the name of its kept plan. */
function textOf(asked: unknown): string | null {
  if (typeof asked === 'string') return asked
  const isNamed = typeof asked === 'object' && asked !== null && 'name' in asked && 'text' in asked
  return isNamed && typeof asked.text === 'string' ? asked.text : null
}
