import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { Empty, StatusWord, Table } from '../ui/index.ts'
import { cityQuery } from './queries.ts'
import { LINE_PURPOSES } from './words.ts'

export function LinesPage() {
  const { lines, teams } = useSuspenseQuery(cityQuery).data
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name
  return (
    <AdminPage
      title="Rufnummern"
      aside={
        <ButtonLink to="/verwaltung/rufnummern/$id" params={{ id: 'neu' }}>
          Neue Rufnummer
        </ButtonLink>
      }
    >
      {lines.length === 0 && (
        <Empty>Noch ist keine Rufnummer eingetragen. Ohne sie kommt kein Anruf an.</Empty>
      )}
      {lines.length > 0 && (
        <Table
          caption="Rufnummern der Stadt"
          hideCaption
          heads={['Name', 'Nummer', 'Zweck', 'Nimmt an', 'Ruft zurück', 'Stand']}
        >
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <Link className="kern-link" to="/verwaltung/rufnummern/$id" params={{ id: line.id }}>
                    {line.name}
                  </Link>
                </th>
                <td>{line.numberNational}</td>
                <td>{LINE_PURPOSES[line.purpose]}</td>
                <td>{nameOf(line.answeringTeamId)}</td>
                <td>{nameOf(line.callbackTeamId)}</td>
                <td>
                  <StatusWord tone={line.active ? 'good' : 'off'}>{line.active ? 'aktiv' : 'aus'}</StatusWord>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </AdminPage>
  )
}
