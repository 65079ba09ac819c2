import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { type changeBookedInput, changedView, type ChangedView, newKeyView } from '../../src/desk/contract.ts'
import { api } from '../platform/api.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Button, Dialog, ErrorNotice, Form, textOf, TextField } from '../ui/index.ts'
import { Say } from './Say.tsx'

/** What the caller says of the appointment. */
type Shown = z.input<typeof changeBookedInput>

/** Moves or cancels a booked appointment of the caller, who is asked for the key where another number was booked. */
export function ChangeBooked({ callId, onClose }: { callId: string; onClose: () => void }) {
  const booked = useBooked(callId)
  return (
    <Dialog
      title="Gebuchten Termin ändern"
      onClose={onClose}
      footer={
        <Button variant="tertiary" onClick={onClose}>
          {booked.said ? 'Fertig' : 'Zurück'}
        </Button>
      }
    >
      {booked.found ? (
        <>
          <Found {...booked} found={booked.found} />
          <ErrorNotice error={booked.refused} />
        </>
      ) : (
        <Ask {...booked.asking} />
      )}
    </Dialog>
  )
}

function useBooked(callId: string) {
  const [said, setSaid] = useState<string | null>(null)
  const path = (what: string): string => `/api/v1/desk/calls/${callId}/booked/${what}`
  const asking = useMutation({ mutationFn: (shown: Shown) => api.post(path('open'), changedView, shown) })
  const shown = asking.variables
  const change = useMutation({
    mutationFn: (start: string | null) =>
      start === null
        ? api.post(path('cancel'), changedView, shown)
        : api.post(path('move'), changedView, { ...shown, start }),
    onSuccess: ({ state, aloud }) =>
      setSaid(
        state === 'cancelled'
          ? 'Ihr Termin ist abgesagt.'
          : `Ihr Termin ist jetzt ${aloud}. Die Terminnummer bleibt dieselbe.`,
      ),
  })
  const renew = useMutation({
    mutationFn: () => api.post(path('new-key'), newKeyView, shown),
    onSuccess: ({ phoneKey }) => setSaid(`Ihr neuer Telefonschlüssel ist ${phoneKey}.`),
  })
  return {
    asking: { open: asking.mutate, error: asking.error, busy: asking.isPending },
    found: change.data ?? asking.data,
    refused: change.error ?? renew.error,
    said,
    busy: change.isPending || renew.isPending,
    change: change.mutate,
    renew: () => renew.mutate(),
  }
}

interface AskProps {
  open: (shown: Shown) => void
  error: unknown
  busy: boolean
}

function Ask({ open, error, busy }: AskProps) {
  const fields = fieldsOf(error)
  return (
    <>
      <Say>Wie ist Ihre Terminnummer? Und haben Sie Ihren Schlüssel da?</Say>
      <Form
        label="Termin suchen"
        error={error}
        busy={busy}
        submit="Termin ansehen"
        onSubmit={(values) => open({ reference: textOf(values, 'reference'), key: textOf(values, 'key') })}
      >
        <TextField
          label="Terminnummer"
          name="reference"
          autoComplete="off"
          maxLength={60}
          error={fields['reference']}
        />
        <TextField
          label="Schlüssel"
          name="key"
          hint="8 Ziffern oder 26 Zeichen. Nicht nötig, wenn der Anruf von der gebuchten Nummer kommt."
          optional
          autoComplete="off"
          maxLength={80}
          error={fields['key']}
        />
      </Form>
    </>
  )
}

interface FoundProps {
  found: ChangedView
  said: string | null
  busy: boolean
  /** Null: cancel. */
  change: (start: string | null) => void
  renew: () => void
}

/** What is booked, five other times, and cancelling after one more question. */
function Found({ found, said, busy, change, renew }: FoundProps) {
  const [asks, setAsks] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  const { reference, aloud, services, office, offers, state } = found
  return (
    <div ref={box} className="change-booked">
      <p>
        <strong>{reference}</strong> · {services.join(', ')}
        {office && ` · ${office}`}
      </p>
      {said ? <Say>{said}</Say> : <Say>{sentenceOf(state, aloud)}</Say>}
      {state === 'open' && !said && (
        <>
          {offers.length > 0 && <p>Verschieben auf:</p>}
          <div className="change-booked__times">
            {offers.map((offer) => (
              <Button key={offer.start} disabled={busy} onClick={() => change(offer.start)}>
                {offer.day}, {offer.clock} Uhr
              </Button>
            ))}
          </div>
          <div className="change-booked__times">
            <Button disabled={busy} onClick={() => (asks ? change(null) : setAsks(true))}>
              {asks ? 'Ja, endgültig absagen' : 'Absagen'}
            </Button>
            <Button variant="tertiary" disabled={busy} onClick={renew}>
              Neuen Telefonschlüssel ausgeben
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function sentenceOf(state: ChangedView['state'], aloud: string): string {
  switch (state) {
    case 'open':
      return `Ihr Termin ist ${aloud}.`
    case 'cancelled':
      return 'Dieser Termin ist abgesagt.'
    case 'over':
      return `Der Termin war ${aloud}. Er kann nicht mehr geändert werden.`
  }
}
