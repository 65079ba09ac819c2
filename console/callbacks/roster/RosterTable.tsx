import { Link } from '@tanstack/react-router'
import type { PersonView } from '../../../src/callbacks/roster/contract.ts'
import { Empty, Table } from '../../ui/index.ts'
import type { Roster } from './queries.ts'
import { dayInWords } from './words.ts'

/** A row for each person, a column for each day on which the city is open or somebody works. */
export function RosterTable({ roster: { people, days, team } }: { roster: Roster }) {
  if (people.length === 0)
    return <Empty>In diesem Team ruft niemand zurück. Die Verwaltung ordnet Konten den Teams zu.</Empty>
  const shown = days
    .map((day, place) => ({ ...day, place }))
    .filter(({ hours, place }) => hours.length > 0 || place < 5 || worksOn(people, place))
  return (
    <Table
      caption="Wer ist wann für Rückrufe da?"
      hideCaption
      heads={['Person', ...shown.map(({ date }) => dayInWords(date))]}
    >
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Link
                className="kern-link"
                to="/dienstplan/$team/$person"
                params={{ team: team.id, person: person.id }}
              >
                {person.name}
              </Link>
            </th>
            {shown.map(({ date, place, closedBecause }) => (
              <td key={date}>
                <Cell day={person.days[place]} closedBecause={closedBecause} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const worksOn = (people: readonly PersonView[], place: number): boolean =>
  people.some(({ days }) => (days[place]?.times.length ?? 0) > 0)

interface CellProps {
  day: PersonView['days'][number] | undefined
  closedBecause: string | null
}

function Cell({ day, closedBecause }: CellProps) {
  if (closedBecause !== null) return <span className="muted">{closedBecause}</span>
  if (day?.absent) return <span className="muted">abwesend</span>
  if (!day || day.times.length === 0) return <span className="muted">–</span>
  return (
    <ul className="roster__times">
      {day.times.map(({ from, to, share }) => (
        <li key={from}>
          {`${from}–${to}`}
          {share < 100 && <span className="muted">{` · ${share} %`}</span>}
        </li>
      ))}
    </ul>
  )
}
