import { expect, test } from 'vitest'
import { z } from 'zod'
import { Problem } from '../problems.ts'
import { parse } from './mount.ts'

const shape = z.object({
  weekday: z.number().min(1).max(7),
  state: z.enum(['available', 'not-ready']),
  team: z.uuid(),
  text: z.string().max(3),
})
const good = { weekday: 1, state: 'available', team: '01a202c7-e3f9-77cb-8dd4-af21e998d5ac', text: 'abc' }

test.each([
  [{ weekday: 8 }, 'weekday', 'Höchstens 7.'],
  [{ weekday: 'eins' }, 'weekday', 'Diese Angabe hat die falsche Form.'],
  [{ weekday: undefined }, 'weekday', 'Diese Angabe fehlt.'],
  [{ state: 'x' }, 'state', 'Möglich ist hier nur: available, not-ready.'],
  [{ team: 'x' }, 'team', 'Diese Angabe hat die falsche Form.'],
  [{ text: 'abcd' }, 'text', 'Höchstens 3 Zeichen.'],
  [{ text: 'a\0' }, 'text', 'Darin steht ein Zeichen, das sich nicht speichern lässt. Bitte neu eintippen.'],
])('given %j, says at %s: %s', (wrong, field, sentence) => {
  const told = () => parse(shape, { ...good, ...wrong })
  expect(told).toThrow(Problem)
  expect(told).toThrow(expect.objectContaining({ fields: { [field]: sentence } }))
})
