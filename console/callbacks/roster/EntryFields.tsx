import { useState } from 'react'
import type { EntryView } from '../../../src/callbacks/roster/contract.ts'
import { minuteOfDay, weekdayName } from '../../../src/shared/serviceWeek.ts'
import { ClockField } from '../../appointments/settings/ClockField.tsx'
import { FieldError, RadioGroup, Select, TextField } from '../../ui/index.ts'
import '../../appointments/settings/settings.css'

type Fields = Readonly<Record<string, string>>

interface Props {
  entry: EntryView | undefined
  today: string
  fields: Fields
}

const KINDS = [
  { value: 'weekly', label: 'Jede Woche oder jede zweite' },
  { value: 'day', label: 'Nur an einem Tag' },
] as const

export function EntryFields({ entry, today, fields }: Props) {
  const [kind, setKind] = useState(entry?.kind ?? 'weekly')
  return (
    <>
      <RadioGroup
        legend="Wann"
        name="kind"
        value={kind}
        options={KINDS}
        onChange={setKind}
        error={fields['kind']}
      />
      {kind === 'weekly' ? (
        <Weekdays entry={entry?.kind === 'weekly' ? entry : undefined} error={fields['weekdays']} />
      ) : (
        <TextField
          label="Tag"
          name="date"
          type="date"
          hint="An diesem Tag gilt nur das, nicht die Woche."
          defaultValue={entry?.kind === 'day' ? entry.from : ''}
          error={fields['date']}
        />
      )}
      <Times entry={entry} fields={fields} />
      {kind === 'weekly' && (
        <Validity entry={entry?.kind === 'weekly' ? entry : undefined} today={today} fields={fields} />
      )}
    </>
  )
}

function Times({ entry, fields }: Omit<Props, 'today'>) {
  const clock = (label: string, name: 'opens' | 'closes' | 'breakOpens' | 'breakCloses', hint?: string) => (
    <ClockField
      label={label}
      name={name}
      {...(hint === undefined ? {} : { hint })}
      minute={minuteOf(entry?.[name])}
      error={fields[name]}
    />
  )
  return (
    <>
      <div className="field-row">
        {clock('Von', 'opens')}
        {clock('Bis', 'closes')}
      </div>
      <div className="field-row">
        {clock('Pause von', 'breakOpens', 'Leer: keine Pause')}
        {clock('Pause bis', 'breakCloses', 'Mehr Pausen: eine zweite Zeit')}
      </div>
      <TextField
        label="Davon für Rückrufe, in Prozent"
        name="share"
        inputMode="numeric"
        hint="100: nur Rückrufe. Weniger bei Arbeit am Schalter: 50 ist die halbe Zeit."
        defaultValue={entry?.share ?? 100}
        error={fields['share']}
      />
    </>
  )
}

const minuteOf = (clock: string | null | undefined): number | undefined =>
  clock ? (minuteOfDay(clock) ?? undefined) : undefined

function Weekdays({ entry, error }: { entry: EntryView | undefined; error: string | undefined }) {
  const chosen = entry ? [entry.weekday] : [1, 2, 3, 4, 5]
  return (
    <fieldset className="checks" aria-describedby={error ? 'weekdays-error' : undefined}>
      <legend>Wochentage</legend>
      <div className="weekdays">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <label className="check" key={weekday}>
            <input
              type="checkbox"
              name="weekdays"
              value={weekday}
              defaultChecked={chosen.includes(weekday)}
            />
            {weekdayName(weekday)}
          </label>
        ))}
      </div>
      <FieldError id="weekdays-error" error={error} />
    </fieldset>
  )
}

function Validity({ entry, today, fields }: Props) {
  return (
    <div className="field-row">
      <Select
        label="Wie oft"
        hint="Gezählt ab der ersten Woche"
        name="everyWeeks"
        defaultValue={entry?.everyWeeks ?? 1}
        error={fields['everyWeeks']}
      >
        <option value={1}>jede Woche</option>
        <option value={2}>jede zweite Woche</option>
      </Select>
      <TextField
        label="Ab"
        name="from"
        type="date"
        hint="Der erste Tag, an dem es gilt"
        defaultValue={entry?.from ?? today}
        error={fields['from']}
      />
      <TextField
        label="Letzter Tag"
        name="until"
        type="date"
        optional
        hint="Leer: auf Dauer"
        defaultValue={entry?.until ?? ''}
        error={fields['until']}
      />
    </div>
  )
}
