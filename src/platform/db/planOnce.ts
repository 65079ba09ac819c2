import type pg from 'pg'

/** So many different statements get a plan that is kept; a program has a few hundred, lists of different lengths make more. */
const MOST = 1000
const numbers = new Map<string, number>()

/** PostgreSQL's answer when a migration changed what a kept plan answers ("cached plan must not change result type"). */
const PLAN_IS_OLD = '0A000'

/**
 * Lets a connection plan each statement with values once and then only run it (a named prepared statement): planning costs
 * about as much as running what we ask.
 */
export function planOnce(client: pg.PoolClient): void {
  const { query } = client
  let generation = 0
  const forgetOld = (error: unknown): void => {
    if (error instanceof Error && 'code' in error && error.code === PLAN_IS_OLD) generation += 1
  }
  Object.defineProperty(client, 'query', {
    value: (...given: readonly unknown[]): unknown => {
      const [text, values] = given
      const number = typeof text === 'string' && isFilled(values) ? numberOf(text) : null
      if (number === null) return Reflect.apply(query, client, given)
      const named = { name: `${generation}-${number}`, text }
      const result: unknown = Reflect.apply(query, client, [named, ...given.slice(1)])
      if (result instanceof Promise) result.catch(forgetOld)
      return result
    },
  })
}

const isFilled = (values: unknown): boolean => Array.isArray(values) && values.length > 0

function numberOf(text: string): number | null {
  const known = numbers.get(text)
  if (known !== undefined) return known
  if (numbers.size >= MOST) return null
  numbers.set(text, numbers.size)
  return numbers.size - 1
}
