import { useNavigate } from '@tanstack/react-router'
import { Button, Dialog } from '../ui/index.ts'

interface Props {
  /** Callbacks in hand. */
  count: number
  onLeave: () => void
  onClose: () => void
}

/** Whoever goes home with callbacks in hand leaves people waiting: it is said before, and going is still allowed. */
export function SignOutReminder({ count, onLeave, onClose }: Props) {
  const navigate = useNavigate()
  const handOver = () => {
    onClose()
    void navigate({ to: '/rueckrufe/uebergeben' })
  }
  return (
    <Dialog
      title={
        count === 1
          ? 'Sie haben noch einen Rückruf in der Hand'
          : `Sie haben noch ${count} Rückrufe in der Hand`
      }
      onClose={onClose}
      footer={
        <>
          <Button variant="primary" onClick={handOver}>
            Schicht übergeben
          </Button>
          <Button onClick={onLeave}>Trotzdem abmelden</Button>
          <Button variant="tertiary" onClick={onClose}>
            Abbrechen
          </Button>
        </>
      }
    >
      <p>Die Zusagen gelten weiter. Bitte übergeben Sie, damit jemand anruft.</p>
    </Dialog>
  )
}
