import type { ConflictView } from '../../../src/appointments/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { momentOf } from '../../platform/times.ts'
import { useMe } from '../../platform/session.ts'
import { useNow } from '../../platform/now.ts'
import { Button, Dialog, Table } from '../../ui/index.ts'
import { settingsQuery } from './queries.ts'

interface Props {
  change: {
    conflicts: readonly ConflictView[] | null
    busy: boolean
    accept: () => void
    goBack: () => void
  }
}

/** Which appointments a change would leave without a place; nothing is stored yet. */
export function ConflictDialog({ change: { conflicts, busy, accept, goBack } }: Props) {
  if (!conflicts) return null
  const many = conflicts.length
  return (
    <Dialog
      title={many === 1 ? 'Ein Termin hätte keinen Platz mehr' : `${many} Termine hätten keinen Platz mehr`}
      onClose={goBack}
      footer={
        <>
          <Button variant="primary" onClick={goBack}>
            Zurück, nichts ändern
          </Button>
          <Button busy={busy} onClick={accept}>
            Trotzdem speichern
          </Button>
        </>
      }
    >
      <p>
        Noch ist nichts gespeichert. Wenn Sie trotzdem speichern, bleiben diese Termine stehen und sind unter
        „Zu klären“ vermerkt: Jemand muss den Menschen eine andere Zeit geben.
      </p>
      <ConflictTable conflicts={conflicts} />
    </Dialog>
  )
}

function ConflictTable({ conflicts }: { conflicts: readonly ConflictView[] }) {
  const { timeZone } = useMe().city
  const now = useNow()
  const { data } = useQuery(settingsQuery)
  const nameOf = (id: string) => data?.offices.find((office) => office.id === id)?.name ?? id
  return (
    <Table caption="Termine ohne Platz" hideCaption heads={['Termin', 'Wann', 'Büro']}>
      <tbody>
        {conflicts.map(({ reference, start, officeId }) => (
          <tr key={reference}>
            <th scope="row">{reference}</th>
            <td>{momentOf(start, now, timeZone)}</td>
            <td>{nameOf(officeId)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
