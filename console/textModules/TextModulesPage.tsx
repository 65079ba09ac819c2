import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { cityQuery } from '../city/queries.ts'
import { Empty, Table } from '../ui/index.ts'
import { LANGUAGES } from './languages.ts'
import { textModulesQuery } from './queries.ts'

/** What is written often, for notes and for answers. */
export function TextModulesPage() {
  const { modules } = useSuspenseQuery(textModulesQuery).data
  const { teams } = useSuspenseQuery(cityQuery).data
  return (
    <AdminPage
      title="Textbausteine"
      aside={
        <ButtonLink to="/verwaltung/textbausteine/$id" params={{ id: 'neu' }}>
          Neuer Textbaustein
        </ButtonLink>
      }
    >
      <p className="muted">
        In einer Notiz oder Antwort fügt man sie mit „/“ ein; zuerst stehen die in der Sprache der Person.
        Jede Fassung bleibt im Ereignisprotokoll lesbar.
      </p>
      {modules.length === 0 && <Empty>Noch gibt es keinen Textbaustein.</Empty>}
      {modules.length > 0 && (
        <Table caption="Textbausteine" hideCaption heads={['Name', 'Sprache', 'Für', 'Text', 'Stand']}>
          <tbody>
            {modules.map(({ id, name, lang, text, teamId, active, version }) => (
              <tr key={id}>
                <th scope="row">
                  <Link className="kern-link" to="/verwaltung/textbausteine/$id" params={{ id }}>
                    {name}
                  </Link>
                </th>
                <td>{LANGUAGES[lang]}</td>
                <td>{teams.find((team) => team.id === teamId)?.name ?? 'alle Teams'}</td>
                <td>{text}</td>
                <td>{active ? `Fassung ${version}` : 'abgeschaltet'}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </AdminPage>
  )
}
