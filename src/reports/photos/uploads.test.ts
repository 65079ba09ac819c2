import { expect, test } from 'vitest'
import { duringUpload, mayTakePhoto } from './uploads.ts'

const LARGE = 20 * 1024 * 1024

/** Uploads that go on until they are let go. */
function holding() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const begin = (bytes: number, address: string) => duringUpload(bytes, address, () => promise)
  return { begin, end: resolve }
}

test('given three large forms of one network at once, the fourth waits outside, and small ones and others come in', async () => {
  const { begin, end } = holding()
  const three = [1, 2, 3].map(() => begin(LARGE, '192.0.2.1'))
  await expect(begin(LARGE, '192.0.2.1')).rejects.toMatchObject({ status: 503, retryAfterSeconds: 20 })
  const others = [begin(1000, '192.0.2.1'), begin(LARGE, '192.0.2.2')]
  end()
  await Promise.all([...three, ...others])
  await expect(duringUpload(LARGE, '192.0.2.1', async () => 'in')).resolves.toBe('in')
})

test('given twelve large forms at once, nobody else comes in; one that fails leaves its place', async () => {
  const { begin, end } = holding()
  const failed = duringUpload(LARGE, '198.51.100.99', () => Promise.reject(new Error('broken')))
  await expect(failed).rejects.toThrow('broken')
  const twelve = Array.from({ length: 12 }, (_, n) => begin(LARGE, `198.51.100.${n}`))
  await expect(begin(LARGE, '198.51.100.50')).rejects.toMatchObject({ status: 503 })
  end()
  await Promise.all(twelve)
})

test('given a hundred photos of one network, the next has to wait; without an address nobody has', () => {
  const taken = Array.from({ length: 101 }, () => mayTakePhoto('203.0.113.7'))
  expect(taken.filter(Boolean)).toHaveLength(100)
  expect(mayTakePhoto('203.0.113.8')).toBe(true)
  expect(Array.from({ length: 101 }, () => mayTakePhoto('')).every(Boolean)).toBe(true)
})
