import { Link } from '@tanstack/react-router'
import { useHasRole } from '../platform/session.ts'
import { Card, PageTitle } from '../ui/index.ts'
import { BrokenList } from './BrokenList.tsx'
import { Figures } from './Figures.tsx'
import { LinesTable } from './LinesTable.tsx'
import { LostCallers } from './LostCallers.tsx'
import { RiskCard } from './risk/RiskCard.tsx'
import { TelephoneNote } from './TelephoneNote.tsx'
import { useBoard } from './useBoard.ts'
import { WaitingList } from './WaitingList.tsx'
import { Waits } from './Waits.tsx'
import './board.css'

/** What is at risk now and what helps, before what was. */
export function BoardPage() {
  const { board, now } = useBoard()
  const worksOnThem = useHasRole('lead')
  const { dueToday, brokenToday } = board.callbacks
  return (
    <div className="page">
      <PageTitle
        title="Übersicht"
        aside={
          <Link className="kern-link" to="/wandtafel">
            Als Wandtafel zeigen
          </Link>
        }
      />
      <Figures board={board} now={now} />
      {board.lostCallers > 0 && <LostCallers count={board.lostCallers} linked={worksOnThem} />}
      <RiskCard dueToday={dueToday} />
      <Card title="Es warten">
        <WaitingList waiting={board.waiting} now={now} />
      </Card>
      <Card title="Leitungen" aside={<TelephoneNote of={board.telephone} />}>
        <LinesTable lines={board.lines} />
      </Card>
      <Card title="Wartezeiten heute">
        <Waits waits={board.figures.waits} />
      </Card>
      <Card
        title="Heute gebrochen"
        aside={
          <p className="muted">{`Anrufe ${board.figures.calls.promiseBroken} · Rückrufe ${brokenToday}`}</p>
        }
      >
        <BrokenList broken={board.broken} />
      </Card>
    </div>
  )
}
