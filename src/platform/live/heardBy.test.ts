import { expect, test } from 'vitest'
import { heardBy } from './heardBy.ts'

const me = 'b2c9a3f2-0000-7000-8000-000000000001'
const other = 'b2c9a3f2-0000-7000-8000-000000000002'

test.each([
  ['an agent', 'agent', 'desk', me, { topic: 'desk', subject: me }],
  ['an agent', 'agent', 'desk', other, null],
  ['an agent', 'agent', 'callback.promised', other, null],
  ['an agent', 'agent', 'call.offered', other, null],
  ['an agent', 'agent', 'session.opened', other, null],
  ['an agent', 'agent', 'cityscape', other, null],
  ['an agent', 'agent', 'closure.added', '2026-11-27', { topic: 'closure.added', subject: '' }],
  ['an agent', 'agent', 'line.closed', other, { topic: 'line.closed', subject: '' }],
  ['an agent', 'agent', 'gap', '', { topic: 'gap', subject: '' }],
  ['a clerk', 'clerk', 'desk', other, null],
  ['a clerk', 'clerk', 'desk', me, { topic: 'desk', subject: me }],
  ['a clerk', 'clerk', 'callback.promised', other, { topic: 'callback.promised', subject: other }],
  ['a lead', 'lead', 'board', '', { topic: 'board', subject: '' }],
  ['an administrator', 'admin', 'desk', other, null],
] as const)('given %s (%s) and the message %s of %s, hears %o', (_who, role, topic, subject, heard) => {
  expect(heardBy({ role, accountId: me }, { topic, subject })).toEqual(heard)
})
