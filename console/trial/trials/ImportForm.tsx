import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallsMapping, PastPreview } from '../../../src/trial/baseline/contract.ts'
import { announce } from '../../platform/announce.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Form, TextField } from '../../ui/index.ts'
import { MappingForm } from './MappingForm.tsx'
import { pastApi, trialsQuery } from './queries.ts'

/** Takes a file in: a `queue_log` at once, a table after somebody said what its columns mean. */
export function ImportForm() {
  const client = useQueryClient()
  const [sent, setSent] = useState(0)
  const [table, setTable] = useState<{ file: File; preview: Extract<PastPreview, { kind: 'calls' }> } | null>(
    null,
  )
  const upload = useMutation({
    mutationFn: ({ file, mapping }: { file: File; mapping: CallsMapping | null }) =>
      pastApi.send(file, mapping, setSent),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: trialsQuery.queryKey })
      setTable(null)
      announce('Die Datei ist eingelesen.')
    },
  })
  const look = useMutation({
    mutationFn: async ({ file, mapping }: { file: File; mapping: CallsMapping | null }) => ({
      file,
      preview: await pastApi.preview(file, mapping),
    }),
    onSuccess({ file, preview }) {
      if (preview.kind === 'calls') setTable({ file, preview })
      else upload.mutate({ file, mapping: null })
    },
  })
  const busy = look.isPending || upload.isPending
  return (
    <>
      <Form
        label="Datei einlesen"
        error={table ? null : (look.error ?? upload.error)}
        busy={busy}
        submit="Datei einlesen"
        onSubmit={(values) => {
          const file = values.get('file')
          look.mutate({ file: file instanceof File ? file : new File([], ''), mapping: null })
        }}
      >
        <TextField
          label="Protokoll der alten Telefonanlage"
          hint="queue_log von Asterisk (auch aus FreePBX) oder eine Tabelle mit einer Zeile je Anruf (CSV), höchstens 256 MB. Die Datei bleibt gespeichert, wie sie kam; Rufnummern und Namen werden nicht übernommen."
          name="file"
          type="file"
          onChange={() => setTable(null)}
          error={table ? undefined : fieldsOf(upload.error)['file']}
        />
        {upload.isPending && (
          <p aria-live="polite">
            {sent < 1 ? `Wird gesendet: ${Math.round(sent * 100)} %` : 'Wird gelesen und gezählt …'}
          </p>
        )}
      </Form>
      {table && (
        <MappingForm
          key={JSON.stringify(table.preview.mapping)}
          preview={table.preview}
          error={upload.error ?? look.error}
          busy={busy}
          onLook={(mapping) => look.mutate({ file: table.file, mapping })}
          onImport={(mapping) => upload.mutate({ file: table.file, mapping })}
        />
      )}
    </>
  )
}
