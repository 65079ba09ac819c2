import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { messageOf } from '../platform/apiError.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { Checkbox, Kbd, Notice, RadioGroup } from '../ui/index.ts'
import { followUpWindowsQuery } from './queries.ts'

export interface FollowUp {
  windowStart: string | null
  windowEnd: string | null
  mine: boolean
}

interface Props {
  id: string
  value: FollowUp
  change: (part: Partial<FollowUp>) => void
  error: string | undefined
}

const chosen = ({ start, end }: { start: string; end: string }) => ({ windowStart: start, windowEnd: end })

/** When the next call is promised: a digit chooses, as the windows are read out. */
export function FollowUpPart({ id, value, change, error }: Props) {
  const { data, error: unread } = useQuery(followUpWindowsQuery(id))
  const box = useRef<HTMLDivElement>(null)
  const windows = data?.windows ?? []
  const shown = windows.length
  useHotkeys(
    Object.fromEntries(windows.map((window, index) => [String(index + 1), () => change(chosen(window))])),
  )
  useEffect(() => {
    if (shown > 0) box.current?.querySelector<HTMLElement>('[name=windowStart]')?.focus()
  }, [shown])
  if (unread) return <Notice tone="danger">{messageOf(unread)}</Notice>
  if (data && shown === 0)
    return <Notice tone="warning">Zurzeit ist kein Zeitfenster frei. Bitte sagen Sie nichts zu.</Notice>
  return (
    <div ref={box} className="follow-up">
      <RadioGroup
        legend="Wann rufen wir wieder an?"
        name="windowStart"
        value={value.windowStart}
        options={windows.map(({ start, label }, index) => ({
          value: start,
          label: (
            <>
              {label} <Kbd>{String(index + 1)}</Kbd>
            </>
          ),
        }))}
        onChange={(start) => {
          const window = windows.find((one) => one.start === start)
          if (window) change(chosen(window))
        }}
        error={error}
      />
      <Checkbox
        label="Ich rufe selbst wieder an"
        name="mine"
        checked={value.mine}
        onChange={(event) => change({ mine: event.currentTarget.checked })}
      />
    </div>
  )
}
