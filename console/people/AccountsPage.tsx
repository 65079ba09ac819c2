import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { cityQuery } from '../city/queries.ts'
import { StatusWord, Table } from '../ui/index.ts'
import { accountsQuery } from './queries.ts'
import { ROLES } from './words.ts'

export function AccountsPage() {
  const { data: accounts } = useSuspenseQuery(accountsQuery)
  const { teams } = useSuspenseQuery(cityQuery).data
  const namesOf = (ids: readonly string[]) =>
    teams
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ')
  return (
    <AdminPage
      title="Konten"
      aside={
        <ButtonLink to="/verwaltung/konten/$id" params={{ id: 'neu' }}>
          Neues Konto
        </ButtonLink>
      }
    >
      <Table
        caption="Konten"
        hideCaption
        heads={['Name', 'Anmeldename', 'Rolle', 'Teams', 'Zweiter Faktor', 'Stand']}
      >
        <tbody>
          {accounts.map(({ id, name, login, role, teamIds, secondFactor, active }) => (
            <tr key={id}>
              <th scope="row">
                <Link className="kern-link" to="/verwaltung/konten/$id" params={{ id }}>
                  {name}
                </Link>
              </th>
              <td>{login}</td>
              <td>{ROLES[role]}</td>
              <td>{namesOf(teamIds)}</td>
              <td>{secondFactor ? 'ja' : 'nein'}</td>
              <td>
                <StatusWord tone={active ? 'good' : 'off'}>{active ? 'aktiv' : 'gesperrt'}</StatusWord>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </AdminPage>
  )
}
