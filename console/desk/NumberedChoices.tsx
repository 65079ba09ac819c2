import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button, Kbd, TextField } from '../ui/index.ts'

export interface Choice {
  id: string
  name: string
  about?: string
}

interface Props {
  label: string
  choices: readonly Choice[]
  onChoose: (id: string) => void
}

/** One question with many answers: typing leaves what fits, a digit or Enter chooses, Tab reaches each. */
export function NumberedChoices({ label, choices, onChoose }: Props) {
  const [typed, setTyped] = useState('')
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.querySelector('input')?.focus(), [])
  const sought = typed.trim().toLowerCase()
  const left = choices.filter(({ name, about = '' }) => `${name} ${about}`.toLowerCase().includes(sought))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const numbered = /^[1-9]$/.test(event.key) ? left[Number(event.key) - 1] : undefined
    const chosen = numbered ?? (event.key === 'Enter' ? left[0] : undefined)
    if (event.key === 'Enter' || numbered) event.preventDefault()
    if (chosen) onChoose(chosen.id)
  }
  return (
    <div ref={ref}>
      <TextField
        label={label}
        hint="Tippen oder Ziffer"
        autoComplete="off"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {left.length === 0 && <p>Nichts passt dazu.</p>}
      <ul className="numbered">
        {left.map(({ id, name, about }, place) => (
          <li key={id}>
            <Button variant="tertiary" onClick={() => onChoose(id)}>
              {place < 9 && <Kbd>{String(place + 1)}</Kbd>} {name}
            </Button>
            {about && <span className="muted">{about}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
