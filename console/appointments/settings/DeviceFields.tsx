import { useId } from 'react'
import { Button, FieldError, TextField } from '../../ui/index.ts'
import type { useDevices } from './useDevices.ts'
import { useFocusNew } from './useFocusNew.ts'

interface Props {
  devices: ReturnType<typeof useDevices>
  fields: Readonly<Record<string, string>>
}

/** What the office has few of; services name what they need of it. */
export function DeviceFields({ devices, fields }: Props) {
  const id = useId()
  const ref = useFocusNew<HTMLFieldSetElement>(devices.devices.length)
  return (
    <fieldset ref={ref} className="checks" aria-describedby={fields['devices'] ? `${id}-error` : undefined}>
      <legend>Geräte, die knapp sind</legend>
      <p className="muted">
        Zum Beispiel ein Scanner für Fingerabdrücke. Was jeder Schalter hat, fehlt hier.
      </p>
      <FieldError id={`${id}-error`} error={fields['devices']} />
      <datalist id={`${id}-names`}>
        {devices.names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      {devices.devices.map(({ key, name, units }, place) => (
        <div className="device" key={key}>
          <TextField
            label="Gerät"
            name={`devices.${place}.name`}
            list={`${id}-names`}
            autoComplete="off"
            value={name}
            error={fields[`devices.${place}.name`]}
            onChange={(event) => devices.change(key, { name: event.currentTarget.value })}
          />
          <TextField
            label="Anzahl"
            name={`devices.${place}.units`}
            inputMode="numeric"
            value={units}
            error={fields[`devices.${place}.units`]}
            onChange={(event) => devices.change(key, { units: event.currentTarget.value })}
          />
          <Button variant="tertiary" onClick={() => devices.remove(key)}>
            Entfernen<span className="kern-sr-only">{`: ${name || `Gerät ${place + 1}`}`}</span>
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={devices.add}>Gerät hinzufügen</Button>
      </div>
    </fieldset>
  )
}
