import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MEDIA_TYPES } from './contract.ts'
import { savedAs } from './disposition.ts'
import { cleanName, LONGEST_NAME } from './nameRule.ts'

const anyKind = fc.constantFrom(...MEDIA_TYPES)
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      '..',
      '/',
      '\\',
      '\u202e',
      '\u0000',
      '\n',
      ' ',
      '.exe',
      '.pdf',
      '.PNG',
      'ü',
      '😀',
      '\ud83d',
      'a',
    ),
  }),
)

describe('the name of a file', () => {
  test.each([
    ['Vollmacht.pdf', 'application/pdf', 'Vollmacht.pdf'],
    ['C:\\Users\\jana\\Führungszeugnis.PDF', 'application/pdf', 'Führungszeugnis.PDF'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['rechnung\u202Efdp.exe', 'application/pdf', 'rechnungfdp.exe.pdf'],
    ['foto.jpeg', 'image/jpeg', 'foto.jpeg'],
    ['foto.png', 'image/jpeg', 'foto.png.jpg'],
    ['seite.hta', 'application/pdf', 'seite.hta.pdf'],
    ['Zeile\r\nSet-Cookie: x.pdf', 'application/pdf', 'ZeileSet-Cookie_ x.pdf'],
    ['.pdf', 'application/pdf', 'Anlage.pdf'],
    ['', 'image/png', 'Anlage.png'],
    [`${'ü'.repeat(200)}.pdf`, 'application/pdf', `${'ü'.repeat(116)}.pdf`],
  ] as const)('given %j of the kind %s, is %j', (name, kind, clean) => {
    expect(cleanName(name, kind)).toBe(clean)
  })

  test('given any name, it has no path, nothing invisible, an ending of its kind, and is not too long', () => {
    fc.assert(
      fc.property(anyName, anyKind, (name, kind) => {
        const clean = cleanName(name, kind)
        expect(clean).toMatch(
          { 'application/pdf': /.\.pdf$/i, 'image/jpeg': /.\.jpe?g$/i, 'image/png': /.\.png$/i }[kind],
        )
        expect(clean).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^[.\s]/u)
        expect([...clean].length).toBeLessThanOrEqual(LONGEST_NAME)
        expect(cleanName(clean, kind)).toBe(clean)
      }),
    )
  })

  test('given any clean name, the header is plain ASCII in one line and says the name back', () => {
    fc.assert(
      fc.property(anyName, anyKind, (name, kind) => {
        const clean = cleanName(name, kind)
        const parts = /^attachment; filename="([ !#-[\]-~]*)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(
          savedAs(clean),
        )
        expect(decodeURIComponent(parts?.[2] ?? '')).toBe(clean)
      }),
    )
  })
})
