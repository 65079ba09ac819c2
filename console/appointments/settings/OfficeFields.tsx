import type { SettingsView } from '../../../src/appointments/contract.ts'
import { Select, TextField } from '../../ui/index.ts'

const GRIDS = [5, 10, 15, 20, 30, 60]

interface Props {
  office: SettingsView['offices'][number] | undefined
  fields: Readonly<Record<string, string>>
}

export function OfficeFields({ office, fields }: Props) {
  return (
    <>
      <TextField label="Name" name="name" defaultValue={office?.name} error={fields['name']} />
      <TextField
        label="Anschrift"
        name="address"
        hint="So, wie sie in der Bestätigung des Termins steht"
        defaultValue={office?.address}
        error={fields['address']}
      />
      <div className="field-row">
        <TextField
          label="Schalter"
          name="counters"
          inputMode="numeric"
          hint="So viele können gleichzeitig bedient werden."
          defaultValue={office?.counters}
          error={fields['counters']}
        />
        <Select
          label="Termine beginnen"
          name="gridMinutes"
          defaultValue={office?.gridMinutes ?? 15}
          hint="Die Länge kommt aus der Leistung."
          error={fields['gridMinutes']}
        >
          {GRIDS.map((minutes) => (
            <option key={minutes} value={minutes}>
              {`alle ${minutes} Minuten`}
            </option>
          ))}
        </Select>
        <TextField
          label="Buchbar im Voraus (Tage)"
          name="bookAheadDays"
          inputMode="numeric"
          hint="1 bis 365"
          defaultValue={office?.bookAheadDays ?? 60}
          error={fields['bookAheadDays']}
        />
      </div>
    </>
  )
}
