import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { root } from './root.ts'

describe('readConfig', () => {
  test('given nothing, returns settings that work', () => {
    expect(readConfig({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      demo: true,
      databaseUrl: null,
      ari: null,
    })
  })

  test('given empty values, treats them as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: null })
  })

  test.each([
    [{ PORT: 'achtzig' }, 'Einstellung PORT: muss eine Zahl sein.'],
    [{ PORT: '70000' }, 'Einstellung PORT: muss zwischen 0 und 65535 liegen.'],
    [{ PORT: '80.5' }, 'Einstellung PORT: muss eine ganze Zahl sein.'],
    [{ PORT: '0x10' }, 'Einstellung PORT: muss eine Zahl sein.'],
    [{ PORT: ' ' }, 'Einstellung PORT: muss eine Zahl sein.'],
    [{ DATABASE_POOL: '0' }, 'Einstellung DATABASE_POOL: muss zwischen 2 und 200 liegen.'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'Einstellung DATABASE_URL: muss mit postgres:// beginnen.'],
    [{ DEMO: 'ja' }, 'Einstellung DEMO: muss 0 oder 1 sein.'],
    [{ PUBLIC_URL: 'ftp://x' }, 'Einstellung PUBLIC_URL: muss mit http:// oder https:// beginnen.'],
    [
      { LOG_LEVEL: 'laut' },
      'Einstellung LOG_LEVEL: muss fatal, error, warn, info, debug, trace oder silent sein.',
    ],
    [{ ARI_URL: 'http://127.0.0.1:8088' }, 'Einstellung ARI_URL: braucht auch ARI_USER und ARI_PASSWORD.'],
    [{ SMTP_URL: 'smtp://mail' }, 'Einstellung SMTP_URL: braucht auch MAIL_FROM.'],
    [
      { SMTP_URL: 'smtp://mail', MAIL_FROM: 'Stadt <a@b.de>' },
      'Einstellung MAIL_FROM: muss eine E-Mail-Adresse sein, ohne Namen.',
    ],
    [
      { SMTP_URL: 'http://mail', MAIL_FROM: 'a@b.de' },
      'Einstellung SMTP_URL: muss mit smtp:// oder smtps:// beginnen.',
    ],
  ])('given %o, says %s', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(new ConfigError(sentence))
  })

  test.each(['http://pbx:8088', 'http://pbx:8088/', 'http://pbx:8088/ari', 'http://pbx:8088/ari/'])(
    'given %s, finds the interface',
    (ARI_URL) => {
      expect(readConfig({ ARI_URL, ARI_USER: 'u', ARI_PASSWORD: 'p' }).ari?.url).toBe('http://pbx:8088/ari')
    },
  )

  test('given two wrong values, names both', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'y' })).toThrow(/PORT[\s\S]*DEMO/)
  })
})

test('given .env.example, it lists every setting and nothing else', () => {
  const example = [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^#?([A-Z_]+)=/gm)].map(
    ([, name]) => name!,
  )
  const known = [...readFileSync(join(root, 'src/config.ts'), 'utf8').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(
    ([, name]) => name!,
  )
  expect(example.toSorted()).toEqual(known.toSorted())
})
