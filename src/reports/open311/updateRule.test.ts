import { expect, test } from 'vitest'
import { Failure } from './failure.ts'
import { readUpdate } from './updateRule.ts'

const GOOD = {
  api_key: 'k',
  service_request_id: 'LU-CQW-3XR',
  update_id: '248',
  status: 'fixed',
  updated_datetime: '2026-11-23T09:00:00+01:00',
  description: ' Wir waren da. ',
}
const read = (fields: Record<string, string>) =>
  readUpdate(new Map(Object.entries(fields).map(([name, value]) => [name, [value]])))

test('given an update, its state is one of the named ones however it is written', () => {
  expect(read(GOOD)).toEqual({
    apiKey: 'k',
    number: 'LU-CQW-3XR',
    foreignId: '248',
    status: 'FIXED',
    at: new Date('2026-11-23T08:00:00Z'),
    description: 'Wir waren da.',
  })
})

test.each([
  { service_request_id: ' ' },
  { update_id: '' },
  { update_id: 'a b' },
  { status: 'kaputt' },
  { updated_datetime: '2026-11-23' },
  { description: 'a'.repeat(1_801) },
])('given %j, it is refused', (wrong) => {
  expect(() => read({ ...GOOD, ...wrong })).toThrow(Failure)
})
