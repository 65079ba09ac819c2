import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurn } from './inTurn.ts'

test('given many for one day, two work at a time, in the order in which they came, and other days do not wait', async () => {
  let running = 0
  let most = 0
  const begun: number[] = []
  const work = (n: number) =>
    inTurn('monday', async () => {
      begun.push(n)
      running += 1
      most = Math.max(most, running)
      await sleep(1)
      running -= 1
      if (n === 3) throw new Error('broken')
      return n
    })
  const all = Promise.allSettled([0, 1, 2, 3, 4, 5].map(work))
  expect(await inTurn('tuesday', async () => begun.length)).toBe(2)
  const results = await all
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, true, true, false, true, true])
  expect(begun).toEqual([0, 1, 2, 3, 4, 5])
  expect(most).toBe(2)
})
