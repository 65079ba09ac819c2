import { spokenDuration } from '../../src/shared/germanTime.ts'
import type { Board } from '../../src/trial/contract.ts'
import { StatusWord } from '../ui/index.ts'
import { TOO_LONG, waitsTooLong } from './waiting.ts'

/** Every waiting caller with a running clock, the longest first. */
export function WaitingList({ waiting, now }: { waiting: Board['waiting']; now: number }) {
  if (waiting.length === 0) return <p className="muted">Niemand wartet.</p>
  return (
    <ul className="waiting">
      {waiting
        .toSorted((a, b) => a.since.localeCompare(b.since))
        .map(({ callId, lineName, since }) => (
          <li key={callId}>
            <StatusWord tone={waitsTooLong(since, now) ? 'bad' : 'busy'}>{lineName}</StatusWord>
            <span className="waiting__clock">{spokenDuration(now - Date.parse(since))}</span>
            {waitsTooLong(since, now) && <span>{TOO_LONG}</span>}
          </li>
        ))}
    </ul>
  )
}
