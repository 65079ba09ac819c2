import { FieldError, Options, Select, TextField } from '../../ui/index.ts'
import { ClockField } from '../settings/ClockField.tsx'
import { WEEKDAYS } from '../settings/shiftWords.ts'
import type { Rule } from './queries.ts'
import { WAYS } from './words.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>
interface RowProps {
  place: number
  fields: Readonly<Record<string, string>>
}

export function StepRow({
  step,
  place,
  fields,
}: RowProps & { step: Of<'rolling'>['steps'][number] | undefined }) {
  const name = (field: string): string => `rule.steps.${place}.${field}`
  return (
    <>
      <Number label="Tage vorher" name={name('daysBefore')} value={step?.daysBefore} fields={fields} />
      <ClockField label="Uhrzeit" name={name('at')} minute={step?.at} error={fields[name('at')]} />
      <Number label="Prozent" name={name('percent')} value={step?.percent} fields={fields} />
    </>
  )
}

export function QuotaRow({
  share,
  place,
  fields,
}: RowProps & { share: Of<'quota'>['shares'][number] | undefined }) {
  const name = (field: string): string => `rule.shares.${place}.${field}`
  return (
    <>
      <Select label="Für" name={name('quota')} defaultValue={share?.quota} error={fields[name('quota')]}>
        <Options of={WAYS} />
      </Select>
      <Number label="Prozent" name={name('percent')} value={share?.percent} fields={fields} />
      <Number label="Für alle: Tage vorher" name={name('backDays')} value={share?.backDays} fields={fields} />
      <ClockField
        label="ab Uhrzeit"
        name={name('backAt')}
        minute={share?.backAt}
        error={fields[name('backAt')]}
      />
    </>
  )
}

export function PoolRow({
  time,
  place,
  fields,
}: RowProps & { time: Of<'pool'>['times'][number] | undefined }) {
  const name = (field: string): string => `rule.times.${place}.${field}`
  return (
    <>
      <ClockField label="Uhrzeit" name={name('at')} minute={time?.at} error={fields[name('at')]} />
      <fieldset className="checks" aria-describedby={fields[name('weekdays')] ? name('weekdays') : undefined}>
        <legend>Wochentage</legend>
        <div className="weekdays">
          {WEEKDAYS.map((day, index) => (
            <label className="check" key={day}>
              <input
                type="checkbox"
                name={name('weekdays')}
                value={index + 1}
                defaultChecked={time?.weekdays.includes(index + 1)}
              />
              {day}
            </label>
          ))}
        </div>
        <FieldError id={name('weekdays')} error={fields[name('weekdays')]} />
      </fieldset>
    </>
  )
}

function Number({
  label,
  name,
  value,
  fields,
}: {
  label: string
  name: string
  value: number | undefined
  fields: RowProps['fields']
}) {
  return (
    <TextField
      label={label}
      name={name}
      inputMode="numeric"
      autoComplete="off"
      defaultValue={value}
      error={fields[name]}
    />
  )
}
