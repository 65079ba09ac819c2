// A native list cannot be filtered by a server while typing: listbox and option are the pattern's roles.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { FieldError } from '../ui/index.ts'
import { useSettled } from './useSettled.ts'
import { searchQuery, visitWords, type ServiceHit } from './services.ts'

interface Props {
  ref?: RefObject<HTMLInputElement | null>
  /** Without it: the first question of a call, a step of its form. */
  label?: string
  error?: string | undefined
  text: string
  chosen: boolean
  onType: (text: string) => void
  onPick: (service: ServiceHit) => void
}

/** "Worum geht es?": a combobox by the WAI-ARIA pattern; the best hit is marked at once, so that Enter takes it. */
export function ServiceField({ ref, label, error, text, chosen, onType, onPick }: Props) {
  const id = useId()
  const [closed, setClosed] = useState(false)
  const [marked, setMarked] = useState(0)
  const settled = useSettled(text, 80)
  const search = useQuery(searchQuery(chosen ? '' : settled))
  const hits = search.data ?? []
  const open = !closed && !chosen && text.trim().length > 1 && hits.length > 0
  const active = open ? (hits[Math.min(marked, hits.length - 1)] ?? null) : null
  const pick = (service: ServiceHit) => {
    setMarked(0)
    onPick(service)
  }
  const move = (step: number) => {
    setClosed(false)
    setMarked((Math.min(marked, hits.length - 1) + step + hits.length) % hits.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'ArrowDown' && hits.length > 0) move(1)
    else if (event.key === 'ArrowUp' && hits.length > 0) move(-1)
    else if (event.key === 'Escape' && open) setClosed(true)
    else if (event.key === 'Enter' && active) pick(active)
    else return
    event.preventDefault()
  }
  return (
    <div className="kern-form-input combobox">
      <label className="kern-label" htmlFor={id}>
        {label ?? 'Worum geht es?'}
      </label>
      <input
        ref={ref ?? null}
        id={id}
        data-step={label === undefined ? true : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className="kern-form-input__input"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={label === undefined ? 'Ausweis, Ummeldung, Führungszeugnis …' : undefined}
        value={text}
        onChange={(event) => {
          setClosed(false)
          setMarked(0)
          onType(event.target.value)
        }}
        onBlur={() => setClosed(true)}
        onKeyDown={onKeyDown}
      />
      <div className="combobox__list" id={`${id}-list`} role="listbox" aria-label="Leistungen" hidden={!open}>
        {hits.map((hit) => (
          <Option key={hit.id} id={`${id}-${hit.id}`} hit={hit} active={hit === active} pick={pick} />
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
      <Count
        open={open}
        count={hits.length}
        asked={!chosen && settled.trim().length > 1}
        state={search.status}
      />
    </div>
  )
}

function Option({
  id,
  hit,
  active,
  pick,
}: {
  id: string
  hit: ServiceHit
  active: boolean
  pick: (hit: ServiceHit) => void
}) {
  return (
    // The keyboard is handled at the input, which keeps the focus; this is for the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className="combobox__option"
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => pick(hit)}
    >
      <span className="combobox__name">{hit.name}</span>
      <span className="combobox__visit">{visitWords(hit)}</span>
    </div>
  )
}

/** Told to screen readers, and shown only where there is nothing to choose from. */
function Count({
  open,
  count,
  asked,
  state,
}: {
  open: boolean
  count: number
  asked: boolean
  state: 'pending' | 'error' | 'success'
}) {
  const none = asked && count === 0 && nothingToChoose[state]
  if (none) return <output className="combobox__none">{none}</output>
  return <output className="kern-sr-only">{open ? `${count} Leistungen gefunden` : ''}</output>
}

const nothingToChoose = {
  pending: null,
  error: 'Die Suche geht gerade nicht. Bitte unten notieren, worum es geht.',
  success: 'Nichts gefunden. Bitte unten notieren, worum es geht.',
} as const
