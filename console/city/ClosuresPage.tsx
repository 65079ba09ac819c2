import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ConfirmButton } from '../admin/ConfirmButton.tsx'
import { announce } from '../platform/announce.ts'
import { dateInWords } from '../platform/times.ts'
import { Card, Empty, Table } from '../ui/index.ts'
import { ClosureForm } from './ClosureForm.tsx'
import { cityApi, cityQuery } from './queries.ts'

/** Days on which nobody answers, beside the holidays of the Land. */
export function ClosuresPage() {
  const { data } = useSuspenseQuery(cityQuery)
  return (
    <AdminPage title="Schließungen">
      {data.closures.length === 0 ? (
        <Empty>
          Keine Schließung ist eingetragen. Brückentage und Betriebsausflüge tragen Sie unten ein.
        </Empty>
      ) : (
        <Closures closures={data.closures} />
      )}
      <Card title="Schließung eintragen">
        <ClosureForm />
      </Card>
      <Table caption="Gesetzliche Feiertage (nicht änderbar)">
        <tbody>
          {data.holidays.map(({ date, name }) => (
            <tr key={date}>
              <th scope="row">{name}</th>
              <td>{dateInWords(date)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </AdminPage>
  )
}

function Closures({ closures }: { closures: readonly { date: string; reason: string }[] }) {
  return (
    <Table caption="Eingetragene Schließungen" hideCaption>
      <thead>
        <tr>
          <th scope="col">Tag</th>
          <th scope="col">Grund</th>
          <th scope="col">
            <span className="kern-sr-only">Löschen</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {closures.map(({ date, reason }) => (
          <tr key={date}>
            <th scope="row">{dateInWords(date)}</th>
            <td>{reason}</td>
            <td className="num">
              <Removal date={date} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Removal({ date }: { date: string }) {
  const client = useQueryClient()
  const remove = async () => {
    client.setQueryData(cityQuery.queryKey, await cityApi.removeClosure(date))
    announce('Die Schließung ist gelöscht.')
  }
  return (
    <ConfirmButton label="Löschen" of={dateInWords(date)} question="Schließung löschen?" run={remove}>
      <p>{`Am ${dateInWords(date)} gelten dann die gewöhnlichen Servicezeiten.`}</p>
    </ConfirmButton>
  )
}
