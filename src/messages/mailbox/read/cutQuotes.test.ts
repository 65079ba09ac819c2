import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutQuotes } from './cutQuotes.ts'

describe('own words', () => {
  test.each([
    ['Danke!\n\n-----Ursprüngliche Nachricht-----\nVon: Stadt\nBetreff: Laterne\n\nWir kommen.', 'Danke!'],
    [
      'Danke!\n\nVon: Stadt <a@stadt.example>\nGesendet: Montag\nAn: Jana\nBetreff: x\n\nWir kommen.',
      'Danke!',
    ],
    [
      'Danke!\n\nAm Mo., 23. Nov. 2026 um 09:00 Uhr schrieb Stadt <a@stadt.example>:\n\n> Wir kommen.',
      'Danke!',
    ],
    [
      'Danke!\n\nAm Mo., 23. Nov. 2026 um 09:00 Uhr schrieb Stadt\n<a@stadt.example>:\n\n> Wir kommen.',
      'Danke!',
    ],
    ['Thanks!\n\nOn Mon, Nov 23, 2026 at 9:00 AM City <a@stadt.example> wrote:\n> We come.', 'Thanks!'],
    ['> Wann kommen Sie?\n\nMorgen wäre gut.', 'Morgen wäre gut.'],
    ['Am 23.11.2026 schrieb Stadt:\n> Wann?\n> Heute?\n\nMorgen.', 'Morgen.'],
    ['Danke!\n-- \nJana Beispiel\nMusterweg 1', 'Danke!'],
    ['Danke!\n________________________________\nVon: Stadt', 'Danke!'],
    ['Von: hier bis zur Ecke ist alles dunkel.', 'Von: hier bis zur Ecke ist alles dunkel.'],
    ['Am Bahnhof schrieb jemand an die Wand', 'Am Bahnhof schrieb jemand an die Wand'],
  ])('given %j, are %j', (text, own) => expect(cutQuotes(text)).toBe(own))

  test('given nothing but a quote, are all of it: nothing is lost', () =>
    expect(cutQuotes('> Wir kommen.')).toBe('> Wir kommen.'))

  test('given any text with words, are never empty', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('> a', 'b', '-- ', '', 'Von: x', 'An: y', 'Am 1. Mai schrieb Z:')),
        (lines) => {
          const text = lines.join('\n')
          fc.pre(text.trim() !== '')
          expect(cutQuotes(text).trim()).not.toBe('')
        },
      ),
    )
  })
})
