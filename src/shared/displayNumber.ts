import { formatNational, type PhoneNumber } from './phoneNumber.ts'

const NO_BREAK = '\u00a0'

/** As a city prints it: '02306 104 20 30'. Pairs, the first group of three when the digits are odd. */
export function displayNumber(number: PhoneNumber): string {
  const national = formatNational(number)
  const [, prefix, rest] = /^(0\d+) (\d+)$/.exec(national) ?? []
  if (!prefix || !rest) return national.replaceAll(' ', NO_BREAK)
  return [prefix, ...groups(rest)].join(NO_BREAK)
}

function groups(digits: string): string[] {
  const first = digits.length % 2 === 0 ? 2 : 3
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d\d/g) ?? [])]
}
