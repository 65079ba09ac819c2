import { Button, TextField } from '../ui/index.ts'
import { tidyClock } from './tidyClock.ts'
import type { EditedOpening } from './useWeek.ts'

interface Props {
  opening: EditedOpening
  /** Place in the list that is sent; errors name it. */
  index: number
  /** "Montag, 2. Zeit" */
  name: string
  fields: Readonly<Record<string, string>>
  onChange: (part: Partial<Pick<EditedOpening, 'opens' | 'closes'>>) => void
  onRemove: () => void
}

/** From and until of one opening. */
export function OpeningFields({ opening, index, name, fields, onChange, onRemove }: Props) {
  const field = (part: 'opens' | 'closes', word: string) => (
    <TextField
      label={<span className="kern-sr-only">{`${name}, ${word}`}</span>}
      name={`hours.${index}.${part}`}
      value={opening[part]}
      inputMode="numeric"
      autoComplete="off"
      placeholder="HH:MM"
      error={fields[`hours.${index}.${part}`]}
      onChange={(event) => onChange({ [part]: event.currentTarget.value })}
      onBlur={(event) => onChange({ [part]: tidyClock(event.currentTarget.value) })}
    />
  )
  return (
    <div className="week__opening">
      {field('opens', 'von')}
      <span className="week__to">bis</span>
      {field('closes', 'bis')}
      <Button variant="tertiary" aria-label={`Entfernen: ${name}`} onClick={onRemove}>
        Entfernen
      </Button>
    </div>
  )
}
