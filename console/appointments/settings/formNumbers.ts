import { textOf } from '../../ui/index.ts'

/** A number as typed; nothing, and what is none, is NaN, for which the server has a sentence. */
export const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

export const wholeOf = (values: FormData, name: string): number => numberOf(textOf(values, name))
