import { useState } from 'react'
import { spokenDuration } from '../../src/shared/germanTime.ts'
import type { LeadView, WaitingCaller } from '../../src/lead/contract.ts'
import { TOO_LONG, waitsTooLong } from '../trial/waiting.ts'
import { Button, Card, Empty, StatusWord, Table, useKeepFocus } from '../ui/index.ts'
import { MoveDialog } from './MoveDialog.tsx'

const DOING = {
  waiting: 'wartet',
  keying: 'gibt einen Rückruf ein',
  'rung-outside': 'klingelt beim Dienstleister',
  rings: 'klingelt am Arbeitsplatz',
} as const satisfies Record<WaitingCaller['doing'], string>

/** Everybody in the line, in the order of service. */
export function WaitingTable({ view, now }: { view: LeadView; now: number }) {
  const [moving, setMoving] = useState<string | null>(null)
  const card = useKeepFocus<HTMLElement>(view.waiting.map(({ callId }) => callId).join())
  const caller = view.waiting.find(({ callId }) => callId === moving)
  return (
    <Card title={`Es warten ${view.waiting.length}`} ref={card}>
      {view.waiting.length === 0 ? (
        <Empty>Niemand wartet.</Empty>
      ) : (
        <Table caption="Wartende Anrufe in der Reihenfolge, in der sie drankommen" hideCaption>
          <Heads of={['Leitung', 'wartet', 'Rufnummer', 'gefragt wird']} action="Verschieben" />
          <tbody>
            {view.waiting.map((each) => (
              <Row key={each.callId} caller={each} now={now} onMove={() => setMoving(each.callId)} />
            ))}
          </tbody>
        </Table>
      )}
      {caller && <MoveDialog caller={caller} view={view} onClose={() => setMoving(null)} />}
    </Card>
  )
}

function Row({ caller, now, onMove }: { caller: WaitingCaller; now: number; onMove: () => void }) {
  const { since, lineName, front, doing, teamNames } = caller
  const late = waitsTooLong(since, now)
  const clock = spokenDuration(now - Date.parse(since))
  return (
    <tr>
      <th scope="row">{lineName}</th>
      <td>
        <StatusWord tone={late ? 'bad' : 'busy'}>
          <span className="num">{clock}</span>
        </StatusWord>
        <span className="lead__more">
          {late ? `${TOO_LONG}, ` : ''}
          {DOING[doing]}
          {front && ', nach vorn geholt'}
        </span>
      </td>
      <td className="num-left">{caller.caller ?? 'unterdrückt'}</td>
      <td>{teamNames.join(', ')}</td>
      <td className="num">
        <Button onClick={onMove} aria-label={`Verschieben: ${lineName}, ${caller.caller ?? 'ohne Nummer'}`}>
          Verschieben
        </Button>
      </td>
    </tr>
  )
}

/** Heads of a table whose last column holds what can be done. */
export function Heads({ of, action }: { of: readonly string[]; action: string }) {
  return (
    <thead>
      <tr>
        {of.map((head) => (
          <th scope="col" key={head}>
            {head}
          </th>
        ))}
        <th scope="col">
          <span className="kern-sr-only">{action}</span>
        </th>
      </tr>
    </thead>
  )
}
