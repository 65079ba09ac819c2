import { FieldError, Kbd } from '../ui/index.ts'
import type { DeskView } from './deskApi.ts'
import type { Outcome } from './intakeRule.ts'

/** F6 once more, when the report is open already. */
export const TWICE = 'F6 F6'

/** @param joins the call is about an open case: its promise stays, or it is settled */
export const outcomesOf = (
  desk: DeskView,
  joins: boolean,
): readonly { value: Outcome; label: string; hotkey: string }[] => [
  { value: 'callback', label: joins ? 'Rückruf bleibt zugesagt' : 'Rückruf', hotkey: 'F2' },
  { value: 'appointment', label: 'Termin', hotkey: 'F3' },
  { value: 'settled', label: 'Erledigt', hotkey: 'F4' },
  ...(joins ? [] : [{ value: 'report' as const, label: 'Meldung', hotkey: 'F6' }]),
  ...(desk.handOver && !joins
    ? [{ value: 'hand-over' as const, label: `An: ${desk.handOver.lineName}`, hotkey: TWICE }]
    : []),
  { value: 'no-concern', label: 'Kein Anliegen', hotkey: 'F8' },
]

interface Props {
  desk: DeskView
  joins: boolean
  value: Outcome | null
  choose: (outcome: Outcome) => void
  error: string | undefined
}

/** How the call ends, as radio buttons with their keys. */
export function OutcomeField({ desk, joins, value, choose, error }: Props) {
  return (
    <fieldset className="radios" aria-describedby="outcome-error" data-invalid={error ? true : undefined}>
      <legend className="kern-sr-only">Ergebnis</legend>
      <div className="radios__row">
        {outcomesOf(desk, joins).map((outcome) => (
          <label className="radio" key={outcome.value}>
            <input
              type="radio"
              name="outcome"
              value={outcome.value}
              checked={value === outcome.value}
              onChange={() => choose(outcome.value)}
            />
            <span>{outcome.label}</span>
            <Kbd>{outcome.hotkey}</Kbd>
          </label>
        ))}
      </div>
      <FieldError id="outcome-error" error={error} />
    </fieldset>
  )
}
