import { z } from 'zod'
import type { Asked } from '../../reports/index.ts'

/** As the form sends it, and as the links of the list carry it on; what is empty is left out. */
export interface Filter {
  q?: string
  kategorie?: string
  stand?: 'offen' | 'beendet'
}

const LONGEST_WORDS = 200
const STATES = { offen: 'open', beendet: 'ended' } as const

/** The filter in an address; what makes no sense counts as not said. */
export function readFilter(query: (name: string) => string | undefined): Filter {
  const q = (query('q') ?? '').replaceAll('\0', '').trim().slice(0, LONGEST_WORDS)
  const kategorie = /^[a-z0-9][a-z0-9-]{0,39}$/.exec(query('kategorie') ?? '')?.[0]
  const stand = query('stand')
  return {
    ...(q ? { q } : {}),
    ...(kategorie ? { kategorie } : {}),
    ...(stand === 'offen' || stand === 'beendet' ? { stand } : {}),
  }
}

/** @param after where the page begins, from an address */
export function askedBy({ q = '', kategorie, stand }: Filter, after: string | undefined): Asked {
  const place = z.uuid().safeParse(after)
  return {
    words: q,
    categoryId: kategorie ?? null,
    state: stand ? STATES[stand] : null,
    after: place.success ? place.data : null,
  }
}

/** A filter as the query of an address. */
export const queryOf = (filter: Filter): Record<string, string> => ({ ...filter })

/** Of the map, which is not searched by words. */
export const withoutWords = ({ q: _words, ...filter }: Filter): Filter => filter

/** A filter as the interface for other programs asks for it. */
export const apiQueryOf = ({ kategorie, stand }: Filter): Record<string, string> => ({
  ...(kategorie ? { category: kategorie } : {}),
  ...(stand ? { state: STATES[stand] } : {}),
})
