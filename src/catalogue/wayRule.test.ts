import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { channelSchema, responsibleSchema, serviceSchema } from './model.ts'
import { areasOf, wayOf } from './wayRule.ts'

const reportDepartments = ['Bürgertelefon']
const catalogue = z
  .array(serviceSchema)
  .parse(JSON.parse(readFileSync(new URL('services.json', import.meta.url), 'utf8')))
const service = (over: object) => ({
  channel: 'mixed' as const,
  responsible: 'city' as const,
  department: 'Standesamt',
  ...over,
})

describe('the way', () => {
  test.each([
    [{ channel: 'in-person' as const }, null, 'come'],
    [{ channel: 'phone' as const }, null, 'call'],
    [{ channel: 'email' as const }, null, 'email'],
    [{ channel: 'online' as const }, null, 'online'],
    [{}, null, 'ask'],
    [{}, true, 'come'],
    [{}, false, 'call'],
    [{ department: 'Bürgertelefon' }, null, 'report'],
    [{ responsible: 'other' as const, department: 'Bürgertelefon' }, true, 'elsewhere'],
  ])('given %j and something to show: %s, is %s', (over, shows, way) => {
    expect(wayOf(service(over), { shows, reportDepartments })).toBe(way)
  })

  test('given any service and an answer, is one way; another question is asked only where it decides', () => {
    const any = fc.record({
      channel: fc.constantFrom(...channelSchema.options),
      responsible: fc.constantFrom(...responsibleSchema.options),
      department: fc.constantFrom('Bürgertelefon', 'Standesamt'),
    })
    fc.assert(
      fc.property(any, fc.boolean(), (one, shows) => {
        const asked = wayOf(one, { shows: null, reportDepartments })
        const answered = wayOf(one, { shows, reportDepartments })
        expect(answered).not.toBe('ask')
        if (asked !== 'ask') expect(answered).toBe(asked)
      }),
    )
  })

  test('given the whole catalogue, each service stands in one area and is three answers away', () => {
    const areas = areasOf(catalogue)
    expect(areas.flatMap(({ services }) => services.map(({ id }) => id)).toSorted()).toEqual(
      catalogue.map(({ id }) => id).toSorted(),
    )
    const ways = new Set(catalogue.map((one) => wayOf(one, { shows: false, reportDepartments })))
    expect(ways).toEqual(new Set(['come', 'call', 'email', 'online', 'report', 'elsewhere']))
  })
})
