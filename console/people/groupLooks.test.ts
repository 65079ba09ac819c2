import { expect, test } from 'vitest'
import type { AuditView } from '../../src/people/contract.ts'
import { groupLooks } from './groupLooks.ts'

const look = (at: string, id: string, accountId = 'clerk'): AuditView => ({
  at,
  accountId,
  accountName: accountId,
  action: 'case.read',
  subject: { kind: 'case', id, caseId: id },
  note: null,
})

test('given looks in a row at one case, counts them at the newest moment', () => {
  expect(groupLooks([look('3', 'a'), look('2', 'a'), look('1', 'b')])).toMatchObject([
    { at: '3', times: 2, subject: { id: 'a' } },
    { at: '1', times: 1, subject: { id: 'b' } },
  ])
})

test('given looks of different people or with another between, keeps them apart', () => {
  const looks = [look('4', 'a'), look('3', 'a', 'lead'), look('2', 'b'), look('1', 'a')]
  expect(groupLooks(looks)).toHaveLength(4)
})
