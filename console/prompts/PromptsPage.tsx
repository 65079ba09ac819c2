import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PromptView } from '../../src/telephony/prompts/contract.ts'
import { AdminPage } from '../admin/AdminPage.tsx'
import { StatusWord, Table } from '../ui/index.ts'
import { promptsQuery } from './queries.ts'
import { KINDS, LANGS, lengthInWords } from './words.ts'

/** What callers hear, and which of it the city has recorded itself. */
export function PromptsPage() {
  const { data: prompts } = useSuspenseQuery(promptsQuery)
  const own = prompts.filter((prompt) => prompt.own).length
  return (
    <AdminPage title="Ansagen">
      <p className="muted">
        Das hören Anruferinnen und Anrufer am Telefon. Jede Ansage ist eingebaut und lässt sich durch eine
        eigene Aufnahme ersetzen. {own === 0 ? 'Noch ist keine ersetzt.' : `Ersetzt: ${own}.`} Wer eine
        ersetzt, nimmt am besten alle mit derselben Stimme auf, denn Zeiten und Nummern setzen sich aus
        einzelnen Wörtern zusammen.
      </p>
      {(['de', 'en'] as const).flatMap((lang) =>
        (['sentence', 'word'] as const).map((kind) => (
          <PromptList
            key={`${lang}-${kind}`}
            title={`${LANGS[lang]}: ${KINDS[kind]}`}
            // Sentences are looked for most often; words are many.
            open={kind === 'sentence'}
            prompts={prompts.filter((prompt) => prompt.lang === lang && prompt.kind === kind)}
          />
        )),
      )}
    </AdminPage>
  )
}

function PromptList({
  title,
  open,
  prompts,
}: {
  title: string
  open: boolean
  prompts: readonly PromptView[]
}) {
  return (
    <details open={open}>
      <summary>{`${title} (${prompts.length})`}</summary>
      <Table caption={title} hideCaption heads={['Text', 'Aufnahme']}>
        <tbody>
          {prompts.map(({ lang, name, text, own }) => (
            <tr key={name}>
              <th scope="row">
                <Link className="kern-link" to="/verwaltung/ansagen/$lang/$name" params={{ lang, name }}>
                  {text}
                </Link>
              </th>
              <td>
                <StatusWord tone={own ? 'good' : 'off'}>
                  {own ? `eigene, ${lengthInWords(own.durationMs)}` : 'eingebaut'}
                </StatusWord>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  )
}
