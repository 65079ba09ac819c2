import { useQuery } from '@tanstack/react-query'
import { NamedOptions, Select } from '../ui/index.ts'
import { cityQuery } from '../city/queries.ts'

interface Props {
  value: string
  /** The team that has the case now. */
  without: string
  onChange: (teamId: string) => void
  error: string | undefined
}

/** The city's teams; a provider's team makes no callbacks. */
export function TeamChoice({ value, without, onChange, error }: Props) {
  const { data } = useQuery(cityQuery)
  const teams = (data?.teams ?? []).filter(({ id, kind }) => id !== without && kind !== 'service-desk')
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
