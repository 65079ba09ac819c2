import { useEffect, useMemo, useRef } from 'react'
import type { CallbackView } from '../../src/callbacks/contract.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { Button, Card, ErrorSummary, Kbd, RadioGroup } from '../ui/index.ts'
import { notReachedChoices, outcomeChoices } from './outcomes.ts'
import { AppointmentPart } from './AppointmentPart.tsx'
import { FollowUpPart } from './FollowUpPart.tsx'
import { NoteArea } from '../textModules/NoteArea.tsx'
import { TeamChoice } from './TeamChoice.tsx'
import { useAppointment } from './useAppointment.ts'
import { useOutcome } from './useOutcome.ts'

/** What came of it: one letter chooses, Enter stores. */
export function OutcomeForm({ view }: { view: CallbackView }) {
  const form = useRef<HTMLFormElement>(null)
  const panel = useRef<HTMLElement>(null)
  const appointment = useAppointment(view)
  const chosen = useOutcome(view.item, appointment, view.openAttempt?.heard ?? null)
  const { outcome, notReached, teamId, note, error, busy, setOutcome, setNotReached, save } = chosen
  const keys = useMemo(
    () => ({
      ...keysOf(outcomeChoices, setOutcome),
      ...(outcome === 'not-reached' ? keysOf(notReachedChoices, setNotReached) : {}),
      'ctrl+enter': () => form.current?.requestSubmit(),
    }),
    [outcome, setOutcome, setNotReached],
  )
  useHotkeys(keys)
  useEffect(() => {
    if (outcome === 'needs-appointment' && panel.current) panel.current.focus()
    else if (outcome) form.current?.querySelector<HTMLElement>(nextControl(outcome, notReached))?.focus()
  }, [outcome, notReached])
  const fields = fieldsOf(error)
  const books = outcome === 'needs-appointment' && appointment.chosen.booking.held !== null
  return (
    <Card title="Ergebnis">
      <form
        className="form"
        aria-label="Ergebnis"
        noValidate
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) save()
        }}
      >
        <ErrorSummary error={error} />
        <RadioGroup
          legend={<span className="kern-sr-only">Was kam dabei heraus?</span>}
          name="outcome"
          value={outcome}
          options={withKeys(outcomeChoices)}
          onChange={setOutcome}
          error={fields['outcome']}
        />
        {outcome === 'not-reached' && (
          <RadioGroup
            legend="Warum nicht?"
            name="notReached"
            value={notReached}
            options={withKeys(notReachedChoices)}
            onChange={setNotReached}
            error={fields['notReached']}
          />
        )}
        {outcome === 'follow-up' && (
          <FollowUpPart
            id={view.item.id}
            value={chosen.followUp}
            change={chosen.changeFollowUp}
            error={fields['windowStart']}
          />
        )}
        {outcome === 'pass-on' && (
          <TeamChoice
            teams={view.teams}
            value={teamId}
            onChange={chosen.setTeamId}
            error={fields['teamId']}
          />
        )}
        {outcome === 'needs-appointment' && (
          <AppointmentPart
            appointment={appointment}
            panel={panel}
            practice={view.item.practice}
            fields={fields}
            onSuits={() => form.current && goToContact(form.current)}
          />
        )}
        <NoteArea
          caseId={view.item.caseId}
          label="Notiz"
          name="note"
          optional
          rows={2}
          value={note}
          onChange={(event) => chosen.setNote(event.currentTarget.value)}
          error={fields['note']}
        />
        <Button type="submit" variant="primary" hotkey="Strg+Enter" busy={busy}>
          {books ? 'Termin buchen' : 'Ergebnis speichern'}
        </Button>
      </form>
    </Card>
  )
}

/** Focuses what an appointment still needs of the contact, else saving. */
function goToContact(form: HTMLFormElement): void {
  const fields = [...form.querySelectorAll<HTMLInputElement>('.appointment-contact input')]
  const open = fields.find(({ value }) => value.trim() === '')
  const next = open ?? form.querySelector<HTMLElement>('[type=submit]')
  next?.focus()
}

type Choices<V extends string> = readonly { value: V; key: string; label: string }[]

const keysOf = <V extends string>(choices: Choices<V>, choose: (value: V) => void) =>
  Object.fromEntries(choices.map(({ key, value }) => [key, () => choose(value)]))

const withKeys = <V extends string>(choices: Choices<V>) =>
  choices.map(({ value, key, label }) => ({
    value,
    label: (
      <>
        {label} <Kbd>{key.toUpperCase()}</Kbd>
      </>
    ),
  }))

/** What is still missing gets the focus; when nothing is, the button, so that Enter stores. */
function nextControl(outcome: string, notReached: string | null): string {
  if (outcome === 'follow-up') return '[name=windowStart]'
  if (outcome === 'pass-on') return '[name=teamId]'
  if (outcome === 'not-reached' && !notReached) return '[name=notReached]'
  return '[type=submit]'
}
