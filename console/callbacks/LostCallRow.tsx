import type { ProposalItem } from '../../src/callbacks/contract.ts'
import { messageOf } from '../platform/apiError.ts'
import { momentOf } from '../platform/times.ts'
import { Button } from '../ui/index.ts'

interface Props {
  item: ProposalItem
  now: number
  timeZone: string
  busy: boolean
  /** Why it could not be accepted. */
  error: unknown
  onAccept: () => void
  onDismiss: () => void
}

export function LostCallRow({ item, now, timeZone, busy, error, onAccept, onDismiss }: Props) {
  const about = `${item.id}-number`
  return (
    <tr>
      <td>{momentOf(item.lastCalledAt, now, timeZone)}</td>
      <td id={about}>{item.number}</td>
      <td>{item.lineName}</td>
      <td>{item.calls}</td>
      <td>{item.causeText}</td>
      <td>
        <div className="lost-calls__actions">
          <Button aria-describedby={about} disabled={busy} onClick={onAccept}>
            Zurückrufen
          </Button>
          <Button variant="tertiary" aria-describedby={about} disabled={busy} onClick={onDismiss}>
            Ablehnen
          </Button>
        </div>
        {error !== null && (
          <p className="worklist__refusal" role="alert">
            {messageOf(error)}
          </p>
        )}
      </td>
    </tr>
  )
}
