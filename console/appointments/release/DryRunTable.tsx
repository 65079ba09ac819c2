import type { DryRunView } from '../../../src/appointments/release/contract.ts'
import { serverNow } from '../../platform/serverClock.ts'
import { useMe } from '../../platform/session.ts'
import { dateInWords, momentOf } from '../../platform/times.ts'
import { Table } from '../../ui/index.ts'
import { WAYS } from './words.ts'

type Day = DryRunView['days'][number]

/** The dry run in words, day by day. */
export function DryRunTable({ run }: { run: DryRunView }) {
  const caption = `Was wann frei wird, in Terminen von ${run.service.minutes} Minuten`
  return (
    <Table caption={caption} heads={['Tag', 'Minuten', 'gebucht', 'Termine, etwa', 'Wird frei']}>
      <tbody>
        {run.days.map((day) => (
          <tr key={day.date}>
            <th scope="row">{dateInWords(day.date)}</th>
            <td className="num">{day.capacity}</td>
            <td className="num">{day.taken}</td>
            <td className="num">{day.appointments}</td>
            <td>
              <Openings day={day} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Openings({ day: { openings, closedBecause, capacity } }: { day: Day }) {
  const { timeZone } = useMe().city
  if (closedBecause !== null) return closedBecause
  if (capacity === 0) return 'niemand hat Dienst'
  if (openings.length === 0) return 'ohne Freischaltung buchbar'
  return (
    <ul className="plain-list">
      {openings.map(({ at, kind, quota, minutes, appointments }, place) => (
        <li key={place}>
          {at === null ? 'von Anfang an' : momentOf(at, serverNow(), timeZone)}
          {`: ${kind === 'opens' ? '' : 'bis zu '}${minutes} Minuten, etwa ${appointments} Termine, `}
          {kind === 'opens'
            ? `für ${quota ? WAYS[quota] : 'alle'}`
            : `von ${quota ? WAYS[quota] : ''} zurück an alle`}
        </li>
      ))}
    </ul>
  )
}
