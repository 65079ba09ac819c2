import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react'
import { TextArea } from '../ui/index.ts'
import { InsertDialog } from './InsertDialog.tsx'
import { LANGUAGES } from './languages.ts'
import { textsForCaseQuery } from './queries.ts'

type Props = ComponentProps<typeof TextArea> & {
  caseId: string
  /** The person reads it: in which language, is said. */
  toPerson?: boolean
}

/** A note in which "/" at the beginning of a word opens the text modules of the case. */
export function NoteArea({ caseId, toPerson = false, ...area }: Props) {
  const { data } = useQuery(textsForCaseQuery(caseId))
  const texts = data?.texts ?? []
  const hints = [
    toPerson && data && data.lang !== 'de' ? `Die Person liest: ${LANGUAGES[data.lang]}.` : '',
    texts.length > 0 ? 'Mit / fügen Sie einen Textbaustein ein.' : '',
  ].filter(Boolean)
  const field = useRef<HTMLTextAreaElement | null>(null)
  const [open, setOpen] = useState(false)
  // Whether something was inserted or not: one goes on writing where one was.
  useEffect(() => {
    if (!open) field.current?.focus()
  }, [open])
  const listen = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { value, selectionStart } = event.currentTarget
    if (event.key !== '/' || texts.length === 0 || !/(^|\s)$/.test(value.slice(0, selectionStart))) return
    event.preventDefault()
    field.current = event.currentTarget
    setOpen(true)
  }
  return (
    <>
      <TextArea {...area} {...(hints.length > 0 ? { hint: hints.join(' ') } : {})} onKeyDown={listen} />
      {open && (
        <InsertDialog
          texts={texts}
          onClose={() => setOpen(false)}
          onChoose={(text) => {
            setOpen(false)
            if (field.current) insert(field.current, text)
          }}
        />
      )}
    </>
  )
}

/** As if it was typed, so that whoever holds the value hears of it. */
function insert(area: HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd } = area
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {}
  set?.call(area, area.value.slice(0, selectionStart) + text + area.value.slice(selectionEnd))
  area.setSelectionRange(selectionStart + text.length, selectionStart + text.length)
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
