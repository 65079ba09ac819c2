import { useState } from 'react'
import type { LeadDesk, LeadView, SignOutInput } from '../../src/lead/contract.ts'
import { notReadyWords } from '../../src/shared/notReadyWords.ts'
import { spokenDuration } from '../../src/shared/germanTime.ts'
import { stateWords } from '../desk/stateWords.ts'
import { Button, Card, Empty, StatusWord, Table, textOf } from '../ui/index.ts'
import { leadApi } from './queries.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useDeed } from './useDeed.ts'
import { Heads } from './WaitingTable.tsx'

/** Every desk as it is now. Nothing here counts or compares people. */
export function DesksTable({ view, now }: { view: LeadView; now: number }) {
  const [leaving, setLeaving] = useState<string | null>(null)
  const desk = view.desks.find(({ accountId }) => accountId === leaving)
  return (
    <Card title={`Arbeitsplätze ${view.desks.length}`}>
      {view.desks.length === 0 ? (
        <Empty>Gerade ist niemand am Telefon angemeldet.</Empty>
      ) : (
        <Table caption="Arbeitsplätze" hideCaption>
          <Heads of={['Name', 'Team', 'Zustand', 'seit']} action="Abmelden" />
          <tbody>
            {view.desks.map((each) => (
              <tr key={each.accountId}>
                <th scope="row">{each.name}</th>
                <td>{each.teamNames.join(', ')}</td>
                <td>
                  <StatusWord tone={stateWords[each.state].tone}>{wordOf(each)}</StatusWord>
                </td>
                <td className="num-left">{spokenDuration(now - Date.parse(each.since))}</td>
                <td className="num">
                  {each.ready && (
                    <Button onClick={() => setLeaving(each.accountId)} aria-label={`Abmelden: ${each.name}`}>
                      Abmelden
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {desk && <SignOutDialog desk={desk} onClose={() => setLeaving(null)} />}
    </Card>
  )
}

function wordOf({ state, pause, signedOut, ready }: LeadDesk): string {
  if (state === 'not-ready' && signedOut) return 'abgemeldet'
  if (state === 'not-ready' && pause) return notReadyWords[pause]
  const after = ready || !['in-call', 'wrap-up'].includes(state) ? '' : ', danach nicht bereit'
  return `${stateWords[state].word}${after}`
}

function SignOutDialog({ desk, onClose }: { desk: LeadDesk; onClose: () => void }) {
  const signOut = useDeed({
    run: (input: SignOutInput) => leadApi.signOut(desk.accountId, input),
    done: `${desk.name} ist abgemeldet.`,
    onDone: onClose,
  })
  return (
    <ReasonDialog
      title={`${desk.name} abmelden`}
      submit="Abmelden"
      reasonHint="Liest die Person an ihrem Arbeitsplatz, zum Beispiel: Platz ist gerade leer"
      error={signOut.error}
      busy={signOut.isPending}
      onSubmit={(values) => signOut.mutate({ reason: textOf(values, 'reason') })}
      onClose={onClose}
    >
      <p>
        An diesem Arbeitsplatz klingelt nichts mehr. Ein laufendes Gespräch geht zu Ende. Die Person liest,
        wer sie abgemeldet hat und warum, und kann sich selbst wieder bereit melden.
      </p>
    </ReasonDialog>
  )
}
