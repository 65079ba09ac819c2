import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { z } from 'zod'
import {
  bookingDraft,
  completeInput,
  intakeDraft,
  reportDraft,
  type BookingDraft,
  type Completed,
  type DeskCall,
  type IntakeDraft,
  type ReportDraft,
} from '../../src/desk/contract.ts'
import { giveBack } from '../appointments/bookingApi.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { forgetDraft, keepDraft, keptDraft } from '../platform/drafts.ts'
import { completeCall, deskQuery, type DeskView } from './deskApi.ts'
import { missingFor, type FieldErrors, type Outcome } from './intakeRule.ts'
import { useDraftKeeper } from './useDraftKeeper.ts'

/** Everything the form holds; what the server does not keep of it (the outcome) is kept on this computer. */
const kept = z.object({ draft: intakeDraft, outcome: completeInput.shape.outcome.nullable() })
type Kept = z.infer<typeof kept>

export interface Intake {
  draft: IntakeDraft
  outcome: Outcome | null
  /** Beginnings of numbers that may be called back beyond ordinary ones. */
  dialPermissions: readonly string[]
  errors: FieldErrors
  /** The server's answer to the last save, when it was no; its fields are among the errors. */
  refusal: unknown
  /** The last save failed for a reason that is no field's. */
  failure: unknown
  /** The server is away; the words are on this computer. */
  away: boolean
  saving: boolean
  change: (part: Partial<IntakeDraft>) => void
  /** What changes of the appointment that is being chosen. */
  book: (part: Partial<BookingDraft>) => void
  /** What changes of the report that is told. */
  tell: (part: Partial<ReportDraft>) => void
  choose: (outcome: Outcome) => void
  /** The open case that the call is about; null for a new concern. */
  belong: (belongsTo: string | null) => void
  save: () => void
}

/** The form of one call: restored after a reload, kept while typing, checked and saved. */
export function useIntake(desk: DeskView, call: DeskCall, onSaved: (record: Completed) => void): Intake {
  const client = useQueryClient()
  const [form, setForm] = useState<Kept>(() => keptDraft(call.id, kept) ?? firstForm(desk, call))
  const [asked, setAsked] = useState(false)
  const { away } = useDraftKeeper(call.id, form.draft)
  const complete = useMutation({
    mutationFn: (outcome: Outcome) => completeCall(call.id, { ...form.draft, outcome }),
    onSuccess: (record) => {
      forgetDraft(call.id)
      onSaved(record)
    },
    // Also after a refusal: a window may be gone.
    onSettled: () => client.invalidateQueries({ queryKey: deskQuery.queryKey }),
  })
  useKeepHere(call.id, form, complete.isSuccess)
  // Several changes may come from one key press: each builds on the one before.
  const put = (step: (form: Kept) => Kept): void => {
    setForm(step)
    if (complete.error) complete.reset()
  }
  const dropHeld = (): void => {
    if (form.draft.appointment?.held) giveBack({ kind: 'call', id: call.id })
  }
  useGiveBackWithCall(call.id, Boolean(form.draft.appointment?.held) && !complete.isSuccess)
  const missing = missingFor(form.draft, form.outcome, windowsFor(desk, form.outcome))
  const refused = fieldsOf(complete.error)
  return {
    ...form,
    dialPermissions: desk.dialPermissions,
    errors: asked ? { ...refused, ...missing } : {},
    refusal: complete.error,
    failure: Object.keys(refused).length === 0 ? complete.error : null,
    away,
    saving: complete.isPending,
    change: (part) => {
      const other = part.serviceId !== undefined && part.serviceId !== form.draft.serviceId
      if (other) dropHeld()
      const none = other ? { appointment: null } : {}
      put((form) => ({ ...form, draft: { ...form.draft, ...none, ...part } }))
    },
    book: (part) => put((form) => withBooking(form, part)),
    tell: (part) => put((form) => withReport(form, part)),
    choose: (outcome) => {
      if (outcome !== 'appointment') dropHeld()
      const key = crypto.randomUUID()
      put((form) => withOutcome(outcome === 'report' ? withReport(form, {}, key) : form, outcome))
    },
    belong: (belongsTo) => put((form) => withCase(form, belongsTo, desk)),
    save: () => {
      setAsked(true)
      if (Object.keys(missing).length === 0 && form.outcome && !complete.isPending)
        complete.mutate(form.outcome)
    },
  }
}

/** What was typed here and may not have reached the server yet; null when nothing was. */
export const typedHere = (callId: string): IntakeDraft | null => keptDraft(callId, kept)?.draft ?? null

/** The copy on this computer, from the first change until the record is saved. */
function useKeepHere(callId: string, form: Kept, saved: boolean): void {
  const first = useRef(form)
  useEffect(() => {
    if (form !== first.current && !saved) keepDraft(callId, form, Date.now())
  }, [callId, form, saved])
}

/** The windows that an outcome may promise: those of the team that will call back. */
export function windowsFor(desk: DeskView, outcome: Outcome | null): DeskView['windows'] {
  return outcome === 'hand-over' ? (desk.handOver?.windows ?? []) : desk.windows
}

/** A window belongs to one team: another outcome with another team's windows starts without one. */
function withOutcome(form: Kept, outcome: Outcome): Kept {
  if (outcome === form.outcome) return form
  return { outcome, draft: { ...form.draft, windowStart: null, windowEnd: null, appointment: null } }
}

function withBooking(form: Kept, part: Partial<BookingDraft>): Kept {
  const before = form.draft.appointment ?? bookingDraft.parse({})
  return { ...form, draft: { ...form.draft, appointment: { ...before, ...part } } }
}

/** What was told stays where another outcome is chosen and taken back. */
function withReport(form: Kept, part: Partial<ReportDraft>, key: string = crypto.randomUUID()): Kept {
  const before = form.draft.report ?? reportDraft.parse({ key })
  return { ...form, draft: { ...form.draft, report: { ...before, ...part } } }
}

/** Somebody else has the caller now, or nobody: a time that is held here is for the next who asks. */
function useGiveBackWithCall(callId: string, holds: boolean): void {
  const client = useQueryClient()
  const leave = useEffectEvent(() => {
    const now = client.getQueryData(deskQuery.queryKey)?.call?.id
    if (holds && now !== callId) giveBack({ kind: 'call', id: callId })
  })
  useEffect(() => () => leave(), [])
}

/** What can follow differs: an open case is not handed over, a new promise needs a window. */
function withCase(form: Kept, belongsTo: string | null, desk: DeskView): Kept {
  const draft = { ...form.draft, belongsTo }
  if (belongsTo !== null) return { draft, outcome: startsAnew(form.outcome) ? null : form.outcome }
  const isPossible = form.outcome !== 'callback' || desk.windows.length > 0
  return { draft, outcome: isPossible ? form.outcome : null }
}

const startsAnew = (outcome: Outcome | null): boolean => outcome === 'hand-over' || outcome === 'report'

function firstForm(desk: DeskView, call: DeskCall): Kept {
  const { callerNumber: contactPhone, openCase } = call
  // Whoever is owed a call and calls mostly means that case.
  const belongsTo = openCase?.owed ? openCase.number : null
  const empty = intakeDraft.parse({ contactPhone: contactPhone ?? '', belongsTo })
  // A callback is what most calls end with; where no window is free there is none to begin with.
  const draft = desk.draft ?? empty
  if (draft.report?.categoryId && draft.belongsTo === null) return { draft, outcome: 'report' }
  const canCallBack = draft.belongsTo !== null || desk.windows.length > 0
  return { draft, outcome: canCallBack ? 'callback' : null }
}
