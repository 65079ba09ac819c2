import type { ReportView } from '../../src/reports/contract.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { dateInWords, momentOf } from '../platform/times.ts'
import { Card } from '../ui/index.ts'
import { STATES } from './words.ts'

interface Entry {
  at: string
  what: string
  text: string
}

/** What whoever reported could read, what they said, and between which teams it went; oldest first. */
export function ReportHistory({ of }: { of: ReportView }) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  return (
    <Card title="Verlauf">
      <ol className="report-updates">
        {entriesOf(of).map(({ at, what, text }, index) => (
          <li key={`${at} ${index}`}>
            <p className="muted">
              <time dateTime={at}>{momentOf(at, now, timeZone)}</time> · {what}
            </p>
            {text && <p className="report-updates__text">{text}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

const entriesOf = ({ openedAt, updates, routings }: ReportView): Entry[] => [
  { at: openedAt, what: 'eingegangen', text: '' },
  ...[
    ...updates.map(({ at, state, text, plannedFor, byReporter }) => ({
      at,
      what: byReporter
        ? 'von der Person, die gemeldet hat: nicht gelöst'
        : `${STATES[state][1]}${plannedFor ? ` bis ${dateInWords(plannedFor)}` : ''}`,
      text,
    })),
    ...routings.map(({ at, from, to, reason, by }) => ({
      at,
      what: `nur intern: weitergegeben von ${from} an ${to} · ${by}`,
      text: reason,
    })),
  ].toSorted((a, b) => a.at.localeCompare(b.at)),
]
