import { randomInt } from 'node:crypto'

const CONSONANTS = 'bdfghklmnprstw'
const VOWELS = 'aeiou'
const WORDS = 4

/** A random password that can be read aloud: 'kolu-mira-tane-befo-58', about 55 bits. */
export function readablePassword(): string {
  const syllable = (): string => pick(CONSONANTS) + pick(VOWELS)
  const words = Array.from({ length: WORDS }, () => syllable() + syllable())
  return `${words.join('-')}-${randomInt(10, 100)}`
}

const pick = (letters: string): string => letters.charAt(randomInt(letters.length))
