import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { dateInWords } from '../platform/times.ts'
import { Empty, Table } from '../ui/index.ts'
import { cityQuery } from './queries.ts'

export function ProvidersPage() {
  const { providers } = useSuspenseQuery(cityQuery).data
  return (
    <AdminPage
      title="Telefon-Dienstleister"
      aside={
        <ButtonLink to="/verwaltung/dienstleister/$id" params={{ id: 'neu' }}>
          Neuer Dienstleister
        </ButtonLink>
      }
    >
      {providers.length === 0 && (
        <Empty>
          Noch ist kein Dienstleister eingetragen. Ohne ihn lassen sich keine Agentenkonten anlegen.
        </Empty>
      )}
      {providers.length > 0 && (
        <Table caption="Telefon-Dienstleister" hideCaption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Vertrag zur Auftragsverarbeitung</th>
            </tr>
          </thead>
          <tbody>
            {providers.map(({ id, name, contractOn }) => (
              <tr key={id}>
                <th scope="row">
                  <Link className="kern-link" to="/verwaltung/dienstleister/$id" params={{ id }}>
                    {name}
                  </Link>
                </th>
                <td>{contractOn ? `vom ${dateInWords(contractOn)}` : 'nicht eingetragen'}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </AdminPage>
  )
}
