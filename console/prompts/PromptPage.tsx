import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { PromptView } from '../../src/telephony/prompts/contract.ts'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { ConfirmButton } from '../admin/ConfirmButton.tsx'
import { fieldsOf } from '../platform/apiError.ts'
import { telling } from '../platform/told.ts'
import { Card, Empty, Form, TextField } from '../ui/index.ts'
import { promptsApi, promptsQuery, soundAddress } from './queries.ts'
import { LANGS, lengthInWords } from './words.ts'

const LIST = '/verwaltung/ansagen'

/** One announcement: the text to speak, how it sounds now, and the city's own recording of it. */
export function PromptPage() {
  const { lang, name } = useParams({ from: '/shell/verwaltung/ansagen/$lang/$name' })
  const { data: prompts } = useSuspenseQuery(promptsQuery)
  const prompt = prompts.find((one) => one.lang === lang && one.name === name)
  if (!prompt) {
    return (
      <AdminPage title="Ansage">
        <Empty>Diese Ansage gibt es nicht.</Empty>
      </AdminPage>
    )
  }
  return (
    <AdminPage title="Ansage">
      <Card title={`Text (${LANGS[prompt.lang]})`}>
        <p className="reason">{prompt.text}</p>
        <Sound prompt={prompt} />
      </Card>
      <OwnRecording prompt={prompt} />
    </AdminPage>
  )
}

function Sound({ prompt }: { prompt: PromptView }) {
  const what = prompt.own ? `Eigene Aufnahme, ${lengthInWords(prompt.own.durationMs)}` : 'Eingebaute Ansage'
  return (
    <>
      <p className="muted">{what}</p>
      {/* The text to be heard stands right above. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        controls
        preload="none"
        aria-label={`${what} anhören`}
        // Another upload is another sound at the same address.
        src={`${soundAddress(prompt)}?of=${prompt.own?.uploadedAt ?? ''}`}
      />
    </>
  )
}

function OwnRecording({ prompt }: { prompt: PromptView }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const done = async (sentence: string) => {
    await client.invalidateQueries({ queryKey: ['prompts'] })
    await navigate({ to: LIST, state: telling(sentence) })
  }
  const upload = useMutation({
    mutationFn: (file: Blob) => promptsApi.upload(prompt, file),
    onSuccess: () => done('Die Aufnahme ist gespeichert. Sie gilt ab dem nächsten Anruf.'),
  })
  return (
    <Form
      label="Eigene Aufnahme"
      error={upload.error}
      busy={upload.isPending}
      submit="Aufnahme speichern"
      onSubmit={(values) => {
        const file = values.get('file')
        upload.mutate(file instanceof Blob ? file : new Blob())
      }}
      aside={
        <>
          <ButtonLink to={LIST}>Zur Liste</ButtonLink>
          {prompt.own && (
            <ConfirmButton
              label="Zurücksetzen"
              of={prompt.text}
              question="Eingebaute Ansage wieder verwenden?"
              run={async () => {
                await promptsApi.reset(prompt)
                await done('Die eingebaute Ansage gilt wieder.')
              }}
            >
              <p>Ihre Aufnahme wird gelöscht.</p>
            </ConfirmButton>
          )}
        </>
      }
    >
      <TextField
        label="Eigene Aufnahme als Datei"
        hint="WAV-Datei mit 8 kHz, mono, 16 Bit, höchstens eine Minute. Andere Formate werden nicht umgewandelt."
        name="file"
        type="file"
        accept=".wav,audio/wav"
        error={fieldsOf(upload.error)['file']}
      />
    </Form>
  )
}
