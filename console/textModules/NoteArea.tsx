import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react'
import { TextArea } from '../ui/index.ts'
import { InsertDialog } from './InsertDialog.tsx'
import { textsForCaseQuery } from './queries.ts'

/** A note in which "/" at the beginning of a word opens the text modules of the case. */
export function NoteArea({ caseId, ...area }: ComponentProps<typeof TextArea> & { caseId: string }) {
  const texts = useQuery(textsForCaseQuery(caseId)).data?.texts ?? []
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
      <TextArea
        {...area}
        {...(texts.length > 0 ? { hint: 'Mit / fügen Sie einen Textbaustein ein.' } : {})}
        onKeyDown={listen}
      />
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
