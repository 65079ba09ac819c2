import { expect, test } from 'vitest'
import { idOfName } from './idOfName.ts'

test.each([
  ['Führungszeugnis (erweitert)', 'fuehrungszeugnis-erweitert'],
  ['  Größe & Maß ', 'groesse-mass'],
  ['Café-Erlaubnis', 'cafe-erlaubnis'],
  ['!?', ''],
  ['a'.repeat(59) + ' bcd', 'a'.repeat(59)],
])('given „%s“, makes %s', (name, id) => {
  expect(idOfName(name)).toBe(id)
})
