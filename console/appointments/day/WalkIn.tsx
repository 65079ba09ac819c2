import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { OfficeDayView } from '../../../src/appointments/day/contract.ts'
import { announce } from '../../platform/announce.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { useHotkeys } from '../../platform/hotkeys.ts'
import { useHasRole } from '../../platform/session.ts'
import { Button, Checkbox, Dialog, Form, NamedOptions, Select, TextField, textOf } from '../../ui/index.ts'
import { dayApi } from './queries.ts'

/** Somebody is there without an appointment and is taken now. */
export function WalkIn({ day }: { day: OfficeDayView }) {
  const [asks, setAsks] = useState(false)
  const may = day.date === day.today && day.closedBecause === null
  useHotkeys(useMemo(() => (may ? { o: () => setAsks(true) } : {}), [may]))
  if (!may) return null
  return (
    <>
      <Button hotkey="O" onClick={() => setAsks(true)}>
        Ohne Termin einschieben
      </Button>
      {asks && <WalkInDialog day={day} onClose={() => setAsks(false)} />}
    </>
  )
}

function WalkInDialog({ day: { office, services }, onClose }: { day: OfficeDayView; onClose: () => void }) {
  const client = useQueryClient()
  const isLead = useHasRole('lead')
  const save = useMutation({
    mutationFn: dayApi.squeezeIn,
    async onSuccess({ reference, besidePlan }) {
      await client.invalidateQueries({ queryKey: ['office-day'] })
      announce(`${reference} ist eingeschoben${besidePlan ? ', neben dem Plan' : ''}.`)
      onClose()
    },
  })
  const fields = fieldsOf(save.error)
  return (
    <Dialog title="Ohne Termin einschieben" onClose={onClose}>
      <Form
        label="Ohne Termin einschieben"
        error={save.error}
        busy={save.isPending}
        submit="Einschieben"
        onSubmit={(values) =>
          save.mutate({
            office: office.id,
            service: textOf(values, 'service'),
            persons: Number(textOf(values, 'persons')),
            name: textOf(values, 'name'),
            reason: textOf(values, 'reason'),
            besidePlan: values.get('besidePlan') !== null,
          })
        }
        aside={
          <Button variant="tertiary" onClick={onClose}>
            Abbrechen
          </Button>
        }
      >
        <TextField
          label="Name"
          name="name"
          hint="Wie die Person aufgerufen wird"
          autoComplete="off"
          maxLength={120}
          error={fields['name']}
        />
        <Select label="Leistung" name="service" defaultValue="" error={fields['service']}>
          <option value="">Bitte wählen</option>
          <NamedOptions of={services} />
        </Select>
        <TextField
          label="Personen"
          name="persons"
          type="number"
          min={1}
          max={10}
          defaultValue={1}
          error={fields['persons']}
        />
        <TextField
          label="Grund"
          name="reason"
          hint="Steht in der Liste, bis der Name gelöscht wird. Bitte nichts über Gesundheit oder Herkunft."
          autoComplete="off"
          maxLength={200}
          error={fields['reason']}
        />
        {isLead && (
          <Checkbox name="besidePlan" label="Auch wenn niemand frei ist: neben dem Plan einschieben" />
        )}
      </Form>
    </Dialog>
  )
}
