import { expect, test } from 'vitest'
import { blockedBecause } from './blockedRule.ts'

test('given the scanners’ test file, alone or inside another, is blocked', () => {
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-')
  expect(blockedBecause(Buffer.from(eicar))).toBe('virus')
  expect(blockedBecause(Buffer.from(`abc${eicar}`))).toBe('virus')
  expect(blockedBecause(Buffer.from('abc'))).toBeNull()
})
