import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TrialView } from '../../../src/trial/plan/contract.ts'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { announce } from '../../platform/announce.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Card, Form, Select, TextArea, textOf } from '../../ui/index.ts'
import { Ending } from './Ending.tsx'
import { trialsApi, trialsQuery } from './queries.ts'
import { Remarks } from './Remarks.tsx'
import { ResultTable } from './ResultTable.tsx'
import { period } from './words.ts'

const DECISIONS = { continue: 'fortsetzen', adapt: 'fortsetzen und anpassen', end: 'beenden' } as const

/** A trial that is counted: its result, publishing it, what the city decided. */
export function EndedPart({
  trial: { id, plan, result, published, decision, remarks },
}: {
  trial: TrialView
}) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: trialsQuery.queryKey })
  return (
    <>
      <p>{period(plan.period)}</p>
      {result && (
        <Card title="Ergebnis">
          <ResultTable result={result} caption="Ziele" />
          <p className="muted">Fingerabdruck der gezählten Zahlen: {result.hash}</p>
          {published ? (
            <p>
              <a className="kern-link" href={`/testbetrieb/${id}`}>
                Der veröffentlichte Bericht
              </a>
            </p>
          ) : (
            <div className="form__actions">
              <ConfirmButton
                label="Veröffentlichen"
                of={plan.title}
                question="Bericht veröffentlichen?"
                run={async () => {
                  await trialsApi.publish(id)
                  await refresh()
                }}
              >
                <p>
                  Alle können ihn dann lesen, mit den Zahlen jedes Tages und mit dem, was der Testbetrieb
                  gekostet hat. Von einzelnen Menschen steht nichts darin.
                </p>
              </ConfirmButton>
            </div>
          )}
        </Card>
      )}
      <Remarks id={id} remarks={remarks} onDone={refresh} />
      <Card title="Entscheidung">
        {decision ? (
          <p>
            <strong>{DECISIONS[decision.decision]}</strong>: {decision.text}
          </p>
        ) : (
          <Deciding id={id} onDone={refresh} />
        )}
      </Card>
      {decision?.decision === 'end' && <Ending id={id} />}
    </>
  )
}

function Deciding({ id, onDone }: { id: string; onDone: () => Promise<void> }) {
  const decide = useMutation({
    mutationFn: (values: FormData) => {
      const chosen = textOf(values, 'decision')
      const decision = chosen === 'adapt' || chosen === 'end' ? chosen : 'continue'
      return trialsApi.decide(id, { decision, text: textOf(values, 'text') })
    },
    async onSuccess() {
      await onDone()
      announce('Die Entscheidung ist eingetragen.')
    },
  })
  return (
    <Form
      label="Entscheidung"
      error={decide.error}
      busy={decide.isPending}
      submit="Entscheidung eintragen"
      onSubmit={(values) => decide.mutate(values)}
    >
      <Select label="Entschieden ist" name="decision">
        {Object.entries(DECISIONS).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Select>
      <TextArea
        label="Von wem, wann und warum"
        hint="Steht im Bericht."
        name="text"
        error={fieldsOf(decide.error)['text']}
      />
    </Form>
  )
}
