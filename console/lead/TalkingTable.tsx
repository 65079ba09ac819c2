import type { Conversation, LeadView } from '../../src/lead/contract.ts'
import { spokenDuration } from '../../src/shared/germanTime.ts'
import { useHasRole } from '../platform/session.ts'
import { useSoftphone } from '../softphone/index.ts'
import { Button, Card, Empty, ErrorNotice, StatusWord, Table, useKeepFocus } from '../ui/index.ts'
import { leadApi } from './queries.ts'
import { useDeed } from './useDeed.ts'
import { Heads } from './WaitingTable.tsx'

/** Every conversation now. A lead joins openly: both sides hear it first. */
export function TalkingTable({ view, now }: { view: LeadView; now: number }) {
  const join = useDeed({ run: leadApi.join, done: 'Sie werden verbunden. Beide hören zuerst eine Ansage.' })
  const leave = useDeed({ run: leadApi.leave, done: 'Sie haben das Gespräch verlassen.' })
  const card = useKeepFocus<HTMLElement>(view.talking.map(({ callId, lead }) => callId + lead?.in).join())
  const error = join.error ?? leave.error
  return (
    <Card title={`Im Gespräch ${view.talking.length}`} ref={card}>
      <ErrorNotice error={error} />
      {view.talking.length === 0 ? (
        <Empty>Gerade spricht niemand.</Empty>
      ) : (
        <Table caption="Gespräche" hideCaption>
          <Heads of={['Wer', 'Leitung', 'seit', 'Rufnummer']} action="Dazukommen" />
          <tbody>
            {view.talking.map((each) => (
              <tr key={each.callId}>
                <th scope="row">{each.agentName ?? 'Dienstleister (Überlauf)'}</th>
                <td>{each.lineName}</td>
                <td className="num-left">{spokenDuration(now - Date.parse(each.since))}</td>
                <td className="num-left">{each.caller ?? 'unterdrückt'}</td>
                <td className="num">
                  <Part
                    of={each}
                    busy={join.isPending || leave.isPending}
                    onJoin={() => join.mutate(each.callId)}
                    onLeave={() => leave.mutate(each.callId)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <p className="muted">
        Wer dazukommt, ist zu hören: Erst sagt eine Ansage beiden, dass die Teamleitung mitspricht. Stilles
        Mithören gibt es nicht (§ 201 StGB).
      </p>
    </Card>
  )
}

interface PartProps {
  of: Conversation
  busy: boolean
  onJoin: () => void
  onLeave: () => void
}

function Part({ of: { lead, agentName, lineName }, busy, onJoin, onLeave }: PartProps) {
  const hasTelephone = useHasRole('lead')
  const { state } = useSoftphone()
  if (lead?.isMe)
    return (
      <span className="lead__part">
        <StatusWord tone="busy">{lead.in ? 'Sie sind im Gespräch' : 'Die Ansage läuft'}</StatusWord>
        <Button busy={busy} onClick={onLeave}>
          Verlassen
        </Button>
      </span>
    )
  if (lead) return <StatusWord tone="busy">{`${lead.name} ist dabei`}</StatusWord>
  if (!hasTelephone) return null
  if (state.line !== 'registered') return <span className="muted">Ihr Telefon ist nicht angemeldet</span>
  return (
    <Button busy={busy} onClick={onJoin} aria-label={`Dazukommen: ${agentName ?? 'Überlauf'}, ${lineName}`}>
      Dazukommen
    </Button>
  )
}
