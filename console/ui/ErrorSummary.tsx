import { useEffect, useRef, type MouseEvent } from 'react'
import { fieldsOf, messageOf } from '../platform/apiError.ts'
import { Icon } from './Icon.tsx'

/**
 * Above a form that was refused: takes the focus and leads to each field. A field is found by its `name`;
 * what belongs to no field of this form is said as a sentence.
 */
export function ErrorSummary({ error }: { error: unknown }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) ref.current?.focus()
  }, [error])
  if (!error) return null
  const fields = Object.entries(fieldsOf(error))
  return (
    <div className="error-summary" ref={ref} tabIndex={-1} role="alert">
      <p className="error-summary__title">
        <Icon name="danger" />
        {fields.length > 0 ? 'Bitte prüfen Sie Ihre Eingaben. Nichts wurde gespeichert.' : messageOf(error)}
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, sentence]) => (
            <li key={name}>
              <a className="kern-link" href={`#${name}`} onClick={(event) => focusField(event, name)}>
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function focusField(event: MouseEvent<HTMLAnchorElement>, name: string): void {
  event.preventDefault()
  const fields = event.currentTarget.closest('form')?.elements
  // One field may hold a list ('hostnames.1'); then the whole is meant.
  const field = fields?.namedItem(name) ?? fields?.namedItem(name.split('.')[0] ?? name)
  if (field instanceof HTMLElement) field.focus()
  else if (field instanceof RadioNodeList && field[0] instanceof HTMLElement) field[0].focus()
}
