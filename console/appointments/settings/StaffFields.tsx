import { TextField } from '../../ui/index.ts'
import { ClockField } from './ClockField.tsx'
import type { ShiftView } from './queries.ts'

interface Props {
  shift: ShiftView | undefined
  counters: number
  fields: Readonly<Record<string, string>>
}

/** How many, and from when until when. */
export function StaffFields({ shift, counters, fields }: Props) {
  return (
    <>
      <TextField
        label="Bezeichnung"
        name="label"
        hint="Nur für die Verwaltung, zum Beispiel: Team vormittags"
        defaultValue={shift?.label}
        error={fields['label']}
      />
      <div className="field-row">
        <TextField
          label="Menschen"
          name="people"
          inputMode="numeric"
          hint={`Dieses Büro hat ${counters} Schalter.`}
          defaultValue={shift?.people}
          error={fields['people']}
        />
        <ClockField
          label="Von"
          hint="zum Beispiel 8:30"
          name="opens"
          minute={shift?.opens}
          error={fields['opens']}
        />
        <ClockField
          label="Bis"
          hint="zum Beispiel 16"
          name="closes"
          minute={shift?.closes}
          error={fields['closes']}
        />
      </div>
    </>
  )
}
