import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { MisuseView } from '../../src/city/contract.ts'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ConfirmButton } from '../admin/ConfirmButton.tsx'
import { announce } from '../platform/announce.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { momentOf } from '../platform/times.ts'
import { Card, Empty, Table } from '../ui/index.ts'
import { CallLimitsForm } from './CallLimitsForm.tsx'
import { DialPermissionForm } from './DialPermissionForm.tsx'
import { misuseApi, misuseQuery } from './queries.ts'

/** Which numbers are dialled beyond ordinary ones, and how often one number gets through. */
export function MisusePage() {
  const { data } = useSuspenseQuery(misuseQuery)
  return (
    <AdminPage title="Missbrauch">
      <h2>Welche Nummern angerufen werden</h2>
      <p>
        Angerufen werden Festnetz, Handys und kostenlose Nummern in Deutschland. Teure Nummern, Sondernummern
        und das Ausland nur, wenn es hier erlaubt ist. Der Notruf 110 und 112 geht immer, ohne diese Liste.
      </p>
      {data.permissions.length === 0 ? (
        <Empty>Nichts ist zusätzlich erlaubt.</Empty>
      ) : (
        <Permissions permissions={data.permissions} />
      )}
      <Card title="Nummern erlauben">
        <DialPermissionForm />
      </Card>
      <Card title="Wie viele Anrufe durchkommen">
        <CallLimitsForm limits={data.limits} />
      </Card>
    </AdminPage>
  )
}

function Permissions({ permissions }: Pick<MisuseView, 'permissions'>) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  return (
    <Table caption="Erlaubte Nummern" hideCaption heads={['Anfang', 'Grund', 'Wer', 'Wann', 'Löschen']}>
      <tbody>
        {permissions.map(({ prefix, reason, by, at }) => (
          <tr key={prefix}>
            <th scope="row">{`${prefix} …`}</th>
            <td>{reason}</td>
            <td>{by}</td>
            <td>{momentOf(at, now, timeZone)}</td>
            <td className="num">
              <Removal prefix={prefix} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Removal({ prefix }: { prefix: string }) {
  const client = useQueryClient()
  const remove = async () => {
    client.setQueryData(misuseQuery.queryKey, await misuseApi.forbid(prefix))
    announce('Die Erlaubnis ist entzogen.')
  }
  return (
    <ConfirmButton label="Löschen" of={prefix} question="Erlaubnis entziehen?" run={remove}>
      <p>{`Nummern mit dem Anfang ${prefix} werden dann nicht mehr angerufen, auch nicht für zugesagte Rückrufe.`}</p>
    </ConfirmButton>
  )
}
