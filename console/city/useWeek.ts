import { useState } from 'react'
import type { OpeningView } from '../../src/city/contract.ts'

/** An opening while it is edited; `key` stays when others are added or removed. */
export interface EditedOpening extends OpeningView {
  key: number
}

/** The week as it is being typed: openings in the order in which they are shown, sent and named in errors. */
export function useWeek(stored: readonly OpeningView[]) {
  const [openings, setOpenings] = useState<readonly EditedOpening[]>(() => stored.map(keyed))
  return {
    openings,
    change: (key: number, part: Partial<Pick<OpeningView, 'opens' | 'closes'>>) =>
      setOpenings((all) => all.map((opening) => (opening.key === key ? { ...opening, ...part } : opening))),
    add: (weekday: number) =>
      setOpenings((all) => {
        const next = { key: nextKey(all), weekday, opens: '', closes: '' }
        const place = all.findIndex((opening) => opening.weekday > weekday)
        return place < 0 ? [...all, next] : all.toSpliced(place, 0, next)
      }),
    remove: (key: number) => setOpenings((all) => all.filter((opening) => opening.key !== key)),
    reset: (saved: readonly OpeningView[]) => setOpenings(saved.map(keyed)),
  }
}

const keyed = (opening: OpeningView, key: number): EditedOpening => ({ ...opening, key })
const nextKey = (all: readonly EditedOpening[]): number => Math.max(-1, ...all.map(({ key }) => key)) + 1
