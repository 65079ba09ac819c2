import type { CallsMapping } from '../../../src/trial/baseline/contract.ts'
import { textOf, wordsOf } from '../../ui/index.ts'

export const SEPARATORS = {
  ';': 'Semikolon',
  ',': 'Komma',
  '\t': 'Tabulator',
  '|': 'senkrechter Strich',
} as const
export const ENCODINGS = { 'utf-8': 'UTF-8', 'windows-1252': 'älteres Windows (1252)' } as const
export const FORMS = {
  iso: '2020-08-31 09:00:12',
  german: '31.8.2020 9:00:12',
  american: '8/31/2020 9:00:12 AM',
  unix: 'Sekunden seit 1970',
} as const
export const UNITS = { s: 'Sekunden', ms: 'Millisekunden', clock: 'Minuten:Sekunden' } as const

/** What the form says the columns mean. */
export function mappingOf(values: FormData): CallsMapping {
  const text = (name: string) => textOf(values, name)
  const column = (name: string): number | null => (text(name) === '' ? null : Number(text(name)))
  const words = (name: string): CallsMapping['only'] => {
    const [of, found] = [column(name), wordsOf(values, `${name}.words`)]
    return of === null || found.length === 0 ? null : { column: of, words: found }
  }
  return {
    separator: keyIn(SEPARATORS, text('separator')),
    encoding: keyIn(ENCODINGS, text('encoding')),
    header: values.has('header'),
    at: { day: column('day') ?? 0, time: column('time'), form: keyIn(FORMS, text('form')) },
    wait: durationOf(column('wait'), column('wait.minus'), text('wait.unit')),
    talk: durationOf(column('talk'), null, text('talk.unit')),
    answered: words('answered'),
    only: words('only'),
    queue: column('queue'),
    id: column('id'),
  }
}

const durationOf = (column: number | null, minus: number | null, unit: string): CallsMapping['wait'] =>
  column === null ? null : { column, unit: keyIn(UNITS, unit), minus }

/** The key, or the first where the text is none. */
function keyIn<K extends string>(of: Readonly<Record<K, string>>, text: string): K {
  const keys = Object.keys(of) as K[]
  return keys.find((key) => key === text) ?? keys[0]!
}
