import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { startLive } from '../platform/live.ts'
import { useMe } from '../platform/session.ts'
import { clockOf } from '../platform/times.ts'
import { DataAge } from '../shell/DataAge.tsx'
import { TelephoneAlarm } from '../shell/TelephoneAlarm.tsx'
import { Loading } from '../ui/index.ts'
import { AtRiskList } from './AtRiskList.tsx'
import { BrokenList } from './BrokenList.tsx'
import { Figures } from './Figures.tsx'
import { useBoard } from './useBoard.ts'
import { WallLines } from './WallLines.tsx'
import './board.css'
import './wallboard.css'

/** The board without a frame, for a screen that is read from five metres. */
export function WallboardPage() {
  const client = useQueryClient()
  useEffect(() => startLive(client), [client])
  return (
    <main className="wall">
      <Suspense fallback={<Loading />}>
        <Wall />
      </Suspense>
    </main>
  )
}

function Wall() {
  const { city } = useMe()
  const { board, now } = useBoard()
  return (
    <>
      <header className="wall__head">
        <title>Wandtafel · Freizeichen</title>
        <h1 className="wall__title">{city.title}</h1>
        {city.demo && <p>Beispielstadt, kein Angebot der {city.title}</p>}
        <DataAge />
        <p className="wall__clock">{clockOf(now, city.timeZone)}</p>
      </header>
      <TelephoneAlarm />
      <Figures board={board} now={now} />
      <div className="wall__columns">
        <section aria-labelledby="wall-risk">
          <h2 id="wall-risk">{`Gefährdete Zusagen ${board.callbacks.atRisk}`}</h2>
          <AtRiskList board={board} />
        </section>
        <section aria-labelledby="wall-lines">
          <h2 id="wall-lines">Leitungen</h2>
          <WallLines board={board} now={now} />
        </section>
        <section aria-labelledby="wall-broken">
          <h2 id="wall-broken">Heute gebrochen</h2>
          <BrokenList broken={board.broken.slice(0, 3)} />
        </section>
      </div>
    </>
  )
}
