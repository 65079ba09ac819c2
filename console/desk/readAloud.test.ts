import { expect, test } from 'vitest'
import { numberAloud } from './readAloud.ts'

test('given a mobile number, groups its digits and says them', () => {
  expect(numberAloud('0172 5566445', [])).toEqual({
    groups: ['0172', '55', '66', '445'],
    words: 'null eins sieben zwo, fünf fünf, sechs sechs, vier vier fünf',
  })
})

test('given a number of the city without its area code, reads the digits in pairs', () => {
  expect(numberAloud('104 20 30', [])).toEqual({ groups: ['10', '42', '030'], words: '10, 42, 030' })
})

test('given letters, says what is wrong', () => {
  expect(numberAloud('abc', [])).toEqual({ fault: expect.stringMatching(/nur Ziffern/) })
})

test('given a premium number, says what is wrong before anybody reads it back', () => {
  expect(numberAloud('0900 1234567', [])).toEqual({ fault: expect.stringMatching(/kostenpflichtig/) })
})

test('given nothing, says nothing', () => {
  expect(numberAloud('  ', [])).toBeNull()
})

test('given a number abroad, says that nobody calls there unless its beginning is allowed', () => {
  expect(numberAloud('0043 1 234567', [])).toEqual({ fault: expect.stringMatching(/im Ausland/) })
  expect(numberAloud('0043 1 234567', ['+43'])).toMatchObject({ groups: expect.any(Array) })
})
