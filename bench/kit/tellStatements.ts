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
      const [text, values = []] = given
      if (typeof text === 'string') appendFileSync(file, `${JSON.stringify({ connection, text, values })}\n`)
      return Reflect.apply(query, this, given)
    },
  })
