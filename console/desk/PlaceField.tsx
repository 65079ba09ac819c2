// A native list cannot be filtered by a server while typing: listbox and option are the pattern's roles.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import { Field } from '../ui/index.ts'
import { placesQuery } from './deskApi.ts'
import { useSettled } from './useSettled.ts'

interface Props {
  value: string
  optional: boolean
  error: string | undefined
  onChange: (place: string) => void
}

/** Where it is: addresses of the city's list while typing, arrows mark one and Enter takes it; words alone are a place too. */
export function PlaceField({ value, optional, error, onChange }: Props) {
  const [typing, setTyping] = useState(false)
  const [marked, setMarked] = useState(-1)
  const text = useSettled(value, 150)
  const places = useQuery(placesQuery(typing ? text : '')).data?.places ?? []
  const isOpen = typing && places.length > 0
  const active = isOpen ? (places[marked] ?? null) : null
  const take = (place: string) => {
    setTyping(false)
    setMarked(-1)
    onChange(place)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'ArrowDown') setMarked((marked + 1) % places.length)
    else if (event.key === 'ArrowUp') setMarked((marked <= 0 ? places.length : marked) - 1)
    else if (event.key === 'Enter' && active) take(active.label)
    else if (event.key === 'Escape') setTyping(false)
    else return
    event.preventDefault()
  }
  return (
    <div className="place">
      <Field label="Wo ist das?" optional={optional} error={error}>
        {(control) => (
          <>
            <input
              {...control}
              name="place"
              data-step
              className="kern-form-input__input"
              role="combobox"
              aria-expanded={isOpen}
              aria-controls={`${control.id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={active ? `${control.id}-${marked}` : undefined}
              autoComplete="off"
              spellCheck={false}
              maxLength={300}
              value={value}
              onChange={({ target }) => {
                setTyping(true)
                setMarked(-1)
                onChange(target.value)
              }}
              onBlur={() => setTyping(false)}
              onKeyDown={onKeyDown}
            />
            <div
              className="combobox__list"
              id={`${control.id}-list`}
              role="listbox"
              aria-label="Adressen"
              hidden={!isOpen}
            >
              {places.map(({ label }, index) => (
                // The keyboard is handled at the input, which keeps the focus; this is for the pointer.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={label}
                  id={`${control.id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === marked}
                  className="combobox__option"
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => take(label)}
                >
                  {label}
                </div>
              ))}
            </div>
          </>
        )}
      </Field>
    </div>
  )
}
