import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Button, Dialog, ErrorNotice } from '../ui/index.ts'

interface Props {
  /** What the button says, also in the question's own button. */
  label: string
  /** Which one, for people who hear the button without its row. */
  of: string
  question: string
  children: ReactNode
  run: () => Promise<unknown>
}

/** A button that asks first, because what it does cannot be undone. */
export function ConfirmButton({ label, of, question, children, run }: Props) {
  const [asking, setAsking] = useState(false)
  const work = useMutation({ mutationFn: run, onSuccess: () => setAsking(false) })
  const close = () => setAsking(false)
  return (
    <>
      <Button aria-label={`${label}: ${of}`} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <Dialog
          title={question}
          onClose={close}
          footer={
            <>
              <Button variant="primary" busy={work.isPending} onClick={() => work.mutate()}>
                {label}
              </Button>
              <Button onClick={close}>Abbrechen</Button>
            </>
          }
        >
          {children}
          <ErrorNotice error={work.error} />
        </Dialog>
      )}
    </>
  )
}
