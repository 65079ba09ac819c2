import { expect, test } from 'vitest'
import { unstorableAt } from './unstorableAt.ts'

test.each([
  [{ reason: 'Umzug 😀', hours: [{ opens: '08:00' }], none: null, n: 5 }, null],
  [{ reason: 'a\0b' }, 'reason'],
  [{ reason: 'a\ud800' }, 'reason'],
  [{ hours: [{ opens: '08:00' }, { opens: '\0' }] }, 'hours.1.opens'],
  [{ i18n: { 'a\0': 'x' } }, 'i18n'],
])('given %j, names %j', (value, path) => {
  expect(unstorableAt(value)).toBe(path)
})

test('given a value nested as deep as a body allows, answers', () => {
  expect(unstorableAt(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toBeNull()
})
