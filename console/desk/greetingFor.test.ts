import { expect, test } from 'vitest'
import { greetingFor } from './greetingFor.ts'

const greetings = [
  [
    'Guten Tag, Bürgerbüro, Sie sprechen mit … Was kann ich für Sie tun?',
    'Guten Tag, Bürgerbüro, Sie sprechen mit Aylin Probe. Was kann ich für Sie tun?',
  ],
  ['Sie sprechen mit …, guten Tag.', 'Sie sprechen mit Aylin Probe, guten Tag.'],
  ['Stadt Lünen, guten Tag.', 'Stadt Lünen, guten Tag.'],
] as const

test.each(greetings)('given "%s", says "%s"', (greeting, said) => {
  expect(greetingFor(greeting, 'Aylin Probe')).toBe(said)
})
