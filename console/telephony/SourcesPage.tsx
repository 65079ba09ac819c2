import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { Empty, StatusWord, Table } from '../ui/index.ts'
import { sourcesQuery } from './queries.ts'
import { KINDS } from './words.ts'

/** Telephone systems that report their calls to us. */
export function SourcesPage() {
  const { data: sources } = useSuspenseQuery(sourcesQuery)
  return (
    <AdminPage
      title="Telefonanlagen"
      aside={
        <ButtonLink to="/verwaltung/telefonanlagen/$id" params={{ id: 'neu' }}>
          Neue Telefonanlage
        </ButtonLink>
      }
    >
      <p className="muted">
        Eine vorhandene Telefonanlage meldet ihre Anrufe an eine Adresse, die nur sie kennt. Solche Anrufe
        werden gemessen, nicht verteilt.
      </p>
      {sources.length === 0 && (
        <Empty>
          Keine Telefonanlage ist eingetragen. Mit „Neue Telefonanlage“ bekommen Sie die Adresse für sie.
        </Empty>
      )}
      {sources.length > 0 && (
        <Table caption="Telefonanlagen" hideCaption heads={['Name', 'Art', 'Signatur', 'Stand']}>
          <tbody>
            {sources.map(({ id, name, kind, signatureRequired, active }) => (
              <tr key={id}>
                <th scope="row">
                  <Link className="kern-link" to="/verwaltung/telefonanlagen/$id" params={{ id }}>
                    {name}
                  </Link>
                </th>
                <td>{KINDS[kind]}</td>
                <td>{signatureRequired ? 'wird verlangt' : 'wird nicht verlangt'}</td>
                <td>
                  <StatusWord tone={active ? 'good' : 'off'}>{active ? 'aktiv' : 'aus'}</StatusWord>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </AdminPage>
  )
}
