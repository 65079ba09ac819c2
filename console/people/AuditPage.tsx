import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AuditView } from '../../src/people/contract.ts'
import { AdminPage } from '../admin/AdminPage.tsx'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { momentOf } from '../platform/times.ts'
import { Empty, Table } from '../ui/index.ts'
import { groupLooks } from './groupLooks.ts'
import { auditQuery } from './queries.ts'
import { actionWord } from './words.ts'

/** Who looked at which citizen's data, and what leads did to the telephone. */
export function AuditPage() {
  const { data } = useSuspenseQuery(auditQuery)
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  return (
    <AdminPage title="Protokoll">
      <p className="muted">
        Jeder Blick in Daten von Bürgerinnen und Bürgern und jeder Eingriff der Teamleitung ins Telefon wird
        hier festgehalten. Gezeigt werden die 200 neuesten.
      </p>
      {data.length === 0 && <Empty>Noch ist nichts festgehalten.</Empty>}
      {data.length > 0 && (
        <Table caption="Protokoll" hideCaption heads={['Wann', 'Wer', 'Was', 'Woran', 'Grund']}>
          <tbody>
            {groupLooks(data).map((row) => (
              <tr key={`${row.at} ${row.accountId} ${row.subject.id} ${row.action}`}>
                <td>{momentOf(row.at, now, timeZone)}</td>
                <td>{row.accountName}</td>
                <td>
                  {row.times > 1 ? `${actionWord(row.action)}, ${row.times}-mal` : actionWord(row.action)}
                </td>
                <td>
                  <Subject of={row.subject} />
                </td>
                <td>{row.note}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </AdminPage>
  )
}

/** Case numbers are not in the trail; opening the case from here is a look of its own. */
function Subject({ of: { id, caseId } }: { of: AuditView['subject'] }) {
  if (caseId === null) return <span className="muted">{id}</span>
  return (
    <Link className="kern-link" to="/anliegen/$id" params={{ id: caseId }}>
      {`Anliegen ${caseId.slice(-6)}`}
    </Link>
  )
}
