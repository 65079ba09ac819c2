import { expect, test } from 'vitest'
import { maskedAddress } from './maskedAddress.ts'

test.each([
  ['jana@example.org', 'j…@example.org'],
  ['ö@example.org', 'ö…@example.org'],
  ['"a@b"@example.org', '"…@example.org'],
])('given %s, %s is shown', (address, shown) => expect(maskedAddress(address)).toBe(shown))
