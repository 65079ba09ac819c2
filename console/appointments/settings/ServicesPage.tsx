import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { useHasRole } from '../../platform/session.ts'
import { Checkbox, Empty, StatusWord, Table, TextField } from '../../ui/index.ts'
import { settingsQuery } from './queries.ts'
import { bookedServices, type BookedService, VISITS } from './services.ts'

/** Every service that needs a visit, always or in some cases, and how it is booked. */
export function ServicesPage() {
  const settings = useSuspenseQuery(settingsQuery).data
  const maySet = useHasRole('admin')
  const [query, setQuery] = useState('')
  const [onlyBookable, setOnlyBookable] = useState(false)
  const wanted = useDeferredValue(query.trim().toLocaleLowerCase('de'))
  const all = bookedServices(settings)
  const found = all.filter(
    ({ name, setting }) =>
      name.toLocaleLowerCase('de').includes(wanted) && (!onlyBookable || setting?.bookable),
  )
  return (
    <AdminPage title="Leistungen mit Termin">
      <p className="muted">
        Hier stehen alle Leistungen des Katalogs, für die man kommen muss oder in manchen Fällen kommen muss.
      </p>
      <search aria-label="Leistungen" className="search-row">
        <TextField
          label="Suchen"
          type="search"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Checkbox
          label="Nur buchbare"
          checked={onlyBookable}
          onChange={(event) => setOnlyBookable(event.currentTarget.checked)}
        />
        <output className="muted">{`${found.length} von ${all.length} Leistungen`}</output>
      </search>
      {found.length === 0 ? (
        <Empty>Nichts gefunden. Neue Leistungen legt die Verwaltung im Katalog an.</Empty>
      ) : (
        <Services services={found} maySet={maySet} />
      )}
    </AdminPage>
  )
}

function Services({ services, maySet }: { services: readonly BookedService[]; maySet: boolean }) {
  return (
    <Table
      caption="Leistungen mit Termin"
      hideCaption
      heads={['Leistung', 'Besuch nötig', 'Minuten', 'Geräte', 'Stand']}
    >
      <tbody>
        {services.map(({ id, name, needsVisit, setting, devices, lacking }) => (
          <tr key={id}>
            <th scope="row">
              {maySet ? (
                <Link className="kern-link" to="/termine/leistungen/$id" params={{ id }}>
                  {name}
                </Link>
              ) : (
                name
              )}
            </th>
            <td>{VISITS[needsVisit]}</td>
            <td>{setting ? minutesInWords(setting) : ''}</td>
            <td>{devices.join(', ')}</td>
            <td>
              <State bookable={setting?.bookable ?? false} lacking={lacking} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const minutesInWords = ({ setupMinutes, minutes }: { setupMinutes: number; minutes: number }): string =>
  setupMinutes === 0 ? `${minutes}` : `${setupMinutes} + ${minutes}`

function State({ bookable, lacking }: { bookable: boolean; lacking: BookedService['lacking'] }) {
  if (!bookable) return <StatusWord tone="off">nicht buchbar</StatusWord>
  if (lacking.length === 0) return <StatusWord tone="good">buchbar</StatusWord>
  return (
    <>
      <StatusWord tone="warn">Gerät fehlt</StatusWord>
      <span className="muted">{` ${lacking.map(({ office }) => office).join(', ')}`}</span>
    </>
  )
}
