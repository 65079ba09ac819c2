import { expect, test } from 'vitest'
import { Budgets } from './budgets.ts'

const rule = { burst: 2, perSecond: 1 }

test('given two buckets of which one is empty, nothing is taken from the other', () => {
  const budgets = new Budgets(10)
  const both = ['narrow', 'wide'].map((key) => ({ key, rule }))
  const narrow = both.slice(0, 1)
  budgets.take(narrow, 0)
  expect(budgets.take(both, 0)).toBe(0)
  expect(budgets.take(both, 0)).toBe(1000)
  expect(budgets.take(both.slice(1), 0)).toBe(0)
})

test('given more keys than are kept, memory stays bounded and who was just here is not forgotten', () => {
  const budgets = new Budgets(100)
  const of = (key: string) => [{ key, rule }]
  budgets.take(of('me'), 0)
  for (let index = 0; index < 99; index++) budgets.take(of(`other ${index}`), 0)
  budgets.take(of('me'), 0)
  for (let index = 0; index < 50; index++) budgets.take(of(`new ${index}`), 0)
  expect(budgets.size).toBe(100)
  expect(budgets.take(of('me'), 0)).toBe(1000)
})

test('given back what was not to be had, it can be taken again', () => {
  const budgets = new Budgets(10)
  const mine = [{ key: 'me', rule }]
  for (let count = 0; count < 20; count++) {
    expect(budgets.take(mine, 0)).toBe(0)
    budgets.giveBack(mine)
  }
  budgets.take(mine, 0)
  budgets.take(mine, 0)
  expect(budgets.take(mine, 0)).toBe(1000)
})
