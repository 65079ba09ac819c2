// For browsers: their own SHA-256 answers each question later, which makes tens of thousands of short ones slow, and is
// missing on pages without TLS.

const primes = (() => {
  const found: number[] = []
  for (let number = 2; found.length < 64; number++)
    if (found.every((prime) => number % prime !== 0)) found.push(number)
  return found
})()
/** FIPS 180-4: the first 32 bits of the fractional parts of the roots of the first primes. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
const ROUNDS = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))

const BLOCK = 64
/** Longer needs a second block. */
const LONGEST = BLOCK - 9

const right = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The first 32 bits of the SHA-256 of up to 55 ASCII characters, as a number from 0 to 2^32 - 1. */
export function firstWord(text: string): number {
  if (text.length > LONGEST) throw new RangeError(`more than ${LONGEST} characters`)
  const words = wordsOf(text)
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = START
  for (let round = 0; round < 64; round++) {
    const big1 = right(e, 6) ^ right(e, 11) ^ right(e, 25)
    const choice = (e & f) ^ (~e & g)
    const first = (h + big1 + choice + (ROUNDS[round] ?? 0) + (words[round] ?? 0)) | 0
    const big0 = right(a, 2) ^ right(a, 13) ^ right(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + big0 + majority) | 0
  }
  return (a + (START[0] ?? 0)) >>> 0
}

const words = new Int32Array(64)

/** The message with its padding, and the words that follow from it; the same memory for every text. */
function wordsOf(text: string): Int32Array {
  words.fill(0, 0, 16)
  for (let place = 0; place <= text.length; place++) {
    const byte = place === text.length ? 0x80 : text.charCodeAt(place)
    words[place >> 2] = (words[place >> 2] ?? 0) | (byte << (24 - (place & 3) * 8))
  }
  words[15] = text.length * 8
  for (let place = 16; place < 64; place++) {
    const near = words[place - 15] ?? 0
    const late = words[place - 2] ?? 0
    const small0 = right(near, 7) ^ right(near, 18) ^ (near >>> 3)
    const small1 = right(late, 17) ^ right(late, 19) ^ (late >>> 10)
    words[place] = ((words[place - 16] ?? 0) + small0 + (words[place - 7] ?? 0) + small1) | 0
  }
  return words
}
