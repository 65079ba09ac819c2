import { useState } from 'react'
import { useNow } from '../../platform/now.ts'
import { useMe } from '../../platform/session.ts'
import { dayOf } from '../../platform/times.ts'
import { FieldError, RadioGroup, Select, TextField } from '../../ui/index.ts'
import type { ShiftView } from './queries.ts'
import { WEEKDAYS } from './shiftWords.ts'

type Pattern = ShiftView['pattern']
type Fields = Readonly<Record<string, string>>

const KINDS = [
  { value: 'weekly', label: 'Jede Woche oder alle paar Wochen' },
  { value: 'day', label: 'Nur an einem Tag' },
] as const

/** On which days. */
export function PatternFields({ pattern, fields }: { pattern: Pattern | undefined; fields: Fields }) {
  const [kind, setKind] = useState(pattern?.kind ?? 'weekly')
  const today = dayOf(useNow(), useMe().city.timeZone)
  return (
    <>
      <RadioGroup legend="Wann" name="kind" value={kind} options={KINDS} onChange={setKind} />
      {kind === 'weekly' ? (
        <Weekly pattern={pattern?.kind === 'weekly' ? pattern : undefined} today={today} fields={fields} />
      ) : (
        <TextField
          label="Tag"
          name="pattern.date"
          type="date"
          defaultValue={pattern?.kind === 'day' ? pattern.date : ''}
          error={fields['pattern.date']}
        />
      )}
    </>
  )
}

interface WeeklyProps {
  pattern: Extract<Pattern, { kind: 'weekly' }> | undefined
  today: string
  fields: Fields
}

const MOST_WEEKS = 8

function Weekly({ pattern, today, fields }: WeeklyProps) {
  return (
    <>
      <Weekdays chosen={pattern?.weekdays ?? [1, 2, 3, 4, 5]} error={fields['pattern.weekdays']} />
      <div className="field-row">
        <Select
          label="Wie oft"
          hint="Gezählt ab der ersten Woche"
          name="pattern.everyWeeks"
          defaultValue={pattern?.everyWeeks ?? 1}
          error={fields['pattern.everyWeeks']}
        >
          {Array.from({ length: MOST_WEEKS }, (_, place) => (
            <option key={place} value={place + 1}>
              {place === 0 ? 'jede Woche' : `alle ${place + 1} Wochen`}
            </option>
          ))}
        </Select>
        <TextField
          label="Ab"
          name="pattern.from"
          type="date"
          hint="In dieser Woche beginnt es."
          defaultValue={pattern?.from ?? today}
          error={fields['pattern.from']}
        />
        <TextField
          label="Letzter Tag"
          name="pattern.until"
          type="date"
          optional
          hint="Leer: auf Dauer"
          defaultValue={pattern?.until ?? ''}
          error={fields['pattern.until']}
        />
      </div>
    </>
  )
}

function Weekdays({ chosen, error }: { chosen: readonly number[]; error: string | undefined }) {
  return (
    <fieldset className="checks" aria-describedby={error ? 'weekdays-error' : undefined}>
      <legend>Wochentage</legend>
      <div className="weekdays">
        {WEEKDAYS.map((name, place) => (
          <label className="check" key={name}>
            <input
              type="checkbox"
              name="pattern.weekdays"
              value={place + 1}
              defaultChecked={chosen.includes(place + 1)}
            />
            {name}
          </label>
        ))}
      </div>
      <FieldError id="weekdays-error" error={error} />
    </fieldset>
  )
}
