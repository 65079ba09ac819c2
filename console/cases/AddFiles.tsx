import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Button, Notice, TextField } from '../ui/index.ts'
import { dropUpload, retryUpload, sendFiles, type Upload, useUploads } from './uploads.ts'

/** The native field, several files at once, by keyboard or dropped on it; below it what is on its way. */
export function AddFiles({ caseId }: { caseId: string }) {
  const client = useQueryClient()
  const uploads = useUploads(caseId)
  useNoStrayDrop()
  useStayWhile(uploads.some(({ failure }) => !failure))
  return (
    <>
      <TextField
        label="Datei hinzufügen"
        hint="PDF, JPEG oder PNG, je höchstens 10 MB. Sie können mehrere zugleich wählen oder hierher ziehen."
        type="file"
        multiple
        accept=".pdf,.jpg,.jpeg,.png"
        onChange={({ currentTarget }) => {
          sendFiles(client, caseId, [...(currentTarget.files ?? [])])
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
      {uploads.map((upload) =>
        upload.failure ? (
          <Failed
            key={upload.key}
            upload={upload}
            retry={() => retryUpload(client, upload)}
            close={() => dropUpload(client, upload.key)}
          />
        ) : (
          <OnItsWay key={upload.key} upload={upload} />
        ),
      )}
    </>
  )
}

function OnItsWay({ upload: { file, share } }: { upload: Upload }) {
  return (
    <div className="files__way">
      <span className="files__name">{file.name}</span>
      {share === null ? (
        <span className="muted">wartet</span>
      ) : (
        <progress max={1} value={share} aria-label={`${file.name} wird gesendet`} />
      )}
    </div>
  )
}

function Failed({
  upload: { file, failure },
  retry,
  close,
}: {
  upload: Upload
  retry: () => void
  close: () => void
}) {
  return (
    <Notice tone="danger" urgent>
      <p className="files__name">
        <strong>{file.name}</strong> ist nicht hinzugefügt. {failure?.sentence}
      </p>
      <div className="files__choices">
        {failure?.worthRetrying && (
          <Button onClick={retry} aria-label={`Noch einmal senden: ${file.name}`}>
            Noch einmal senden
          </Button>
        )}
        <Button onClick={close} aria-label={`Hinweis schließen: ${file.name}`}>
          Hinweis schließen
        </Button>
      </div>
    </Notice>
  )
}

/** A file dropped beside the field would open in place of the page, and a call would be lost with it. */
function useNoStrayDrop(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') return
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
}

/** The browser asks before the page is closed with something on its way. */
function useStayWhile(busy: boolean): void {
  useEffect(() => {
    if (!busy) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])
}
