import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { CatalogueEntryView } from '../../src/catalogue/contract.ts'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { Empty, StatusWord, Table, TextField } from '../ui/index.ts'
import { catalogueQuery } from './queries.ts'
import { CHANNELS } from './words.ts'

/** All services, also those that are not offered. */
export function CataloguePage() {
  const { data } = useSuspenseQuery(catalogueQuery)
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query.trim().toLocaleLowerCase('de'))
  const found = data.filter((entry) => wanted === '' || textOfEntry(entry).includes(wanted))
  return (
    <AdminPage
      title="Leistungen"
      aside={
        <ButtonLink to="/verwaltung/leistungen/$id" params={{ id: 'neu' }}>
          Neue Leistung
        </ButtonLink>
      }
    >
      <search aria-label="Leistungen">
        <TextField
          label="Suchen"
          type="search"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <output className="muted">
          {found.length} von {data.length} Leistungen
        </output>
      </search>
      {found.length === 0 ? (
        <Empty>Nichts gefunden. Gesucht wird im Namen, im einfachen Namen und in den anderen Wörtern.</Empty>
      ) : (
        <Entries entries={found} />
      )}
    </AdminPage>
  )
}

const textOfEntry = ({ name, plainName, synonyms }: CatalogueEntryView): string =>
  [name, plainName, ...synonyms].join(' ').toLocaleLowerCase('de')

function Entries({ entries }: { entries: readonly CatalogueEntryView[] }) {
  return (
    <Table caption="Leistungen" hideCaption heads={['Leistung', 'Weg', 'Zuständig', 'Stand']}>
      <tbody>
        {entries.map(({ id, name, channel, department, active }) => (
          <tr key={id}>
            <th scope="row">
              <Link className="kern-link" to="/verwaltung/leistungen/$id" params={{ id }}>
                {name}
              </Link>
            </th>
            <td>{CHANNELS[channel]}</td>
            <td>{department}</td>
            <td>
              <StatusWord tone={active ? 'good' : 'off'}>{active ? 'angeboten' : 'aus'}</StatusWord>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
