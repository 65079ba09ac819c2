import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { Empty, Table } from '../ui/index.ts'
import { cityQuery } from './queries.ts'
import { TEAM_KINDS } from './words.ts'

export function TeamsPage() {
  const { teams, providers } = useSuspenseQuery(cityQuery).data
  const nameOf = (id: string | null) => providers.find((provider) => provider.id === id)?.name ?? 'Stadt'
  return (
    <AdminPage
      title="Teams"
      aside={
        <ButtonLink to="/verwaltung/teams/$id" params={{ id: 'neu' }}>
          Neues Team
        </ButtonLink>
      }
    >
      {teams.length === 0 && (
        <Empty>Noch gibt es kein Team. Legen Sie zuerst eines an, das zurückruft.</Empty>
      )}
      {teams.length > 0 && (
        <Table caption="Teams" hideCaption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Art</th>
              <th scope="col">Gehört zu</th>
              <th scope="col" className="num">
                Rückrufe je Servicestunde
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <tr key={team.id}>
                <th scope="row">
                  <Link className="kern-link" to="/verwaltung/teams/$id" params={{ id: team.id }}>
                    {team.name}
                  </Link>
                </th>
                <td>{TEAM_KINDS[team.kind]}</td>
                <td>{nameOf(team.providerId)}</td>
                <td className="num">{team.callbacksPerHour}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </AdminPage>
  )
}
