import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Empty, KeysSwitch, NamedOptions, PageTitle, Select, Told } from '../../ui/index.ts'
import { toSettleQuery } from './queries.ts'
import { SettleTable } from './SettleTable.tsx'
import './day.css'

/** Whom a changed plan or a closure has left without a place, and a new time for each. */
export function SettlePage() {
  const { buero } = useSearch({ from: '/shell/termine/klaeren' })
  const { data } = useSuspenseQuery(toSettleQuery(buero))
  const navigate = useNavigate()
  const { office, offices, items } = data
  return (
    <div className="admin__page day">
      <PageTitle title={`Zu klären · ${office.name}`} />
      <Told />
      <p>
        Diese Termine können nicht stattfinden, wie sie gebucht sind. Jeder behält seinen Rang: Wer zuerst
        dran war, bekommt zuerst eine neue Zeit. Der alte Termin steht, bis der neue sicher ist.
      </p>
      {offices.length > 1 && (
        <div className="day__controls">
          <Select
            label="Büro"
            value={office.id}
            onChange={({ target }) =>
              void navigate({ to: '/termine/klaeren', search: { buero: target.value } })
            }
          >
            <NamedOptions of={offices} />
          </Select>
        </div>
      )}
      {items.length === 0 ? (
        <Empty>
          Nichts ist zu klären. Nach einer Schließung oder einem geänderten Dienst stehen Termine hier.
        </Empty>
      ) : (
        <SettleTable key={office.id} items={items} />
      )}
      <KeysSwitch />
    </div>
  )
}
