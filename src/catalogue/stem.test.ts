import { expect, it } from 'vitest'
import { stemOf } from './stem.ts'
import { foldWord } from './words.ts'

it.each([
  ['verlängern', 'verlängert', 'Verlängerung', 'verlaengerungen'],
  ['anmelden', 'Anmeldung', 'angemeldet', 'anmelde'],
  ['beglaubigen', 'beglaubigte', 'Beglaubigung'],
  ['Ausweis', 'Ausweises', 'Ausweise', 'Ausweisen'],
  ['Kind', 'Kinder', 'Kindern', 'Kindes'],
  ['Wohnung', 'Wohnungen'],
])('given forms of %s, finds one stem', (...forms) => {
  expect(new Set(forms.map((form) => stemOf(foldWord(form)))).size).toBe(1)
})

it.each([
  ['anmelden', 'abmelden'],
  ['Pass', 'Passage'],
  ['Ausweis', 'Ausgang'],
])('given %s and %s, keeps them apart', (one, other) => {
  expect(stemOf(foldWord(one))).not.toBe(stemOf(foldWord(other)))
})
