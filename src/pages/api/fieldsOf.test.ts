import { expect, test } from 'vitest'
import { z } from 'zod'
import { jsonSchema } from '../../platform/http/openApi.ts'
import { fieldsOf } from './fieldsOf.ts'

test('given a nested shape, names every field by its path and kind', () => {
  const shape = z.object({
    days: z.array(
      z.object({ date: z.iso.date(), times: z.array(z.string()).meta({ description: 'HH:MM' }) }),
    ),
    state: z.literal('cancelled'),
    length: z.object({ minutes: z.int() }).nullable(),
    office: z.string().optional(),
    link: z.string().nullable(),
    month: z.iso.date().nullable(),
    spot: z.tuple([z.number(), z.number()]),
  })
  expect(fieldsOf(jsonSchema(shape, 'output'))).toEqual([
    { name: 'days', kind: 'Liste (Objekt)', optional: false, description: null },
    { name: 'days[].date', kind: 'Tag', optional: false, description: null },
    { name: 'days[].times', kind: 'Liste (Text)', optional: false, description: 'HH:MM' },
    { name: 'state', kind: '"cancelled"', optional: false, description: null },
    { name: 'length', kind: 'Objekt oder null', optional: false, description: null },
    { name: 'length.minutes', kind: 'ganze Zahl', optional: false, description: null },
    { name: 'office', kind: 'Text', optional: true, description: null },
    { name: 'link', kind: 'Text oder null', optional: false, description: null },
    { name: 'month', kind: 'Tag oder null', optional: false, description: null },
    { name: 'spot', kind: 'Liste (Zahl, Zahl)', optional: false, description: null },
  ])
})
