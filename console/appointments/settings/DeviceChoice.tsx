import type { SettingsView } from '../../../src/appointments/contract.ts'
import { FieldError, Notice } from '../../ui/index.ts'
import { deviceNames, lackingIn } from './services.ts'

interface Props {
  settings: SettingsView
  kinds: readonly string[]
  onChange: (kinds: readonly string[]) => void
  error: string | undefined
}

/** What the service occupies from its beginning to its end; says at once where it is missing. */
export function DeviceChoice({ settings, kinds, onChange, error }: Props) {
  const names = deviceNames(settings)
  const choices = [...new Set([...names.keys(), ...kinds])].map((kind) => [kind, names.get(kind)] as const)
  return (
    <fieldset className="checks" aria-describedby={error ? 'devices-error' : undefined}>
      <legend>Geräte, die sie die ganze Zeit braucht</legend>
      <FieldError id="devices-error" error={error} />
      {choices.length === 0 && (
        <p className="muted">Kein Büro hat knappe Geräte. Sie werden beim Büro eingetragen.</p>
      )}
      {choices.map(([kind, name]) => (
        <label className="check" key={kind}>
          <input
            type="checkbox"
            name="devices"
            value={kind}
            checked={kinds.includes(kind)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...kinds, kind] : kinds.filter((other) => other !== kind))
            }
          />
          {name ?? `${kind} (hat kein Büro mehr)`}
        </label>
      ))}
      {lackingIn(settings, kinds).map(({ office, devices }) => (
        <Notice key={office} tone="warning">
          {`${office} hat nicht: ${devices.join(', ')}. Dort gibt es dafür keine freien Zeiten.`}
        </Notice>
      ))}
    </fieldset>
  )
}
