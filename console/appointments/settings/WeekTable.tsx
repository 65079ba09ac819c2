import type { WeekView } from '../../../src/appointments/settings/contract.ts'
import { dateInWords } from '../../platform/times.ts'
import { Table } from '../../ui/index.ts'
import { stretchOf } from './clock.ts'

type Day = WeekView['days'][number]

/** The week, stretch by stretch. */
export function WeekTable({ week, caption }: { week: WeekView; caption: string }) {
  return (
    <Table
      caption={caption}
      hideCaption
      heads={['Tag', 'Zeit', 'Menschen am Schalter', 'in der Pause', 'ohne Schalter']}
    >
      <tbody>
        {week.days.map((day) =>
          day.steps.length === 0 ? (
            <Off key={day.date} day={day} />
          ) : (
            day.steps.map((step) => (
              <tr key={`${day.date} ${step.from}`}>
                <th scope="row">{dateInWords(day.date)}</th>
                <td>{stretchOf(step)}</td>
                <td>{step.people}</td>
                <td>{step.onBreak}</td>
                <td>{step.withoutCounter}</td>
              </tr>
            ))
          ),
        )}
      </tbody>
    </Table>
  )
}

function Off({ day }: { day: Day }) {
  return (
    <tr>
      <th scope="row">{dateInWords(day.date)}</th>
      <td colSpan={4}>{day.closedBecause ?? 'niemand arbeitet'}</td>
    </tr>
  )
}
