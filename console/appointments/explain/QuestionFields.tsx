import type { SettingsView } from '../../../src/appointments/contract.ts'
import { tidyClock } from '../../city/tidyClock.ts'
import { NamedOptions, Options, Select, TextField } from '../../ui/index.ts'

interface Props {
  settings: SettingsView
  fields: Readonly<Record<string, string>>
}

const FOR = {
  web: 'eine Person im Internet',
  phone: 'eine Person am Telefon',
  counter: 'eine Person am Schalter',
  emergency: 'einen Notfall',
} as const

export function QuestionFields({ settings: { offices, catalogue, services }, fields }: Props) {
  const set = new Set(services.filter(({ bookable }) => bookable).map(({ id }) => id))
  const bookable = catalogue.filter(({ id }) => set.has(id))
  // Somebody may ask why a service has no appointments at all.
  const others = catalogue.filter(({ id, needsVisit }) => !set.has(id) && needsVisit !== 'not-required')
  const choices = (
    <>
      <optgroup label="Buchbar">
        <NamedOptions of={bookable} />
      </optgroup>
      <optgroup label="Nicht buchbar">
        <NamedOptions of={others} />
      </optgroup>
    </>
  )
  return (
    <>
      <Select label="Büro" name="office">
        <NamedOptions of={offices} />
      </Select>
      <Select label="Leistung" name="services" error={fields['services']}>
        {choices}
      </Select>
      <Select label="Weitere Leistung" name="services" optional>
        <option value="">keine</option>
        {choices}
      </Select>
      <div className="field-row">
        <TextField
          label="Personen"
          name="persons"
          inputMode="numeric"
          defaultValue={1}
          error={fields['persons']}
        />
        <TextField label="Tag" name="date" type="date" error={fields['date']} />
        <TextField
          label="Uhrzeit"
          name="time"
          inputMode="numeric"
          autoComplete="off"
          placeholder="HH:MM"
          error={fields['time']}
          onBlur={(event) => {
            event.currentTarget.value = tidyClock(event.currentTarget.value)
          }}
        />
      </div>
      <Select label="Für" name="quota" error={fields['quota']}>
        <Options of={FOR} />
      </Select>
    </>
  )
}
