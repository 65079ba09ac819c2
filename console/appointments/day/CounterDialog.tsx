import { useState } from 'react'
import type { DayItem } from '../../../src/appointments/day/contract.ts'
import { Button, Dialog, Form, TextField, textOf } from '../../ui/index.ts'

interface Props {
  item: DayItem
  counters: number
  onClose: () => void
  onChoose: (counter: string) => void
}

/** Asked before the first call: where this computer stands. */
export function CounterDialog({ item, counters, onClose, onChoose }: Props) {
  const [error, setError] = useState<string | undefined>()
  return (
    <Dialog title="An welchen Schalter?" onClose={onClose}>
      <Form
        label="Schalter"
        error={null}
        busy={false}
        submit="Aufrufen"
        onSubmit={(values) => {
          const counter = textOf(values, 'counter').trim()
          if (counter) onChoose(counter)
          else setError('Bitte den Schalter angeben, zum Beispiel 3.')
        }}
        aside={
          <Button variant="tertiary" onClick={onClose}>
            Abbrechen
          </Button>
        }
      >
        <TextField
          label="Schalter"
          name="counter"
          hint={`Nummer (1 bis ${counters}) oder Name, wie es an der Tür steht. Gilt auf diesem Computer für alle weiteren; jetzt für ${item.reference}.`}
          autoComplete="off"
          maxLength={20}
          error={error}
        />
      </Form>
    </Dialog>
  )
}
