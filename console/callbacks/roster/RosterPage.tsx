import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, NamedOptions, PageTitle, Select, Told } from '../../ui/index.ts'
import { OfferReasons } from '../OfferReasons.tsx'
import { EndRoster } from './EndRoster.tsx'
import { GapNotice } from './GapNotice.tsx'
import { HoursStrip } from './HoursStrip.tsx'
import { type Roster, rosterQuery } from './queries.ts'
import { RosterTable } from './RosterTable.tsx'
import './roster.css'
import { shortDate } from './words.ts'

/** Who of a team makes callbacks when, week by week. */
export function RosterPage() {
  const { team, woche } = useSearch({ from: '/shell/dienstplan' })
  const { data } = useSuspenseQuery(rosterQuery({ team, week: woche }))
  const navigate = useNavigate()
  const { roster, teams } = data
  return (
    <div className="page roster">
      <PageTitle title={roster ? `Dienstplan · ${roster.team.name}` : 'Dienstplan'} />
      <Told />
      {teams.length > 1 && roster && (
        <div className="roster__team">
          <Select
            label="Team"
            value={roster.team.id}
            onChange={({ target }) =>
              void navigate({ to: '/dienstplan', search: { team: target.value, woche } })
            }
          >
            <NamedOptions of={teams} />
          </Select>
        </div>
      )}
      {roster ? (
        <Week roster={roster} />
      ) : (
        <Empty>Ihr Konto gehört zu keinem Team, das zurückruft. Die Verwaltung kann das ändern.</Empty>
      )}
    </div>
  )
}

function Week({ roster }: { roster: Roster }) {
  return (
    <>
      <GapNotice gaps={roster.gaps} />
      <WeekHead roster={roster} />
      <Standing roster={roster} />
      <RosterTable roster={roster} />
      {roster.begun && <HoursStrip days={roster.days} />}
      {roster.mayPlan && <OfferReasons team={roster.team} />}
    </>
  )
}

/** What counts while there is no roster, or an empty one. */
function Standing({ roster }: { roster: Roster }) {
  const { begun, people, callbacksPerHour, team, mayPlan } = roster
  if (!begun)
    return (
      <Empty>
        {`Für dieses Team ist noch kein Dienstplan eingetragen. Bis dahin gilt die Zahl der Verwaltung: ${callbacksPerHour} Rückrufe je Stunde.`}
        {mayPlan && ' Wählen Sie unten eine Person, um ihre Zeiten einzutragen.'}
      </Empty>
    )
  if (people.some(({ entries }) => entries.length > 0)) return null
  return (
    <div className="roster__empty">
      <Empty>Der Dienstplan ist leer: Niemand ist für Rückrufe da, und keine Zeit wird angeboten.</Empty>
      {mayPlan && <EndRoster team={team} callbacksPerHour={callbacksPerHour} />}
    </div>
  )
}

const WEEK_MS = 7 * 86_400_000

function WeekHead({ roster: { days, team, today } }: { roster: Roster }) {
  const navigate = useNavigate()
  const [monday, sunday] = [days[0]?.date ?? today, days.at(-1)?.date ?? today]
  const go = (date: string | undefined) =>
    void navigate({ to: '/dienstplan', search: { team: team.id, woche: date } })
  const weekFrom = (weeks: number) =>
    new Date(Date.parse(monday) + weeks * WEEK_MS).toISOString().slice(0, 10)
  return (
    <div className="roster__week">
      <h2 className="kern-heading-small">{`Woche vom ${shortDate(monday)} bis ${shortDate(sunday)}`}</h2>
      <div className="roster__nav">
        <Button variant="tertiary" onClick={() => go(weekFrom(-1))}>
          Woche davor
        </Button>
        {(today < monday || today > sunday) && (
          <Button variant="tertiary" onClick={() => go(undefined)}>
            Diese Woche
          </Button>
        )}
        <Button variant="tertiary" onClick={() => go(weekFrom(1))}>
          Woche danach
        </Button>
      </div>
    </div>
  )
}
