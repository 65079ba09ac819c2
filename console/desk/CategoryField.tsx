// A native list cannot be filtered while typing: listbox and option are the pattern's roles.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useId, useState, type KeyboardEvent } from 'react'
import type { DeskCategory } from '../../src/desk/contract.ts'
import { FieldError, Kbd } from '../ui/index.ts'
import { categoriesFor } from './reportRule.ts'

interface Props {
  categories: readonly DeskCategory[]
  chosen: DeskCategory | null
  error: string | undefined
  /** Null: another one is being looked for. */
  onChoose: (category: DeskCategory | null) => void
}

/** What is reported: typing leaves what fits, a digit, the arrows or Enter choose. */
export function CategoryField({ categories, chosen, error, onChoose }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  const [marked, setMarked] = useState(0)
  const hits = categoriesFor(categories, chosen ? '' : text)
  const active = chosen ? null : (hits[Math.min(marked, hits.length - 1)] ?? null)
  const choose = (category: DeskCategory) => {
    setText('')
    setMarked(0)
    onChoose(category)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const numbered = /^[1-9]$/.test(event.key) ? hits[Number(event.key) - 1] : undefined
    if (numbered) choose(numbered)
    else if (event.key === 'Enter' && active) choose(active)
    else if (event.key === 'ArrowDown' && hits.length > 0) move(1)
    else if (event.key === 'ArrowUp' && hits.length > 0) move(-1)
    else return
    event.preventDefault()
  }
  const move = (step: number) => {
    if (chosen) return onChoose(null)
    setMarked((Math.min(marked, hits.length - 1) + step + hits.length) % hits.length)
  }
  return (
    <div className="kern-form-input category">
      <label className="kern-label" htmlFor={id}>
        Was wird gemeldet?
      </label>
      <input
        id={id}
        name="category"
        data-step
        className="kern-form-input__input"
        role="combobox"
        aria-expanded={!chosen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Tippen oder Ziffer"
        value={chosen ? chosen.name : text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setText(event.target.value)
          setMarked(0)
          if (chosen) onChoose(null)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        className="category__list"
        id={`${id}-list`}
        role="listbox"
        aria-label="Kategorien"
        hidden={!!chosen}
      >
        {hits.map((hit, place) => (
          // The keyboard is handled at the input, which keeps the focus; this is for the pointer.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={hit.id}
            id={`${id}-${hit.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={hit === active}
            className="combobox__option"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(hit)}
          >
            <span className="combobox__name">
              {place < 9 && <Kbd>{String(place + 1)}</Kbd>} {hit.name}
            </span>
            <span className="combobox__visit">{hit.description}</span>
          </div>
        ))}
      </div>
      {!chosen && hits.length === 0 && (
        <output className="combobox__none">Keine Kategorie passt dazu.</output>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
