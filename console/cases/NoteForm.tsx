import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { announce } from '../platform/announce.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { NoteArea } from '../textModules/NoteArea.tsx'
import { Form, textOf } from '../ui/index.ts'
import { addNote } from './queries.ts'

interface Props {
  caseId: string
  /** Where the note itself is not in sight. */
  onSaved?: () => void
}

export function NoteForm({ caseId, onSaved }: Props) {
  const client = useQueryClient()
  const box = useRef<HTMLDivElement>(null)
  const save = useMutation({
    mutationFn: (text: string) => addNote(caseId, text),
    async onSuccess() {
      box.current?.querySelector('form')?.reset()
      announce('Die Notiz ist gespeichert.')
      onSaved?.()
      await client.invalidateQueries({ queryKey: ['cases', caseId] })
    },
  })
  return (
    <div ref={box}>
      <Form
        label="Notiz hinzufügen"
        error={save.error}
        busy={save.isPending}
        submit="Notiz speichern"
        onSubmit={(values) => save.mutate(textOf(values, 'text'))}
      >
        <NoteArea caseId={caseId} label="Notiz" name="text" rows={3} error={fieldsOf(save.error)['text']} />
      </Form>
    </div>
  )
}
