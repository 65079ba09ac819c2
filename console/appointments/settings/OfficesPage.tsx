import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SettingsView } from '../../../src/appointments/contract.ts'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { useHasRole } from '../../platform/session.ts'
import { Empty, StatusWord, Table } from '../../ui/index.ts'
import { settingsQuery } from './queries.ts'

/** Where the city gives appointments. */
export function OfficesPage() {
  const { offices } = useSuspenseQuery(settingsQuery).data
  const maySet = useHasRole('admin')
  return (
    <AdminPage
      title="Büros"
      aside={
        maySet && (
          <ButtonLink to="/termine/bueros/$id" params={{ id: 'neu' }}>
            Neues Büro
          </ButtonLink>
        )
      }
    >
      {offices.length === 0 ? (
        <Empty>
          Noch gibt es kein Büro mit Terminen. Nötig sind ein Büro, Dienste mit Menschen, die dort arbeiten,
          und Leistungen, die man buchen kann.
        </Empty>
      ) : (
        <Table
          caption="Büros"
          hideCaption
          heads={['Büro', 'Anschrift', 'Schalter', 'Geräte', 'Dienste', 'Stand']}
        >
          <tbody>
            {offices.map((office) => (
              <Row key={office.id} office={office} maySet={maySet} />
            ))}
          </tbody>
        </Table>
      )}
    </AdminPage>
  )
}

function Row({ office, maySet }: { office: SettingsView['offices'][number]; maySet: boolean }) {
  const { id, name, address, counters, devices, shifts, active } = office
  return (
    <tr>
      <th scope="row">
        {maySet ? (
          <Link className="kern-link" to="/termine/bueros/$id" params={{ id }}>
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td>{address}</td>
      <td className="num">{counters}</td>
      <td>
        {devices.length === 0 ? 'keine' : devices.map(({ name, units }) => `${units} × ${name}`).join(', ')}
      </td>
      <td className="num">{shifts.length}</td>
      <td>
        <StatusWord tone={active ? 'good' : 'off'}>{active ? 'vergibt Termine' : 'aus'}</StatusWord>
      </td>
    </tr>
  )
}
