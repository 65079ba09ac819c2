import type { CatalogueEntryView } from '../../src/catalogue/contract.ts'
import { linesOf, textOf, textOrNull } from '../ui/index.ts'

/** The form as a service; what the form does not show stays as it is. The server checks every field. */
export function serviceOf(values: FormData, entry: CatalogueEntryView | undefined): Record<string, unknown> {
  const note = textOrNull(values, 'note')
  return {
    ...(entry ? { basis: entry.basis } : {}),
    name: textOf(values, 'name'),
    plainName: textOf(values, 'plainName'),
    synonyms: linesOf(textOf(values, 'synonyms')),
    channel: textOf(values, 'channel'),
    minutes: numberOf(textOf(values, 'minutes')),
    documents: linesOf(textOf(values, 'documents')),
    feeEuro: textOrNull(values, 'feeEuro') === null ? null : numberOf(textOf(values, 'feeEuro')),
    department: textOf(values, 'department'),
    responsible: textOf(values, 'responsible'),
    source: linesOf(textOf(values, 'source')),
    leikaKey: textOrNull(values, 'leikaKey'),
    ...(note ? { note } : {}),
    active: values.has('active'),
  }
}

/** A German number ('12,50'); text that is none goes to the server as it is, for its sentence. */
function numberOf(text: string): number | string {
  const number = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || Number.isNaN(number) ? text : number
}
