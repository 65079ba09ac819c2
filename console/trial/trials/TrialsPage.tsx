import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { Card, Empty, PageTitle, Table, Told } from '../../ui/index.ts'
import { Imports } from './Imports.tsx'
import { TestCalls } from './TestCalls.tsx'
import { trialsQuery } from './queries.ts'
import { period, STATES } from './words.ts'

/** Trials of the city, and what is there of the time before them. */
export function TrialsPage() {
  const { trials, imports, queues, testCalls } = useSuspenseQuery(trialsQuery).data
  return (
    <div className="page">
      <PageTitle
        title="Testbetriebe"
        aside={
          <ButtonLink to="/zahlen/testbetrieb/$id" params={{ id: 'neu' }}>
            Neuer Testbetrieb
          </ButtonLink>
        }
      />
      <Told />
      {trials.length === 0 ? (
        <Empty>
          Noch ist kein Testbetrieb geplant. Er legt vorher fest, was verglichen wird und wann ein Ziel
          erreicht ist.
        </Empty>
      ) : (
        <Table caption="Testbetriebe" hideCaption>
          <thead>
            <tr>
              <th scope="col">Testbetrieb</th>
              <th scope="col">Zeitraum</th>
              <th scope="col">Stand</th>
            </tr>
          </thead>
          <tbody>
            {trials.map(({ id, title, state, published, ...trial }) => (
              <tr key={id}>
                <th scope="row">
                  <Link className="kern-link" to="/zahlen/testbetrieb/$id" params={{ id }}>
                    {title}
                  </Link>
                </th>
                <td>{period(trial.period)}</td>
                <td>
                  {STATES[state]}
                  {published && ', veröffentlicht'}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Card title="Aufzeichnungen von vorher">
        <Imports imports={imports} queues={queues} />
      </Card>
      <Card title="Testanrufe">
        <TestCalls testCalls={testCalls} />
      </Card>
    </div>
  )
}
