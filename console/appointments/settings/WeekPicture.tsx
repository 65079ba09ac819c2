import type { CSSProperties } from 'react'
import type { WeekView } from '../../../src/appointments/settings/contract.ts'
import { stretchOf } from './clock.ts'
import { dayInWords } from './weekWords.ts'

type Day = WeekView['days'][number]
type Step = Day['steps'][number]
interface Scale {
  from: number
  to: number
  most: number
}

/** The week as bars: as high as people are at work. Says nothing that the table below does not say too. */
export function WeekPicture({ week }: { week: WeekView }) {
  const steps = week.days.flatMap((day) => day.steps)
  const scale = scaleOf(steps, week.counters)
  const isCut = steps.some(({ withoutCounter }) => withoutCounter > 0)
  return (
    <div className="staff" aria-hidden="true">
      <Hours scale={scale} />
      {week.days.map((day) => (
        <div className="staff__day" key={day.date}>
          <span className="staff__name">{dayInWords(day.date)}</span>
          <div className="staff__track">
            {day.closedBecause !== null && <span className="staff__closed">{day.closedBecause}</span>}
            {day.steps.map((step) => (
              <Bar key={step.from} step={step} scale={scale} />
            ))}
          </div>
        </div>
      ))}
      {isCut && (
        <p className="staff__key">
          <span className="staff__cut staff__sample" /> da, aber ohne Schalter (es gibt {week.counters})
        </p>
      )}
    </div>
  )
}

function scaleOf(steps: readonly Step[], counters: number): Scale {
  const hour = 60
  return {
    from: Math.floor(Math.min(8 * hour, ...steps.map(({ from }) => from)) / hour) * hour,
    to: Math.ceil(Math.max(16 * hour, ...steps.map(({ to }) => to)) / hour) * hour,
    most: Math.max(
      Math.min(counters, 1),
      ...steps.map(({ people, withoutCounter }) => people + withoutCounter),
    ),
  }
}

const across = ({ from, to }: Scale, minute: number): string => `${((minute - from) / (to - from)) * 100}%`

function Hours({ scale }: { scale: Scale }) {
  const every = scale.to - scale.from > 12 * 60 ? 4 : 2
  const hours = []
  for (let minute = scale.from; minute < scale.to; minute += every * 60) hours.push(minute)
  return (
    <div className="staff__hours">
      {hours.map((minute) => (
        <span key={minute} style={{ left: across(scale, minute) } satisfies CSSProperties}>
          {minute / 60}
        </span>
      ))}
    </div>
  )
}

function Bar({ step, scale }: { step: Step; scale: Scale }) {
  const { from, to, people, withoutCounter, onBreak } = step
  const place = { left: across(scale, from), width: `${((to - from) / (scale.to - scale.from)) * 100}%` }
  const high = (count: number): string => `${(count / scale.most) * 100}%`
  return (
    <div className="staff__step" style={place} title={stretchOf(step)}>
      {people + withoutCounter === 0 && onBreak > 0 && <div className="staff__break">Pause</div>}
      {withoutCounter > 0 && (
        <div className="staff__cut" style={{ height: high(withoutCounter) }}>
          {withoutCounter}
        </div>
      )}
      {people > 0 && (
        <div className="staff__people" style={{ height: high(people) }}>
          {people}
        </div>
      )}
    </div>
  )
}
