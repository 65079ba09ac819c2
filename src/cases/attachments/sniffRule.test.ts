import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MEDIA_TYPES, type MediaType } from './contract.ts'
import { BEGINNINGS, mediaTypeOf } from './sniffRule.ts'

const anyKind = fc.constantFrom(...MEDIA_TYPES)
const anyBytes = fc.uint8Array({ maxLength: 64 })
const begins = (bytes: Uint8Array, kind: MediaType): boolean =>
  Buffer.from(bytes).indexOf(Buffer.from(BEGINNINGS[kind])) === 0

describe('what a file is', () => {
  test.each([
    ['%PDF-1.7\n%âãÏÓ', 'application/pdf'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
    ['MZ\x90\0', null],
    ['<html><script>', null],
    ['GIF89a', null],
    ['PK\x03\x04', null],
    ['%!PS-Adobe', null],
    ['\n%PDF-1.7', null],
    ['', null],
  ])('given %j at the beginning, says %s', (beginning, kind) => {
    expect(mediaTypeOf(Buffer.from(beginning, 'latin1'))).toBe(kind)
  })

  test('given any bytes, says nothing that their beginning does not say', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const kind = mediaTypeOf(bytes)
        expect(kind === null || begins(bytes, kind)).toBe(true)
      }),
    )
  })

  test('given a known beginning, whatever follows changes nothing, and whatever comes before it refuses', () => {
    fc.assert(
      fc.property(anyKind, anyBytes, fc.uint8Array({ minLength: 1, maxLength: 8 }), (kind, rest, before) => {
        const file = Buffer.from([...BEGINNINGS[kind], ...rest])
        expect(mediaTypeOf(file)).toBe(kind)
        const moved = Buffer.concat([before, file])
        fc.pre(MEDIA_TYPES.every((one) => !begins(moved, one)))
        expect(mediaTypeOf(moved)).toBeNull()
      }),
    )
  })

  test('given a beginning with one byte changed or the last one missing, refuses', () => {
    fc.assert(
      fc.property(anyKind, fc.nat(), fc.integer({ min: 1, max: 255 }), (kind, at, change) => {
        const file = Buffer.from(BEGINNINGS[kind])
        expect(mediaTypeOf(file.subarray(0, -1))).toBeNull()
        const place = at % file.length
        file[place] = file[place]! ^ change
        expect(mediaTypeOf(file)).toBeNull()
      }),
    )
  })
})
