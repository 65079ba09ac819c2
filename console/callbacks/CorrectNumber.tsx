import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CallbackView } from '../../src/callbacks/contract.ts'
import { NumberField } from '../desk/NumberField.tsx'
import { announce } from '../platform/announce.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Button, Card, Form, Notice } from '../ui/index.ts'
import { byClerkApi } from './new/byClerkApi.ts'
import '../desk/intake.css'

/** The number was written down wrongly: open at once where the telephone says that there is none such. */
export function CorrectNumber({ view }: { view: CallbackView }) {
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const isWrong = view.numberFault !== null || view.case.contactPhone === null
  // What had the focus is gone: on to what stands in its place. Who did nothing yet keeps the focus.
  useEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('[name=contactPhone]')?.focus()
    else if (said) box.current?.querySelector('button')?.focus()
  }, [open, said])
  if (open || isWrong)
    return (
      <div ref={box}>
        <NumberForm
          view={view}
          onSaved={(sentence) => {
            announce(sentence)
            setSaid(sentence)
            setOpen(false)
          }}
        />
      </div>
    )
  return (
    <>
      {said && <Notice tone="success">{said}</Notice>}
      <div ref={box}>
        <Button onClick={() => setOpen(true)}>Nummer berichtigen</Button>
      </div>
    </>
  )
}

const NOTHING_TYPED = { contactPhone: '', phoneReadBack: false }

function NumberForm({ view, onSaved }: { view: CallbackView; onSaved: (sentence: string) => void }) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(NOTHING_TYPED)
  const save = useMutation({
    mutationFn: () => byClerkApi.correctNumber(view.item.id, draft),
    async onSuccess({ toldText }) {
      onSaved(['Die Nummer ist berichtigt.', toldText].filter(Boolean).join(' '))
      await client.invalidateQueries({ queryKey: ['callbacks'] })
    },
  })
  const { contactPhone, phoneReadBack } = fieldsOf(save.error)
  return (
    <Card title="Nummer berichtigen">
      <Form
        label="Nummer berichtigen"
        error={save.error}
        busy={save.isPending}
        submit="Nummer speichern"
        onSubmit={() => save.mutate()}
      >
        <NumberField
          compared="verglichen"
          intake={{
            draft,
            errors: { contactPhone, phoneReadBack },
            dialPermissions: view.dialPermissions,
            change: (part) => setDraft((now) => ({ ...now, ...part })),
          }}
        />
      </Form>
    </Card>
  )
}
