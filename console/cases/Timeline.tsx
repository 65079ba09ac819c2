import type { TimelineEntry } from '../../src/cases/contract.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { momentOf } from '../platform/times.ts'
import { Card } from '../ui/index.ts'

/** Everything that happened, oldest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  return (
    <Card title="Verlauf">
      <ol className="timeline">
        {entries.map((entry, index) => (
          <li key={`${entry.at} ${index}`}>
            <time dateTime={entry.at}>{momentOf(entry.at, now, timeZone)}</time>
            <span>
              {entry.text}
              {entry.by && !entry.text.includes(entry.by) && <span className="muted"> · {entry.by}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
