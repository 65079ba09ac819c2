import { type ReactNode, useState } from 'react'
import type { TrialPlan, TrialsView } from '../../../src/trial/plan/contract.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Checkbox, Form, listErrorOf, Select, TextArea, TextField, textOf } from '../../ui/index.ts'
import { eurosOf, planOf } from './planOf.ts'
import { Templates } from './Templates.tsx'
import { FIGURES } from './words.ts'

interface Props {
  /** Null: a new one. */
  plan: TrialPlan | null
  queues: TrialsView['queues']
  error: unknown
  busy: boolean
  submit: string
  aside: ReactNode
  /** A change needs its reason. */
  asksWhy?: boolean
  onSubmit: (plan: TrialPlan, reason: string) => void
}

/** Everything that is said before a trial begins. */
export function PlanForm({ plan, queues, error, busy, submit, aside, asksWhy = false, onSubmit }: Props) {
  // In the order in which they were sent, so that an error finds its field.
  const [sent, setSent] = useState<readonly string[]>([])
  const fields = fieldsOf(error)
  const ofTarget = (figure: string) => fields[`targets.${sent.indexOf(figure)}.share`]
  return (
    <Form
      label="Testbetrieb"
      error={error}
      busy={busy}
      submit={submit}
      aside={aside}
      onSubmit={(values) => {
        const typed = planOf(values)
        setSent(typed.targets.map(({ figure }) => figure))
        onSubmit(typed, textOf(values, 'reason'))
      }}
    >
      <TextField label="Name" name="title" defaultValue={plan?.title} error={fields['title']} />
      <TextArea
        label="Die Frage"
        hint="Was soll der Testbetrieb zeigen? Steht so im Bericht."
        name="question"
        defaultValue={plan?.question}
        error={fields['question']}
      />
      <Days plan={plan} fields={fields} />
      <Before plan={plan} queues={queues} />
      <Targets plan={plan} errorOf={ofTarget} error={fields['targets']} />
      <Money plan={plan} fields={fields} />
      <TextArea
        label="Sondertage"
        optional
        hint="Zählen nicht im Vergleich. Je Zeile ein Tag und warum: 2026-09-28 Kommunalwahl. Feiertage und Schließungen zählen von selbst nicht."
        name="specialDays"
        defaultValue={plan?.specialDays.map(({ day, why }) => `${day} ${why}`).join('\n')}
        error={listErrorOf(fields, 'specialDays')}
      />
      {asksWhy && (
        <TextField
          label="Warum wird geändert?"
          hint="Steht mit beiden Fassungen im Bericht."
          name="reason"
          error={fields['reason'] ?? fields['plan']}
        />
      )}
    </Form>
  )
}

type Fields = Readonly<Record<string, string>>

function Days({ plan, fields }: { plan: TrialPlan | null; fields: Fields }) {
  const day = (label: string, name: string, value: string | undefined) => (
    <TextField label={label} name={name} type="date" defaultValue={value} error={fields[name]} />
  )
  return (
    <>
      {day('Testbetrieb vom', 'period.from', plan?.period.from)}
      {day('Testbetrieb bis', 'period.to', plan?.period.to)}
      {fields['period'] && <p className="kern-error">{fields['period']}</p>}
      {day('Verglichen mit den Tagen vom', 'baseline.from', plan?.baseline.from)}
      {day('Verglichen mit den Tagen bis', 'baseline.to', plan?.baseline.to)}
      {day('Entschieden wird am', 'decidesOn', plan?.decidesOn)}
    </>
  )
}

function Before({ plan, queues }: { plan: TrialPlan | null; queues: TrialsView['queues'] }) {
  return (
    <>
      <Select label="Zahlen von vorher" name="source" defaultValue={plan?.baseline.source ?? 'imported'}>
        <option value="imported">aus eingelesenen Dateien</option>
        <option value="tally">aus Strichlisten</option>
        <option value="test-calls">aus Testanrufen</option>
        <option value="own">aus Freizeichen selbst</option>
      </Select>
      {queues.length > 0 && (
        <fieldset className="kern-fieldset">
          <legend className="kern-label">Diese Warteschlangen zählen (ohne Auswahl: alle)</legend>
          {queues.map(({ queue }) => (
            <Checkbox
              key={queue}
              label={queue}
              name="queue"
              value={queue}
              defaultChecked={plan?.baseline.queues.includes(queue)}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}

function Targets({
  plan,
  errorOf,
  error,
}: {
  plan: TrialPlan | null
  errorOf: (figure: string) => string | undefined
  error: string | undefined
}) {
  return (
    <>
      <Templates />
      {FIGURES.map(({ figure, name, less }, index) => {
        const share = plan?.targets.find((target) => target.figure === figure)?.share
        return (
          <TextField
            key={figure}
            label={`${name}: ${less ? 'höchstens' : 'mindestens'} (in Prozent)`}
            optional
            name={`target.${figure}`}
            inputMode="decimal"
            defaultValue={share === undefined ? '' : (share * 100).toLocaleString('de-DE')}
            error={errorOf(figure) ?? (index === 0 ? error : undefined)}
          />
        )
      })}
      <Select
        label="Das wichtigste Ziel"
        hint="An ihm hängt die Antwort auf die Frage."
        name="first"
        defaultValue={plan?.targets[0]?.figure ?? 'answered15'}
      >
        {FIGURES.map(({ figure, name }) => (
          <option key={figure} value={figure}>
            {name}
          </option>
        ))}
      </Select>
      <Select label="Empfohlen wird fortzusetzen" name="rule" defaultValue={plan?.rule ?? 'all'}>
        <option value="all">wenn alle Ziele erreicht sind</option>
        <option value="first">wenn das wichtigste Ziel erreicht ist</option>
      </Select>
    </>
  )
}

function Money({ plan, fields }: { plan: TrialPlan | null; fields: Fields }) {
  return (
    <>
      <TextField
        label="Dienstleister"
        name="provider"
        defaultValue={plan?.provider}
        error={fields['provider']}
      />
      <TextField
        label="Preis in Euro"
        name="price"
        inputMode="decimal"
        defaultValue={plan ? eurosOf(plan.price.cents) : ''}
        error={fields['price.cents']}
      />
      <Select label="Der Preis gilt" name="per" defaultValue={plan?.price.per ?? 'call'}>
        <option value="call">je angenommenem Anruf</option>
        <option value="minute">je Gesprächsminute</option>
        <option value="flat">für den ganzen Testbetrieb</option>
      </Select>
      <TextField
        label="Eine Stunde eigenes Personal kostet (Euro)"
        name="staff"
        inputMode="decimal"
        defaultValue={plan ? eurosOf(plan.staffCentsPerHour) : ''}
        error={fields['staffCentsPerHour']}
      />
    </>
  )
}
