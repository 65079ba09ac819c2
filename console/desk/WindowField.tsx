import type { WindowOffer } from '../../src/desk/contract.ts'
import { FieldError, Notice } from '../ui/index.ts'

interface Props {
  windows: readonly WindowOffer[]
  value: string | null
  choose: (start: string) => void
  error: string | undefined
}

/** The callback windows with room, as radio buttons; the earliest is first. */
export function WindowField({ windows, value, choose, error }: Props) {
  if (windows.length === 0) {
    return (
      <Notice tone="warning">
        Zurzeit ist kein Zeitfenster frei. Versprechen Sie bitte keinen Rückruf, sondern geben Sie das
        Anliegen weiter.
      </Notice>
    )
  }
  return (
    <fieldset className="radios" aria-describedby="window-error" data-invalid={error ? true : undefined}>
      <legend className="kern-sr-only">Zeitfenster für den Rückruf</legend>
      <div className="radios__row">
        {windows.map((window) => (
          <label className="radio" key={window.start}>
            <input
              type="radio"
              name="window"
              data-step="window"
              value={window.start}
              checked={value === window.start}
              onChange={() => choose(window.start)}
            />
            <span>{window.label}</span>
          </label>
        ))}
      </div>
      <FieldError id="window-error" error={error} />
    </fieldset>
  )
}
