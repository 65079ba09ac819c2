import type { CallbackView } from '../../src/callbacks/contract.ts'
import { NamedOptions, Select } from '../ui/index.ts'

interface Props {
  teams: CallbackView['teams']
  value: string
  onChange: (teamId: string) => void
  error: string | undefined
}

export function TeamChoice({ teams, value, onChange, error }: Props) {
  return (
    <Select
      label="Welches Team übernimmt?"
      name="teamId"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    >
      <option value="">Bitte wählen</option>
      <NamedOptions of={teams} />
    </Select>
  )
}
