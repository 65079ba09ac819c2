import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrialPlan, TrialView } from '../../../src/trial/plan/contract.ts'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { announce } from '../../platform/announce.ts'
import { useMe } from '../../platform/session.ts'
import { dateInWords, dayOf } from '../../platform/times.ts'
import { Button, Card, Empty } from '../../ui/index.ts'
import { EnoughDays } from './EnoughDays.tsx'
import { PlanForm } from './PlanForm.tsx'
import { trialQuery, trialsApi, trialsQuery } from './queries.ts'
import { ResultTable } from './ResultTable.tsx'
import { period } from './words.ts'

/** A trial that runs: what its days say so far, changing it with a reason, counting it when it is over. */
export function RunningPart({ trial }: { trial: TrialView }) {
  const { id, plan, soFar, lockedAt } = trial
  const { timeZone } = useMe().city
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: trialsQuery.queryKey })
  return (
    <>
      <p>
        {period(plan.period)}
        {lockedAt && `, festgeschrieben am ${dateInWords(dayOf(lockedAt, timeZone))}`}. Entschieden wird am{' '}
        {dateInWords(plan.decidesOn)}.
      </p>
      <EnoughDays enough={trial.enough} />
      <Card title="Zwischenstand">
        {soFar ? (
          <>
            <p className="muted">
              Bis {dateInWords(soFar.until)}, {soFar.days} gezählte Tage. Nichts davon ist endgültig.
            </p>
            <ResultTable result={soFar} caption="Ziele bisher" />
          </>
        ) : (
          <Empty>Noch ist kein Tag des Testbetriebs vorbei.</Empty>
        )}
      </Card>
      <Interim trial={trial} onDone={refresh} />
      <div className="form__actions">
        <ConfirmButton
          label="Auswerten"
          of={plan.title}
          question="Testbetrieb auswerten?"
          run={async () => {
            await trialsApi.close(id)
            await refresh()
          }}
        >
          <p>Die Zahlen und das Ergebnis werden festgeschrieben. Danach ändert sie niemand mehr.</p>
        </ConfirmButton>
      </div>
      <Changing
        trial={trial}
        onDone={() => client.invalidateQueries({ queryKey: trialQuery(id).queryKey })}
      />
    </>
  )
}

/** Whether everybody may read its weeks while it runs. */
function Interim({
  trial: { id, plan, interim },
  onDone,
}: {
  trial: TrialView
  onDone: () => Promise<void>
}) {
  const run = async (shown: boolean) => {
    await trialsApi.interim(id, shown)
    await onDone()
    announce(shown ? 'Die Wochen sind jetzt öffentlich.' : 'Die Wochen sind nicht mehr öffentlich.')
  }
  return (
    <Card title="Woche für Woche, für alle">
      {interim ? (
        <>
          <p>
            <a className="kern-link" href={`/testbetrieb/${id}`}>
              Der öffentliche Zwischenstand
            </a>{' '}
            zeigt jede Woche, die vorbei ist, ohne ein Urteil.
          </p>
          <div className="form__actions">
            <ConfirmButton
              label="Nicht mehr zeigen"
              of={plan.title}
              question="Wochen nicht mehr zeigen?"
              run={() => run(false)}
            >
              <p>Wer die Seite kennt, findet sie dann nicht mehr, bis der Bericht veröffentlicht ist.</p>
            </ConfirmButton>
          </div>
        </>
      ) : (
        <div className="form__actions">
          <ConfirmButton
            label="Wochen öffentlich zeigen"
            of={plan.title}
            question="Wochen öffentlich zeigen?"
            run={() => run(true)}
          >
            <p>
              Alle können dann jede Woche lesen, die vorbei ist: Anrufe und Anteile je Ziel, ohne Kosten und
              ohne ein Urteil.
            </p>
          </ConfirmButton>
        </div>
      )}
    </Card>
  )
}

function Changing({ trial: { id, plan }, onDone }: { trial: TrialView; onDone: () => Promise<void> }) {
  const { queues } = useSuspenseQuery(trialsQuery).data
  const [open, setOpen] = useState(false)
  const change = useMutation({
    mutationFn: ({ typed, reason }: { typed: TrialPlan; reason: string }) =>
      trialsApi.change(id, typed, reason),
    async onSuccess() {
      await onDone()
      setOpen(false)
      announce('Die Änderung ist gespeichert.')
    },
  })
  if (!open)
    return (
      <div className="form__actions">
        <Button onClick={() => setOpen(true)}>Plan ändern</Button>
      </div>
    )
  return (
    <Card title="Plan ändern">
      <PlanForm
        plan={plan}
        queues={queues}
        error={change.error}
        busy={change.isPending}
        submit="Änderung speichern"
        asksWhy
        onSubmit={(typed, reason) => change.mutate({ typed, reason })}
        aside={<Button onClick={() => setOpen(false)}>Abbrechen</Button>}
      />
    </Card>
  )
}
