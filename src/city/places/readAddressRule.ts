import { foldGerman, foldStreet } from './foldStreet.ts'

/** What somebody typed for a place, taken apart. */
export interface TypedAddress {
  /** The street's name as search compares it; '' when there is no letter in it. */
  key: string
  number: number | null
  /** Folded: 'a', '-7', ''. */
  addition: string
  postcode: string | null
  /** Whatever else was said, folded: a district, the city, or words. */
  rest: readonly string[]
}

const POSTCODE = /(?<![\d\p{L}])\d{5}(?!\d)/u
const NUMBERED =
  /^(?<street>.*\p{L}[.)]?)\s*(?<number>[1-9]\d{0,4})\s*(?<addition>[a-z]?(?:\s*[-+/]\s*\d{1,4}\s*[a-z]?)?)$/iu

/** Reads 'Hauptstr. 5 a', '44532 Mitte, Hauptstraße 5a' or only the beginning of a street. */
export function readAddress(text: string): TypedAddress {
  const postcode = POSTCODE.exec(text)?.[0] ?? null
  // After a postcode stands the name of a town: a part of its own, with or without a comma.
  const parts = text
    .replace(POSTCODE, ',')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const numbered = parts.findIndex((part) => NUMBERED.test(part))
  const main = parts[numbered < 0 ? 0 : numbered] ?? ''
  const rest = parts.filter((part) => part !== main).map(foldGerman)
  const { street = main, number, addition = '' } = NUMBERED.exec(main)?.groups ?? {}
  return {
    key: foldStreet(street),
    number: number === undefined ? null : Number(number),
    addition: foldAddition(addition),
    postcode,
    rest,
  }
}

/** 'A', ' a' and 'a' are the same. */
export const foldAddition = (addition: string): string => addition.toLowerCase().replaceAll(/\s+/g, '')

/** The town's own name says nothing in its own list: '44532 Lünen-Mitte' is 'Mitte'. */
export function withoutTown(typed: TypedAddress, town: string): TypedAddress {
  const name = foldGerman(town)
  const rest = typed.rest.map((part) =>
    part === name || (/^[\s-]/.test(part.slice(name.length)) && part.startsWith(name))
      ? part.slice(name.length).replace(/^[\s-]+/, '')
      : part,
  )
  return { ...typed, rest: rest.filter(Boolean) }
}
