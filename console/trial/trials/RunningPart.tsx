import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrialPlan, TrialView } from '../../../src/trial/plan/contract.ts'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { announce } from '../../platform/announce.ts'
import { dateInWords } from '../../platform/times.ts'
import { Button, Card, Empty } from '../../ui/index.ts'
import { EnoughDays } from './EnoughDays.tsx'
import { PlanForm } from './PlanForm.tsx'
import { trialQuery, trialsApi, trialsQuery } from './queries.ts'
import { ResultTable } from './ResultTable.tsx'
import { period } from './words.ts'

/** A trial that runs: what its days say so far, changing it with a reason, counting it when it is over. */
export function RunningPart({ trial }: { trial: TrialView }) {
  const { id, plan, soFar, lockedAt } = trial
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: trialsQuery.queryKey })
  return (
    <>
      <p>
        {period(plan.period)}
        {lockedAt && `, festgeschrieben am ${dateInWords(lockedAt.slice(0, 10))}`}. Entschieden wird am{' '}
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
