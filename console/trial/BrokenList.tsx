import type { Board } from '../../src/trial/contract.ts'
import { useMe } from '../platform/session.ts'
import { clockOf } from '../platform/times.ts'

/** What was not kept today and why, newest first. */
export function BrokenList({ broken }: { broken: Board['broken'] }) {
  const { timeZone } = useMe().city
  if (broken.length === 0) return <p className="muted">Heute wurde keine Zusage gebrochen.</p>
  return (
    <ol className="broken">
      {broken.map(({ at, text }) => (
        <li key={`${at} ${text}`}>
          <time dateTime={at}>{clockOf(at, timeZone)}</time>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}
