import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { keepLease } from './lease.ts'
import { takeLease } from './store.ts'

const database = useDatabase()

function contender(name: string, log: string[]) {
  return (who: string) =>
    keepLease(database.platform, name, {
      gained: async () => void log.push(`${who} gained`),
      lost: async () => void log.push(`${who} lost`),
    })
}

describe('keepLease', () => {
  it('given two processes, serves one; given its end, the other takes over', async () => {
    const log: string[] = []
    const join = contender('one', log)
    const first = join('first')
    await expect.poll(() => first.isHeld()).toBe(true)
    const second = join('second')
    await first.stop()
    await expect.poll(() => second.isHeld(), { timeout: 8_000 }).toBe(true)
    await second.stop()
    expect(log).toEqual(['first gained', 'first lost', 'second gained', 'second lost'])
  })

  it('given a database that does not answer its holder, stops before another may begin', async () => {
    const log: string[] = []
    const join = contender('stuck', log)
    const first = join('first')
    await expect.poll(() => first.isHeld()).toBe(true)
    const { db } = database.platform
    await db.transaction().execute(async (tx) => {
      const renewedAt = performance.now()
      await tx.selectFrom('lease').selectAll().where('name', '=', 'stuck').forUpdate().execute()
      await expect.poll(() => log, { timeout: 8_000, interval: 20 }).toEqual(['first gained', 'first lost'])
      expect(performance.now() - renewedAt).toBeLessThan(4_000)
      expect(first.isOurs()).toBe(false)
    })
    await first.stop()
    const second = join('second')
    await expect.poll(() => second.isHeld()).toBe(true)
    await second.stop()
  })

  it('given a holder that is killed, another one has it within five seconds', async () => {
    const log: string[] = []
    const { db } = database.platform
    // What a killed process leaves: a lease that was renewed this very moment.
    expect(await takeLease(db, 'killed', '00000000-0000-7000-8000-000000000003', 4)).toBe(true)
    const killedAt = performance.now()
    const standby = contender('killed', log)('standby')
    await expect.poll(() => standby.isHeld(), { timeout: 8_000, interval: 20 }).toBe(true)
    expect(performance.now() - killedAt).toBeGreaterThan(3_900)
    expect(performance.now() - killedAt).toBeLessThan(5_000)
    await standby.stop()
  })

  it('given a holder who does not renew, passes on when the time is over and not before', async () => {
    const { db } = database.platform
    const [dead, next] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
    expect(await takeLease(db, 'two', dead, 1)).toBe(true)
    expect(await takeLease(db, 'two', next, 10)).toBe(false)
    await expect.poll(() => takeLease(db, 'two', next, 10), { timeout: 3_000 }).toBe(true)
    expect(await takeLease(db, 'two', dead, 1)).toBe(false)
  })
})
