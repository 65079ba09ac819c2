import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isAppointmentReference,
  makeAppointmentReference,
  parseAppointmentReference,
} from './appointmentReference.ts'

const reference = fc
  .array(fc.integer({ min: 0, max: 22 }), { minLength: 5, maxLength: 5 })
  .map((digits) => makeAppointmentReference('LU', () => digits.shift() ?? 0))

test('given a new reference, every way of typing it is read', () => {
  fc.assert(
    fc.property(reference, (made) => {
      expect(isAppointmentReference(made)).toBe(true)
      const [, , first, second] = made.split('-')
      for (const typed of [
        made,
        made.toLowerCase(),
        made.replaceAll('-', ' '),
        `T${first}${second}`,
        `${first} ${second}`,
      ])
        expect(parseAppointmentReference(typed, { prefix: 'LU' })).toEqual({ ok: true, value: made })
    }),
  )
})

test.each(['', 'LU-T-7K3', 'XX-T-7K3-94C', 'LU-T-7K3-94D!'])(
  'given %j, says how a reference looks',
  (typed) => {
    const read = parseAppointmentReference(typed, { prefix: 'LU' })
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining('LU\u2011T\u2011123\u2011456') })
  },
)
