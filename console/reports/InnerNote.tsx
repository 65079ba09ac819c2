import { useState } from 'react'
import { NoteForm } from '../cases/NoteForm.tsx'
import { Card, Notice } from '../ui/index.ts'

/** Far from the public text, so that nobody mistakes one for the other. */
export function InnerNote({ caseId }: { caseId: string }) {
  const [saved, setSaved] = useState(false)
  return (
    <Card title="Interne Notiz">
      <p className="muted">Nur für das Personal: Wer gemeldet hat, liest sie nie.</p>
      <NoteForm caseId={caseId} onSaved={() => setSaved(true)} />
      {saved && <Notice tone="success">Die Notiz steht im Verlauf des Anliegens.</Notice>}
    </Card>
  )
}
