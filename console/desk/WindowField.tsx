import type { WindowOffer } from '../../src/desk/contract.ts'
import { FieldError, Notice } from '../ui/index.ts'
import { type ChosenWindow, isChosen } from './intakeRule.ts'

interface Props {
  windows: readonly WindowOffer[]
  value: ChosenWindow
  choose: (window: ChosenWindow) => void
  error: string | undefined
  name?: string
  /** What to do where nothing is free. */
  none?: string
}

const NONE =
  'Zurzeit ist kein Zeitfenster frei. Versprechen Sie bitte keinen Rückruf, sondern geben Sie das Anliegen weiter.'

/** The callback windows with room, as radio buttons; the earliest is first. */
export function WindowField({ windows, value, choose, error, name = 'window', none = NONE }: Props) {
  if (windows.length === 0) {
    return <Notice tone="warning">{none}</Notice>
  }
  return (
    <fieldset className="radios" aria-describedby="window-error" data-invalid={error ? true : undefined}>
      <legend className="kern-sr-only">Zeitfenster für den Rückruf</legend>
      <div className="radios__row">
        {windows.map((window) => (
          <label className="radio" key={`${window.start} ${window.end}`}>
            <input
              type="radio"
              name={name}
              data-step="window"
              value={window.start}
              checked={isChosen(value, window)}
              onChange={() => choose({ windowStart: window.start, windowEnd: window.end })}
            />
            <span>{window.label}</span>
          </label>
        ))}
      </div>
      <FieldError id="window-error" error={error} />
    </fieldset>
  )
}
