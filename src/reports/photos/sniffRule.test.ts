import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heic, svg } from './photos.testkit.ts'
import { sniff } from './sniffRule.ts'

test.each([
  ['\xff\xd8\xff\xe0', 'jpeg'],
  ['\xff\xd8', 'unknown'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\x89PNG\n\x1a\n', 'unknown'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'webp'],
  ['RIFF\0\0\0\0WAVE', 'unknown'],
  ['GIF87a', 'gif'],
  ['%PDF-1.4', 'pdf'],
  [' \n<!-- a --><SVG viewBox="0 0 1 1">', 'svg'],
  ['<html>', 'unknown'],
  ['BM', 'unknown'],
  ['II*\0', 'unknown'],
  ['', 'unknown'],
])('given %j at the beginning, says %s', (beginning, kind) => {
  expect(sniff(Buffer.from(beginning, 'latin1'))).toBe(kind)
})

test.each([
  ['heic', 'heic'],
  ['heix', 'heic'],
  ['mif1', 'heic'],
  ['avif', 'avif'],
  ['avis', 'avif'],
] as const)('given the brand %s, says %s', (brand, kind) => {
  expect(sniff(heic(brand))).toBe(kind)
})

test('given a drawing behind anything short, it is never taken for a photo', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2 }), (before) => {
      expect(['svg', 'unknown']).toContain(sniff(Buffer.concat([before, svg()])))
    }),
  )
})

test('given any bytes, what is taken begins as its standard says', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const kind = sniff(bytes)
      const first = Buffer.from(bytes).toString('latin1')
      if (kind === 'jpeg') expect(first.startsWith('\xff\xd8\xff')).toBe(true)
      if (kind === 'png') expect(first.startsWith('\x89PNG\r\n\x1a\n')).toBe(true)
      if (kind === 'webp') expect(first.slice(8, 12)).toBe('WEBP')
    }),
  )
})
