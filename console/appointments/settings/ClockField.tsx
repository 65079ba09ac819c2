import type { ReactNode } from 'react'
import { tidyClock } from '../../city/tidyClock.ts'
import { TextField } from '../../ui/index.ts'
import { clockOfMinute } from './clock.ts'

interface Props {
  label: ReactNode
  hint?: string
  name: string
  /** Minutes since midnight. */
  minute: number | undefined
  error: string | undefined
}

/** A time of day, typed as people type it and tidied when the field is left. */
export function ClockField({ label, hint, name, minute, error }: Props) {
  return (
    <TextField
      label={label}
      hint={hint}
      name={name}
      inputMode="numeric"
      autoComplete="off"
      placeholder="HH:MM"
      defaultValue={minute === undefined ? '' : clockOfMinute(minute)}
      error={error}
      onBlur={(event) => {
        event.currentTarget.value = tidyClock(event.currentTarget.value)
      }}
    />
  )
}
