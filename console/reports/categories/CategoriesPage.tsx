import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { cityQuery } from '../../city/queries.ts'
import { Empty, StatusWord, Table } from '../../ui/index.ts'
import { categoriesQuery } from '../queries.ts'

/** What can be reported, in the order in which citizens see it. */
export function CategoriesPage() {
  const { categories } = useSuspenseQuery(categoriesQuery).data
  const { teams } = useSuspenseQuery(cityQuery).data
  return (
    <AdminPage
      title="Meldungen einrichten"
      aside={
        <ButtonLink to="/verwaltung/meldungen/$id" params={{ id: '+' }}>
          Neue Kategorie
        </ButtonLink>
      }
    >
      <p className="muted">
        Die Kategorien gelten auf jedem Weg: auf der Seite „Etwas melden“ und wenn Sie einen Anruf als Meldung
        aufnehmen.
      </p>
      {categories.length === 0 && (
        <Empty>Noch kann niemand etwas melden. Legen Sie zuerst eine Kategorie an.</Empty>
      )}
      {categories.length > 0 && (
        <Table
          caption="Kategorien"
          hideCaption
          heads={['Kategorie', 'Team', 'Antwort in', 'Fragen', 'Stand']}
        >
          <tbody>
            {categories.map(({ id, name, teamId, answerHours, questions, active }) => (
              <tr key={id}>
                <th scope="row">
                  <Link className="kern-link" to="/verwaltung/meldungen/$id" params={{ id }}>
                    {name}
                  </Link>
                </th>
                <td>{teams.find((team) => team.id === teamId)?.name}</td>
                <td>{answerHours} Servicestunden</td>
                <td>{questions.length}</td>
                <td>
                  <StatusWord tone={active ? 'good' : 'off'}>{active ? 'angeboten' : 'aus'}</StatusWord>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </AdminPage>
  )
}
