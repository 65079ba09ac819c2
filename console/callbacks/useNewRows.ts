import { useEffect, useRef } from 'react'
import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { announce } from '../platform/announce.ts'

/** Says aloud what has come into the list since it was last shown. */
export function useNewRows(items: readonly WorklistItem[]): void {
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = new Set(items.map(({ id }) => id))
    const added = before ? items.filter(({ id }) => !before.has(id)) : []
    const [only] = added
    if (!only) return
    announce(
      added.length === 1
        ? `Neuer Rückruf: ${only.dueText}, ${only.summary}`
        : `${added.length} neue Rückrufe in der Liste.`,
    )
  }, [items])
}
