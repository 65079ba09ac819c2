import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { OfficeDayView } from '../../../src/appointments/day/contract.ts'
import { dateInWords } from '../../platform/times.ts'
import { Empty, KeysSwitch, Notice, PageTitle, StatusWord, Told } from '../../ui/index.ts'
import { Closing } from './Closing.tsx'
import { DayControls } from './DayControls.tsx'
import { DayTable } from './DayTable.tsx'
import { PrintButton } from './PrintButton.tsx'
import { useOwnCounter } from './ownCounter.ts'
import { dayQuery } from './queries.ts'
import { WalkIn } from './WalkIn.tsx'
import './day.css'

/** The office's day: who comes, who waits, who is where. */
export function DayPage() {
  const { buero, tag } = useSearch({ from: '/shell/termine/tag' })
  const { data } = useSuspenseQuery(dayQuery({ office: buero, date: tag }))
  const [counter, setCounter] = useOwnCounter(data.office.id)
  return (
    <div className="admin__page day">
      <PageTitle title={`Termine · ${data.office.name}`} aside={<Counts of={data} />} />
      <p className="day__date">{dateInWords(data.date)}</p>
      <DayControls day={data} counter={counter} setCounter={setCounter} />
      <Told />
      {data.closedBecause !== null && <Notice tone="warning">Geschlossen: {data.closedBecause}</Notice>}
      {data.items.length === 0 ? (
        <Empty>
          An diesem Tag ist kein Termin gebucht. Neue stehen hier, ohne dass Sie die Seite neu laden.
        </Empty>
      ) : (
        <DayTable
          key={`${data.office.id} ${data.date}`}
          day={data}
          counter={counter}
          setCounter={setCounter}
        />
      )}
      <div className="day__foot">
        <KeysSwitch />
        <div className="day__foot">
          <WalkIn day={data} />
          <PrintButton day={data} />
          <Closing day={data} />
        </div>
      </div>
    </div>
  )
}

function Counts({ of: { office, items, cancelled } }: { of: OfficeDayView }) {
  const count = (...states: string[]): number => items.filter(({ state }) => states.includes(state)).length
  const open = items.filter(({ needsAttention, state }) => needsAttention && state === 'booked').length
  return (
    <p className="counts">
      <span>{count('booked')} erwartet</span>
      <span>{count('arrived')} warten</span>
      <span>{count('called')} aufgerufen</span>
      <span>{count('served')} bedient</span>
      <span>{count('no-show')} nicht erschienen</span>
      {cancelled > 0 && <span>{cancelled} abgesagt</span>}
      {open > 0 && (
        <Link to="/termine/klaeren" search={{ buero: office.id }} className="kern-link">
          <StatusWord tone="warn">{open} zu klären</StatusWord>
        </Link>
      )}
    </p>
  )
}
