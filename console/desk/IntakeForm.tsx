import { useEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { bookingDraft, type Completed, type DeskCall } from '../../src/desk/contract.ts'
import { SPEECH, speech } from '../../src/shared/speech.ts'
import { BookingPanel } from '../appointments/BookingPanel.tsx'
import { Button, ErrorNotice, Notice, Options, Select, TextArea, TextField } from '../ui/index.ts'
import type { DeskView } from './deskApi.ts'
import { goOn, goToError, goToOpen, goToWindows } from './enterSteps.ts'
import { BelongsField } from './BelongsField.tsx'
import { GuidancePanel } from './GuidancePanel.tsx'
import { needsCallback, type Outcome } from './intakeRule.ts'
import { NumberField } from './NumberField.tsx'
import { OutcomeField, outcomesOf, TWICE } from './OutcomeField.tsx'
import { ReportFields, ReportReadBack } from './ReportFields.tsx'
import { ServiceField } from './ServiceField.tsx'
import { TrainingScript } from './TrainingScript.tsx'
import { useEnterSteps } from './useEnterSteps.ts'
import { useFunctionKeys } from './useFunctionKeys.ts'
import { useIntake, windowsFor, type Intake } from './useIntake.ts'
import { type Found, WayDialog } from './WayDialog.tsx'
import { WindowField } from './WindowField.tsx'
import './intake.css'

interface Props {
  desk: DeskView
  call: DeskCall
  onSaved: (record: Completed) => void
}

/** The record of one call, written while talking, without a mouse. */
export function IntakeForm({ desk, call, onSaved }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const service = useRef<HTMLInputElement>(null)
  const booking = useRef<HTMLElement>(null)
  const intake = useIntake(desk, call, onSaved)
  const known = knownOf(call, intake)
  useEffect(() => service.current?.focus(), [])
  useEffect(() => {
    if (intake.refusal && form.current) goToError(form.current)
  }, [intake.refusal])
  const save = () => {
    intake.save()
    // After the errors are drawn.
    requestAnimationFrame(() => form.current && goToError(form.current))
  }
  const end = useOutcomeKeys({ form, service, booking }, desk, intake, save)
  const [asksWay, askWay] = useState(false)
  useFunctionKeys({ 'Shift+F6': () => askWay(true) })
  useEnterSteps(form, save)
  const follow = ({ service: found, end: outcome }: Found): void => {
    flushSync(() => {
      askWay(false)
      if (found) intake.change({ serviceId: found.id, serviceQuery: found.name })
    })
    if (outcomesOf(desk, intake.draft.belongsTo !== null).some(({ value }) => value === outcome)) end(outcome)
  }
  return (
    <form
      ref={form}
      className="intake"
      aria-label="Aufnahme"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="intake__fields">
        {known && (
          <BelongsField
            number={known}
            value={intake.draft.belongsTo}
            choose={intake.belong}
            error={intake.errors.belongsTo}
          />
        )}
        <ServiceField
          ref={service}
          text={intake.draft.serviceQuery}
          chosen={intake.draft.serviceId !== null}
          error={intake.errors.serviceId}
          onType={(serviceQuery) => intake.change({ serviceQuery, serviceId: null })}
          onPick={({ id, name }) => {
            flushSync(() => intake.change({ serviceId: id, serviceQuery: name }))
            if (booking.current) booking.current.focus()
            else if (form.current && service.current) goOn(form.current, service.current)
          }}
        />
        <Contact desk={desk} intake={intake} form={form} />
        <Ending desk={desk} call={call} intake={intake} booking={booking} form={form} />
      </div>
      <div className="intake__aside">
        {call.script.length > 0 && <TrainingScript lines={call.script} />}
        <GuidancePanel serviceId={intake.draft.serviceId} />
        <Button hotkey="Umschalt+F6" onClick={() => askWay(true)}>
          Welcher Weg?
        </Button>
      </div>
      {asksWay && <WayDialog onFound={follow} onClose={() => askWay(false)} />}
    </form>
  )
}

interface ContactProps {
  desk: DeskView
  intake: Intake
  form: RefObject<HTMLFormElement | null>
}

function Contact({ desk, intake, form }: ContactProps) {
  const { draft, errors, change, outcome } = intake
  const reports = outcome === 'report'
  const note = (
    <TextArea
      label={reports ? 'Was ist passiert?' : 'Notiz'}
      name="reason"
      rows={2}
      data-step
      maxLength={2000}
      value={draft.reason}
      onChange={(event) => change({ reason: event.target.value })}
      error={errors.reason}
    />
  )
  const isUnnamed = reports && draft.report?.anonymous
  return (
    <>
      {reports ? (
        <ReportFields intake={intake} form={form} canHandOver={desk.handOver !== null}>
          {note}
        </ReportFields>
      ) : (
        note
      )}
      {!isUnnamed && (draft.belongsTo === null || outcome === 'appointment') && <Person intake={intake} />}
    </>
  )
}

/** Of a case that is there the person is known, but not to whoever books for them. */
function Person({ intake }: { intake: Intake }) {
  const { draft, errors, change } = intake
  return (
    <div className="intake__contact">
      <TextField
        label="Name"
        name="contactName"
        autoComplete="off"
        data-step
        maxLength={120}
        value={draft.contactName}
        onChange={(event) => change({ contactName: event.target.value })}
        error={errors.contactName}
      />
      <NumberField intake={intake} />
      <TextField
        label="E-Mail"
        name="contactEmail"
        type="email"
        optional
        autoComplete="off"
        data-step
        maxLength={254}
        value={draft.contactEmail}
        onChange={(event) => change({ contactEmail: event.target.value })}
        error={errors.contactEmail}
      />
      <Select
        label="Sprache"
        name="language"
        value={draft.language}
        onChange={({ target }) => change({ language: speech.parse(target.value) })}
      >
        <Options of={SPEECH} />
      </Select>
    </div>
  )
}

/** The case to choose, also when it was closed since it was chosen. */
const knownOf = ({ openCase }: DeskCall, { draft }: Intake): string | null =>
  draft.belongsTo ?? (openCase?.owed ? openCase.number : null)

interface EndingProps {
  desk: DeskView
  call: DeskCall
  intake: Intake
  booking: RefObject<HTMLElement | null>
  form: RefObject<HTMLFormElement | null>
}

function Ending({ desk, call, intake, booking, form }: EndingProps) {
  const { serviceId, appointment } = intake.draft
  const joins = intake.draft.belongsTo !== null
  return (
    <>
      <OutcomeField
        desk={desk}
        joins={joins}
        value={intake.outcome}
        choose={intake.choose}
        error={intake.errors.outcome}
      />
      {!joins && needsCallback(intake.outcome) && (
        <WindowField
          windows={windowsFor(desk, intake.outcome)}
          value={intake.draft}
          choose={intake.change}
          error={intake.errors.windowStart}
        />
      )}
      {intake.outcome === 'appointment' && serviceId !== null && (
        <BookingPanel
          ref={booking}
          work={{ kind: 'call', id: call.id }}
          serviceId={serviceId}
          value={appointment ?? NO_BOOKING}
          change={intake.book}
          error={intake.errors.appointment}
          practice={call.practice}
          onSuits={() => form.current && goToOpen(form.current)}
        />
      )}
      {intake.away && (
        <Notice tone="warning" urgent>
          Verbindung unterbrochen, Ihre Eingaben sind hier gesichert.
        </Notice>
      )}
      <ErrorNotice error={intake.failure} />
      {intake.outcome === 'report' && <ReportReadBack draft={intake.draft} />}
      <div className="intake__save">
        <Button variant="primary" type="submit" hotkey="Strg+Enter" busy={intake.saving}>
          Speichern
        </Button>
      </div>
    </>
  )
}

const NO_BOOKING = bookingDraft.parse({})

interface FormParts {
  form: RefObject<HTMLFormElement | null>
  service: RefObject<HTMLInputElement | null>
  /** There while an appointment is looked for. */
  booking: RefObject<HTMLElement | null>
}

/** F2, F3, F4, F6 and F8 choose how the call ends and lead to what is missing for it; Ctrl+Enter saves from everywhere. @returns what each does */
function useOutcomeKeys(
  { form, service, booking }: FormParts,
  desk: DeskView,
  intake: Intake,
  save: () => void,
): (outcome: Outcome) => void {
  const end = (outcome: Outcome): void => {
    flushSync(() => intake.choose(outcome))
    if (!form.current) return
    if (outcome === 'appointment') return (booking.current ?? service.current)?.focus()
    if (outcome === 'report') return form.current.querySelector<HTMLElement>('[name=category]')?.focus()
    if (needsCallback(outcome) && intake.draft.belongsTo === null) goToWindows(form.current)
    else form.current.querySelector<HTMLElement>('[type=submit]')?.focus()
  }
  const joins = intake.draft.belongsTo !== null
  const outcomes = outcomesOf(desk, joins)
  const keys = outcomes
    .filter(({ hotkey }) => hotkey !== TWICE)
    .map(({ value, hotkey }) => [hotkey, () => end(value)])
  const handsOver = intake.outcome === 'report' && outcomes.some(({ hotkey }) => hotkey === TWICE)
  const twice = handsOver ? { F6: () => end('hand-over') } : {}
  useFunctionKeys({ ...Object.fromEntries(keys), ...twice, 'Ctrl+Enter': save })
  return end
}
