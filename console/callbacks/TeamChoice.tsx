import { useQuery } from '@tanstack/react-query'
import { Select } from '../ui/index.ts'
import { teamsQuery } from './queries.ts'

interface Props {
  value: string
  /** The team that has the case now. */
  without: string
  onChange: (teamId: string) => void
  error: string | undefined
}

/** The city's teams; a provider's team makes no callbacks. */
export function TeamChoice({ value, without, onChange, error }: Props) {
  const { data = [] } = useQuery(teamsQuery)
  const teams = data.filter(({ id, kind }) => id !== without && kind !== 'service-desk')
  return (
    <Select
      label="Welches Team übernimmt?"
      name="teamId"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    >
      <option value="">Bitte wählen</option>
      {teams.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}
