import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { PersonView } from '../../../src/callbacks/roster/contract.ts'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { NotFoundPage } from '../../shell/NotFoundPage.tsx'
import { Card, Empty, PageTitle, Table, Told } from '../../ui/index.ts'
import { AbsenceCard } from './AbsenceCard.tsx'
import { GapNotice } from './GapNotice.tsx'
import { type Roster, rosterQuery } from './queries.ts'
import { RemoveEntry } from './RemoveEntry.tsx'
import './roster.css'
import { hoursInWords, validInWords, whenInWords } from './words.ts'

/** When one person of a team makes callbacks, and when the person is away. */
export function PersonPage() {
  const { team, person: id } = useParams({ from: '/shell/dienstplan/$team/$person' })
  const { roster } = useSuspenseQuery(rosterQuery({ team })).data
  const person = roster?.people.find((one) => one.id === id)
  if (!roster || !person) return <NotFoundPage />
  return (
    <div className="page roster">
      <PageTitle title={person.name} />
      <p>
        <Link className="kern-link" to="/dienstplan" search={{ team }}>
          {`Zum Dienstplan · ${roster.team.name}`}
        </Link>
      </p>
      <Told />
      <GapNotice gaps={roster.gaps} />
      <EntriesCard roster={roster} person={person} />
      <AbsenceCard person={person} mayChange={roster.mayPlan || person.mine} today={roster.today} />
    </div>
  )
}

interface Props {
  roster: Roster
  person: PersonView
}

function EntriesCard({ roster: { team, mayPlan }, person }: Props) {
  const heads = ['Wann', 'Zeit', 'für Rückrufe', 'Gilt', ...(mayPlan ? ['Ändern'] : [])]
  return (
    <Card
      title="Zeiten für Rückrufe"
      aside={
        mayPlan && (
          <ButtonLink
            to="/dienstplan/$team/$person/zeit/$entry"
            params={{ team: team.id, person: person.id, entry: 'neu' }}
          >
            Zeit eintragen
          </ButtonLink>
        )
      }
    >
      {person.entries.length === 0 ? (
        <Empty>Für diese Person ist in diesem Team keine Zeit eingetragen.</Empty>
      ) : (
        <Table caption="Zeiten für Rückrufe" hideCaption heads={heads}>
          <tbody>
            {person.entries.map((entry) => (
              <tr key={entry.id}>
                <th scope="row">{whenInWords(entry)}</th>
                <td className="roster__hours">{hoursInWords(entry)}</td>
                <td>{`${entry.share} %`}</td>
                <td>{validInWords(entry)}</td>
                {mayPlan && (
                  <td>
                    <div className="roster__nav">
                      <ButtonLink
                        to="/dienstplan/$team/$person/zeit/$entry"
                        params={{ team: team.id, person: person.id, entry: entry.id }}
                        aria-label={`Ändern: ${whenInWords(entry)}, ${hoursInWords(entry)}`}
                      >
                        Ändern
                      </ButtonLink>
                      <RemoveEntry team={team.id} entry={entry} />
                    </div>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  )
}
