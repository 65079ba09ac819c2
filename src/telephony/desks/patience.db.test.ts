import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { inTransaction } from '../../platform/context.ts'
import { patiently, storePatiently } from './patience.ts'
import { fateOf, transactionId } from '../store.ts'

const database = useDatabase()

describe('storePatiently', () => {
  it('given a connection that breaks, stores once it is back', async () => {
    let tries = 0
    await storePatiently(database.platform, async (tx) => {
      tries += 1
      await tx
        .insertInto('throttle')
        .values(row(`once-${tries}`))
        .execute()
      if (tries === 1) throw new Error('Connection terminated unexpectedly')
    })
    const rows = await database.platform.db.selectFrom('throttle').select('key').execute()
    expect(rows).toEqual([{ key: 'once-2' }])
  })

  it('given a commit whose answer got lost, does nothing twice', async () => {
    const { platform } = database
    let stored = 0
    const losesTheAnswer = {
      ...platform,
      db: new Proxy(platform.db, {
        get(target, name) {
          const own: unknown = Reflect.get(target, name, target)
          if (name !== 'transaction' || stored > 0) return typeof own === 'function' ? own.bind(target) : own
          return () => ({
            execute: async (work: Parameters<ReturnType<typeof target.transaction>['execute']>[0]) => {
              await target.transaction().execute(work)
              throw new Error('Connection terminated unexpectedly')
            },
          })
        },
      }),
    }
    await storePatiently(losesTheAnswer, async () => void (stored += 1))
    expect(stored).toBe(1)
  })

  it('given a mistake of ours, reports it at once', async () => {
    let tries = 0
    const mistake = storePatiently(database.platform, async (tx) => {
      tries += 1
      await tx
        .insertInto('throttle')
        .values({ ...row('wrong'), failures: 0 })
        .execute()
    })
    await expect(mistake).rejects.toMatchObject({ code: '23514' })
    expect(tries).toBe(1)
  })

  it('given a wrong type in our code, does not repeat it', async () => {
    const broken = () => Promise.reject(new TypeError('no such thing'))
    await expect(patiently(database.platform.log, broken)).rejects.toThrow('no such thing')
  })
})

describe('fateOf', () => {
  it('given a transaction, says what became of it', async () => {
    const { platform } = database
    const done = await inTransaction(platform, transactionId)
    let undone = ''
    const failing = inTransaction(platform, async (tx) => {
      undone = await transactionId(tx)
      expect(await fateOf(platform.db, undone)).toBe('in progress')
      throw new Error('undo')
    })
    await expect(failing).rejects.toThrow('undo')
    expect(await fateOf(platform.db, done)).toBe('committed')
    expect(await fateOf(platform.db, undone)).toBe('aborted')
  })
})

const row = (key: string) => ({ key, failures: 1, blocked_until: new Date(), updated_at: new Date() })
