import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Closed, OfficeDayView } from '../../../src/appointments/day/contract.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { useHasRole } from '../../platform/session.ts'
import { dateInWords } from '../../platform/times.ts'
import { telling } from '../../platform/told.ts'
import { Button, Checkbox, Dialog, ErrorNotice, Form, TextField, textOf } from '../../ui/index.ts'
import { dayApi } from './queries.ts'

/** For a lead: closes the day of this office, or takes that back. */
export function Closing({ day }: { day: OfficeDayView }) {
  const [asks, setAsks] = useState(false)
  const client = useQueryClient()
  const open = useMutation({
    mutationFn: () => dayApi.open(day.office.id, day.date),
    onSuccess: () => client.invalidateQueries({ queryKey: ['office-day'] }),
  })
  if (!useHasRole('lead') || day.date < day.today) return null
  if (day.mayOpenAgain)
    return (
      <div>
        <ErrorNotice error={open.error} />
        <Button busy={open.isPending} onClick={() => open.mutate()}>
          Schließung zurücknehmen
        </Button>
      </div>
    )
  if (day.closedBecause !== null) return null
  return (
    <>
      <Button onClick={() => setAsks(true)}>Diesen Tag schließen …</Button>
      {asks && <CloseDialog day={day} onClose={() => setAsks(false)} />}
    </>
  )
}

function CloseDialog({ day: { office, date, items }, onClose }: { day: OfficeDayView; onClose: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const close = useMutation({
    mutationFn: ({ reason, accept }: { reason: string; accept: boolean }) =>
      dayApi.close({ office: office.id, date, reason, accept }),
    async onSuccess(result) {
      await client.invalidateQueries({ queryKey: ['office-day'] })
      const state = telling(closedSentence(result))
      if (result.left > 0) await navigate({ to: '/termine/klaeren', search: { buero: office.id }, state })
      else await navigate({ to: '/termine/tag', search: { buero: office.id, tag: date }, state })
      onClose()
    },
  })
  const many = items.filter(({ state }) => state === 'booked').length
  return (
    <Dialog title={`${office.name} schließen: ${dateInWords(date)}`} onClose={onClose}>
      <p>
        {many === 0 && 'An diesem Tag ist niemand gebucht.'}
        {many === 1 && 'Ein Termin ist gebucht. Er geht nicht verloren: Er steht danach unter „Zu klären“.'}
        {many > 1 &&
          `${many} Termine sind gebucht. Keiner geht verloren: Sie stehen danach unter „Zu klären“, wer zuerst dran war, zuerst.`}{' '}
        Die Telefone bleiben offen.
      </p>
      <Form
        label="Tag schließen"
        error={close.error}
        busy={close.isPending}
        submit="Tag schließen"
        onSubmit={(values) =>
          close.mutate({ reason: textOf(values, 'reason'), accept: values.get('accept') !== null })
        }
        aside={
          <Button variant="tertiary" onClick={onClose}>
            Abbrechen
          </Button>
        }
      >
        <TextField
          label="Grund"
          name="reason"
          hint="Zum Beispiel: Wasserschaden. Steht im Protokoll und bei den Diensten."
          autoComplete="off"
          maxLength={200}
          error={fieldsOf(close.error)['reason']}
        />
        {many > 0 && (
          <Checkbox
            name="accept"
            label="Alle gleich auf die nächste gleichwertige Zeit verschieben und benachrichtigen"
          />
        )}
      </Form>
    </Dialog>
  )
}

function closedSentence({ displaced, moved, left }: Closed): string {
  if (displaced === 0) return 'Der Tag ist geschlossen.'
  const told = moved > 0 ? ` ${moved} sind verschoben.` : ''
  return `Der Tag ist geschlossen. ${displaced} Termine waren gebucht.${told} ${left === 0 ? 'Nichts ist mehr zu klären.' : `${left} sind zu klären.`}`
}
