import { spokenDuration } from '../../src/shared/germanTime.ts'
import type { Board } from '../../src/trial/contract.ts'
import { StatusWord } from '../ui/index.ts'
import { TOO_LONG, waitsTooLong } from './waiting.ts'

/** Lines in few words: who waits with a running clock, and who can answer. */
export function WallLines({ board: { lines, waiting }, now }: { board: Board; now: number }) {
  return (
    <ul className="wall__lines">
      {lines.map(({ id, name, open, agents }) => (
        <li key={id}>
          <StatusWord tone={open ? 'good' : 'off'}>{`${name} ${open ? 'offen' : 'geschlossen'}`}</StatusWord>
          <span className="muted">
            {`${agents.available} bereit · ${agents.inCall} im Gespräch · ${agents.wrapUp} Nacharbeit`}
          </span>
          <Clocks waiting={waiting.filter(({ lineName }) => lineName === name)} now={now} />
        </li>
      ))}
    </ul>
  )
}

function Clocks({ waiting, now }: { waiting: Board['waiting']; now: number }) {
  if (waiting.length === 0) return null
  return (
    <span className="wall__clocks">
      {waiting
        .toSorted((a, b) => a.since.localeCompare(b.since))
        .slice(0, 5)
        .map(({ callId, since }) => (
          <StatusWord key={callId} tone={waitsTooLong(since, now) ? 'bad' : 'busy'}>
            {`wartet ${spokenDuration(now - Date.parse(since))}${waitsTooLong(since, now) ? `, ${TOO_LONG}` : ''}`}
          </StatusWord>
        ))}
    </span>
  )
}
