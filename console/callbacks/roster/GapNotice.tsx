import type { GapView } from '../../../src/callbacks/roster/contract.ts'
import { Notice } from '../../ui/index.ts'
import { gapInWords } from './words.ts'

/** So many are named; the rest is counted. */
const NAMED = 8

/** Promised callbacks for which nobody is there. */
export function GapNotice({ gaps }: { gaps: readonly GapView[] }) {
  if (gaps.length === 0) return null
  const more = gaps.length - NAMED
  return (
    <Notice tone="warning">
      <p>In diesen Zeiten sind Rückrufe offen, und niemand ist laut Dienstplan dafür da:</p>
      <ul className="roster__gaps">
        {gaps.slice(0, NAMED).map((gap) => (
          <li key={gap.when}>{gapInWords(gap)}</li>
        ))}
        {more > 0 && <li>{more === 1 ? 'und eine weitere' : `und ${more} weitere`}</li>}
      </ul>
    </Notice>
  )
}
