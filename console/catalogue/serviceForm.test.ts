import { expect, test } from 'vitest'
import { serviceOf } from './serviceForm.ts'

const formOf = (fields: Record<string, string>): FormData => {
  const values = new FormData()
  for (const [name, value] of Object.entries(fields)) values.set(name, value)
  return values
}

test('given what was typed, makes lists, numbers and blanks of it', () => {
  const service = serviceOf(
    formOf({
      synonyms: 'Perso\n\n Ausweis ',
      minutes: '15',
      feeEuro: '37,00',
      leikaKey: '',
      note: '',
      active: 'on',
    }),
    undefined,
  )
  expect(service).toMatchObject({
    synonyms: ['Perso', 'Ausweis'],
    minutes: 15,
    feeEuro: 37,
    leikaKey: null,
    active: true,
  })
  expect(service).not.toHaveProperty('note')
})

test('given text in place of a number, leaves it to the server to say so', () => {
  expect(serviceOf(formOf({ minutes: 'lange', feeEuro: 'viel' }), undefined)).toMatchObject({
    minutes: 'lange',
    feeEuro: 'viel',
  })
})
