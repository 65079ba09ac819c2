import { useState } from 'react'
import type { ProposalItem } from '../../src/callbacks/contract.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { ErrorNotice, Heading, Table, useKeepFocus } from '../ui/index.ts'
import { DismissDialog } from './DismissDialog.tsx'
import { LostCallRow } from './LostCallRow.tsx'
import { useAccepting } from './useAccepting.ts'

/** Who called and was not served. Nothing was promised; calling back is decided one by one. */
export function LostCalls({ proposals }: { proposals: readonly ProposalItem[] }) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  const { busy, refusal, accept } = useAccepting()
  const [dismissing, setDismissing] = useState<ProposalItem | null>(null)
  const section = useKeepFocus<HTMLElement>(proposals)
  const isGone = refusal !== null && !proposals.some(({ id }) => id === refusal.id)
  if (proposals.length === 0 && !dismissing && !isGone) return null
  return (
    <section className="lost-calls" aria-labelledby="lost-calls" ref={section} tabIndex={-1}>
      <Heading level={2} id="lost-calls">
        Entgangene Anrufe
      </Heading>
      <p className="muted">
        Diese Personen haben niemanden erreicht. Zugesagt ist nichts. „Zurückrufen“ macht daraus Ihren Rückruf
        im nächsten Zeitfenster.
      </p>
      {isGone && <ErrorNotice error={refusal.error} />}
      <Table
        caption="Entgangene Anrufe, wer zuerst anrief zuerst"
        hideCaption
        heads={['Zuletzt', 'Nummer', 'Angerufen', 'Anrufe', 'Wie', 'Entscheidung']}
      >
        <tbody>
          {proposals.map((item) => (
            <LostCallRow
              key={item.id}
              item={item}
              now={now}
              timeZone={timeZone}
              busy={busy}
              error={refusal?.id === item.id ? refusal.error : null}
              onAccept={() => accept(item.id)}
              onDismiss={() => setDismissing(item)}
            />
          ))}
        </tbody>
      </Table>
      {dismissing && <DismissDialog item={dismissing} onClose={() => setDismissing(null)} />}
    </section>
  )
}
