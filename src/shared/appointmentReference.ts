import { isCaseNumber, makeCaseNumber, parseCaseNumber } from './caseNumber.ts'
import type { Lang } from './lang.ts'
import type { Result } from './result.ts'

declare const brand: unique symbol

/** What names an appointment on the telephone, 'LU-T-7K3-94C': a number as cases have it, with a T that no case number has. */
export type AppointmentReference = string & { readonly [brand]: 'AppointmentReference' }

/** A new reference; arguments as in `makeCaseNumber`. */
export function makeAppointmentReference(
  prefix: string,
  random: (n: number) => number,
): AppointmentReference {
  return written(makeCaseNumber(prefix, random))
}

/** Whether a stored text is a reference in its written form. */
export function isAppointmentReference(text: string): text is AppointmentReference {
  const parts = /^([A-Z]{1,3})-T-(\w{3}-\w{3})$/.exec(text)
  return parts !== null && isCaseNumber(`${parts[1]}-${parts[2]}`)
}

/** Reads a reference as people type it, also without the city's letters, the T or the hyphens. */
export function parseAppointmentReference(
  input: string,
  { prefix, lang = 'de' }: { prefix: string; lang?: Lang },
): Result<AppointmentReference, 'not-a-reference'> {
  const typed = input
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}_./]/gu, '')
  const marked = [`${prefix}T`, 'T', prefix].find((start) => typed.startsWith(start)) ?? ''
  const number = parseCaseNumber(prefix + typed.slice(marked.length), { prefix, lang })
  if (number.ok) return { ok: true, value: written(number.value) }
  return { ok: false, cause: 'not-a-reference', message: sentence(prefix)[lang] }
}

function written(number: string): AppointmentReference {
  const reference = number.replace('-', '-T-')
  if (!isAppointmentReference(reference)) throw new RangeError(`not a reference: ${reference}`)
  return reference
}

const sentence = (prefix: string): Record<Lang, string> => {
  const example = `${prefix}-T-123-456`.replaceAll('-', '\u2011')
  return {
    de: `Diese Terminnummer stimmt nicht. Bitte vergleichen Sie jedes Zeichen, sie sieht so aus: ${example}.`,
    en: `This appointment number is not right. Please compare each character, it looks like this: ${example}.`,
  }
}
