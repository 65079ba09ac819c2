import { RadioGroup } from '../ui/index.ts'

interface Props {
  /** Number of the caller's open case. */
  number: string
  value: string | null
  choose: (belongsTo: string | null) => void
  error: string | undefined
}

/** Whether the call is about the open case of this number; mostly it is. */
export function BelongsField({ number, value, choose, error }: Props) {
  return (
    <RadioGroup
      legend="Zu welchem Anliegen?"
      name="belongsTo"
      value={value === null ? 'new' : 'known'}
      options={[
        { value: 'known', label: `Gehört zu ${number}` },
        { value: 'new', label: 'Neues Anliegen' },
      ]}
      onChange={(chosen) => choose(chosen === 'known' ? number : null)}
      error={error}
    />
  )
}
