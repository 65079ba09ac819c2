import fc from 'fast-check'
import { expect, test } from 'vitest'
import { xmlOf } from './xml.ts'

test('given lists and objects, each has its element', () => {
  expect(xmlOf('services', [{ service_code: 'a', metadata: false, keywords: null }])).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>a</service_code><metadata>false</metadata><keywords/></service></services>\n',
  )
  expect(xmlOf('errors', [])).toContain('<errors/>')
})

test('given what XML does not know or means something in it, it is left out or written differently', () => {
  expect(xmlOf('d', 'a\u000Cb & <c> \uD800 ]]>')).toContain('<d>ab &amp; &lt;c&gt; \uFFFD ]]&gt;</d>')
})

test('for any text, the document holds legal characters only and no element that was not ours', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const [, inner = ''] = /<d>([^]*)<\/d>/.exec(xmlOf('d', `x${typed}`)) ?? []
      expect(inner).toMatch(/^[\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u)
      expect(inner).not.toMatch(/[<>]/)
      expect(inner.replaceAll(/&(amp|lt|gt|#13);/g, '')).not.toContain('&')
    }),
  )
})
