import { useState } from 'react'
import type { ReportView } from '../../src/reports/contract.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { NoteArea } from '../textModules/NoteArea.tsx'
import { Card, Form, RadioGroup, TextField } from '../ui/index.ts'
import { type StepState, useStep } from './useStep.ts'
import { REACHED_BY, STEPS } from './words.ts'

interface Props {
  of: ReportView
  onDone: (sentence: string) => void
}

/** What happens next, and what whoever reported gets to read about it. */
export function StepForm({ of, onDone }: Props) {
  // A new round begins with empty fields; news from elsewhere leave what is typed.
  const [round, setRound] = useState(0)
  return (
    <Card title="Nächster Schritt">
      <Round
        key={round}
        of={of}
        onDone={(sentence) => {
          setRound(round + 1)
          onDone(sentence)
        }}
      />
    </Card>
  )
}

function Round({ of, onDone }: Props) {
  const [state, choose] = useState<StepState | null>(null)
  const { typed, keep, save } = useStep(of, onDone)
  const fields = fieldsOf(save.error)
  return (
    <Form
      label="Nächster Schritt"
      error={save.error}
      busy={save.isPending}
      submit={state === 'done' || state === 'not-done' ? 'Antworten und abschließen' : 'Speichern'}
      onSubmit={(values) => save.mutate({ state, values })}
    >
      <RadioGroup
        legend="Was geschieht?"
        name="state"
        value={state}
        options={STEPS}
        onChange={choose}
        error={fields['state']}
      />
      {state === 'planned' && (
        <TextField
          label="Geplant bis"
          name="plannedFor"
          type="date"
          defaultValue={of.plannedFor ?? ''}
          error={fields['plannedFor']}
        />
      )}
      <NoteArea
        caseId={of.id}
        toPerson
        label="Das liest, wer gemeldet hat"
        name="text"
        rows={5}
        defaultValue={typed}
        onInput={({ currentTarget }) => keep(currentTarget.value)}
        error={fields['text']}
      />
      <p className="muted">{REACHED_BY[of.reachedBy ?? 'nobody']}</p>
    </Form>
  )
}
