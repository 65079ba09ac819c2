import { expect, test } from 'vitest'
import { Places } from './places.ts'

const enter = (places: Places, network: string) => {
  const left = places.enter([network])
  if (typeof left === 'string') throw new Error(left)
  return left
}

test('given a full network, another still gets in; given all is full, nobody', () => {
  const places = new Places({ total: 3, perNetwork: 2 })
  enter(places, 'a')
  const leave = enter(places, 'a')
  expect(places.enter(['a'])).toBe('network')
  enter(places, 'b')
  expect(places.enter(['c'])).toBe('all')
  leave()
  enter(places, 'a')
  expect(places.taken).toBe(3)
})

test('given somebody who leaves twice, one place is free and not two', () => {
  const places = new Places({ total: 9, perNetwork: 1 })
  const leave = enter(places, 'a')
  leave()
  leave()
  expect(places.taken).toBe(0)
  enter(places, 'a')
  expect(places.enter(['a'])).toBe('network')
})
