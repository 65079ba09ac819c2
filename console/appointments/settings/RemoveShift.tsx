import { useState } from 'react'
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { type Accepting, settingsApi, type ShiftView } from './queries.ts'
import { useChange } from './useChange.ts'

/** Removes a shift for good; asks first, and again where appointments would lose their place. */
export function RemoveShift({ office, shift }: { office: string; shift: ShiftView }) {
  const [asking, setAsking] = useState(false)
  const change = useChange({
    save: (input: Accepting<object>) => settingsApi.removeShift(office, shift.id, input),
    to: '/termine/bueros/$id',
    paramsOf: () => ({ id: office }),
    told: `Der Dienst ${shift.label} ist gelöscht.`,
  })
  const close = () => setAsking(false)
  const remove = () => {
    close()
    change.save({})
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>Dienst löschen</Button>
      <ErrorNotice error={change.error} />
      {asking && (
        <Dialog
          title={`Dienst ${shift.label} löschen?`}
          onClose={close}
          footer={
            <>
              <Button variant="primary" onClick={remove}>
                Löschen
              </Button>
              <Button onClick={close}>Abbrechen</Button>
            </>
          }
        >
          <p>
            Er verschwindet auch aus vergangenen Wochen. Soll er nur enden, tragen Sie stattdessen einen
            letzten Tag ein.
          </p>
        </Dialog>
      )}
      <ConflictDialog change={change} />
    </>
  )
}
