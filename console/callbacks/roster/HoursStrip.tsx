import { Card } from '../../ui/index.ts'
import type { Roster } from './queries.ts'
import { dayInWords } from './words.ts'

type Day = Roster['days'][number]

/** How many people are there in each service hour of the week. */
export function HoursStrip({ days }: { days: readonly Day[] }) {
  const shown = days.filter(({ hours, closedBecause }) => hours.length > 0 || closedBecause !== null)
  return (
    <Card title="Menschen je Servicestunde">
      <p className="muted">
        Gezählt sind alle, die in einem Teil der Stunde da sind, auch neben dem Schalter.
      </p>
      <ul className="strip">
        {shown.map((day) => (
          <li className="strip__day" key={day.date}>
            <span className="strip__name">{dayInWords(day.date)}</span>
            {day.hours.length === 0 ? (
              <span className="muted">{day.closedBecause}</span>
            ) : (
              <ol className="strip__hours">
                {day.hours.map((hour) => (
                  <Hour key={hour.from} of={hour} />
                ))}
              </ol>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Hour({ of: { from, to, people } }: { of: Day['hours'][number] }) {
  return (
    <li className={people === 0 ? 'strip__hour strip__hour--none' : 'strip__hour'}>
      <span className="kern-sr-only">{`${from} bis ${to} Uhr: ${wordOf(people)}`}</span>
      <span aria-hidden="true" className="strip__clock">
        {from}
      </span>
      <span aria-hidden="true" className="strip__people">
        {people}
      </span>
    </li>
  )
}

function wordOf(people: number): string {
  if (people === 0) return 'niemand'
  return people === 1 ? 'eine Person' : `${people} Personen`
}
