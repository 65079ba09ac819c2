import type { DayItem } from '../../../src/appointments/day/contract.ts'
import { Button } from '../../ui/index.ts'
import { marks, type Verb } from './marks.ts'

interface Props {
  chosen: DayItem | undefined
  may: (verb: Verb) => boolean
  busy: boolean
  onMark: (verb: Verb) => void
}

/** What can be said of the chosen row; for the mouse what letters are for the keyboard. */
export function MarkBar({ chosen, may, busy, onMark }: Props) {
  return (
    <fieldset className="day__marks" aria-label={`Termin ${chosen?.reference ?? ''}`}>
      {marks.map(({ verb, key, label }) => (
        <Button
          key={verb}
          variant={verb === 'call' ? 'primary' : 'secondary'}
          hotkey={key.toUpperCase()}
          busy={busy || !may(verb)}
          onClick={() => onMark(verb)}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  )
}
