import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { ConfirmButton } from '../admin/ConfirmButton.tsx'
import { announce } from '../platform/announce.ts'
import { Empty, Table } from '../ui/index.ts'
import { outsideApi, outsideQuery } from './queries.ts'

/** The outside numbers that a call may be passed on to. */
export function OutsidePage() {
  const { numbers } = useSuspenseQuery(outsideQuery).data
  return (
    <AdminPage
      title="Externe Ziele"
      aside={
        <ButtonLink to="/verwaltung/externe-ziele/$id" params={{ id: 'neu' }}>
          Neues Ziel
        </ButtonLink>
      }
    >
      <p className="muted">
        Nur zu diesen Nummern kann ein Anruf weiterverbunden werden. Agentinnen und Agenten sehen Namen und
        Zweck, nicht die Nummer.
      </p>
      {numbers.length === 0 && <Empty>Noch ist kein Ziel eingetragen.</Empty>}
      {numbers.length > 0 && (
        <Table caption="Externe Ziele" hideCaption heads={['Name', 'Nummer', 'Zweck', 'Löschen']}>
          <tbody>
            {numbers.map(({ id, name, numberNational, purpose }) => (
              <tr key={id}>
                <th scope="row">
                  <Link className="kern-link" to="/verwaltung/externe-ziele/$id" params={{ id }}>
                    {name}
                  </Link>
                </th>
                <td className="num">{numberNational}</td>
                <td>{purpose}</td>
                <td>
                  <Removal id={id} name={name} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </AdminPage>
  )
}

function Removal({ id, name }: { id: string; name: string }) {
  const client = useQueryClient()
  const remove = async () => {
    client.setQueryData(outsideQuery.queryKey, await outsideApi.remove(id))
    announce('Das Ziel ist gelöscht.')
  }
  return (
    <ConfirmButton label="Löschen" of={name} question={`${name} löschen?`} run={remove}>
      <p>Dann kann niemand mehr dorthin verbinden.</p>
    </ConfirmButton>
  )
}
