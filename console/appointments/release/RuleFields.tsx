import { TextField } from '../../ui/index.ts'
import { ClockField } from '../settings/ClockField.tsx'
import type { Rule } from './queries.ts'
import { PoolRow, QuotaRow, StepRow } from './RuleRows.tsx'
import { RowList } from './RowList.tsx'

interface Props {
  kind: Rule['kind']
  /** As it is stored, where it is of this kind. */
  rule: Rule | null
  fields: Readonly<Record<string, string>>
}

/** What happens when, by the kind of the plan. */
export function RuleFields({ kind, rule, fields }: Props) {
  switch (kind) {
    case 'batch':
      return <Batch opens={rule?.kind === 'batch' ? rule.opens : null} fields={fields} />
    case 'rolling':
      return (
        <RowList
          key={kind}
          legend="Stufen"
          hint="Jeder Tag wird so viele Tage vorher frei, ganz (100 %) oder in Stufen."
          add="Stufe hinzufügen"
          rows={rule?.kind === 'rolling' ? rule.steps : [{ daysBefore: 28, at: 480, percent: 100 }]}
          error={fields['rule.steps']}
          render={(step, place) => <StepRow step={step} place={place} fields={fields} />}
        />
      )
    case 'quota':
      return (
        <RowList
          key={kind}
          legend="Anteile"
          hint="So viel von dem, was frei ist, wird für einen Weg zurückgehalten. Notfälle vergibt nur, wer das Recht dazu hat."
          add="Anteil hinzufügen"
          rows={
            rule?.kind === 'quota'
              ? rule.shares
              : [{ quota: 'phone' as const, percent: 20, backDays: 1, backAt: 720 }]
          }
          error={fields['rule.shares']}
          render={(share, place) => <QuotaRow share={share} place={place} fields={fields} />}
        />
      )
    case 'pool':
      return (
        <RowList
          key={kind}
          legend="Uhrzeiten"
          hint="Was abgesagt wird, ist bis zur nächsten dieser Zeiten für niemanden frei."
          add="Uhrzeit hinzufügen"
          rows={rule?.kind === 'pool' ? rule.times : [{ weekdays: [1, 2, 3, 4, 5], at: 480 }]}
          error={fields['rule.times']}
          render={(time, place) => <PoolRow time={time} place={place} fields={fields} />}
        />
      )
  }
}

function Batch({
  opens,
  fields,
}: {
  opens: Extract<Rule, { kind: 'batch' }>['opens'] | null
  fields: Props['fields']
}) {
  return (
    <div className="field-row">
      <TextField
        label="Frei ab Tag"
        name="rule.opens.date"
        type="date"
        defaultValue={opens?.date ?? ''}
        error={fields['rule.opens.date']}
      />
      <ClockField
        label="Uhrzeit"
        hint="zum Beispiel 14"
        name="rule.opens.at"
        minute={opens?.at}
        error={fields['rule.opens.at']}
      />
    </div>
  )
}
