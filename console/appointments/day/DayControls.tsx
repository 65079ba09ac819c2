import { Link, useNavigate } from '@tanstack/react-router'
import type { OfficeDayView } from '../../../src/appointments/day/contract.ts'
import { NamedOptions, Select, TextField } from '../../ui/index.ts'

interface Props {
  day: OfficeDayView
  counter: string
  setCounter: (counter: string) => void
}

/** Which office and which day, and where this computer stands. */
export function DayControls({ day: { office, offices, date, today }, counter, setCounter }: Props) {
  const navigate = useNavigate()
  const show = (search: { buero: string; tag?: string }) => navigate({ to: '/termine/tag', search })
  const at = (tag: string) => ({ buero: office.id, ...(tag === today ? {} : { tag }) })
  return (
    <div className="day__controls">
      {offices.length > 1 && (
        <Select
          label="Büro"
          value={office.id}
          onChange={({ target }) => void show({ ...at(date), buero: target.value })}
        >
          <NamedOptions of={offices} />
        </Select>
      )}
      <TextField
        label="Tag"
        type="date"
        key={date}
        defaultValue={date}
        onChange={({ target }) => target.validity.valid && target.value && void show(at(target.value))}
      />
      <nav className="day__steps" aria-label="Tage">
        <Link to="/termine/tag" search={at(shifted(date, -1))} className="kern-link">
          Tag davor
        </Link>
        {date !== today && (
          <Link to="/termine/tag" search={at(today)} className="kern-link">
            Heute
          </Link>
        )}
        <Link to="/termine/tag" search={at(shifted(date, 1))} className="kern-link">
          Tag danach
        </Link>
      </nav>
      <TextField
        label="Mein Schalter"
        autoComplete="off"
        maxLength={20}
        value={counter}
        onChange={({ target }) => setCounter(target.value)}
      />
    </div>
  )
}

const DAY_MS = 86_400_000

/** Calendar days, so that no clock change is in them. */
const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
