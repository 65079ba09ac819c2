import type { ToSettleItem } from '../../../src/appointments/day/contract.ts'
import { Button, Dialog } from '../../ui/index.ts'

interface Props {
  item: ToSettleItem
  onClose: () => void
  onCancel: () => void
}

/** A cancellation cannot be taken back, so it is asked for once more. */
export function CancelDialog({ item: { reference, name }, onClose, onCancel }: Props) {
  return (
    <Dialog
      title={`${reference} absagen`}
      onClose={onClose}
      footer={
        <>
          <Button variant="primary" onClick={onCancel}>
            Absagen
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            Zurück
          </Button>
        </>
      }
    >
      <p>
        Nur wenn {name ?? 'die Person'} den Termin nicht mehr braucht. Wer keine neue Zeit möchte, aber später
        noch kommen will, bucht neu und verliert den Rang.
      </p>
    </Dialog>
  )
}
