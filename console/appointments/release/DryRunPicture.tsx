import type { CSSProperties } from 'react'
import type { DryRunView } from '../../../src/appointments/release/contract.ts'
import { shortDate } from '../settings/shiftWords.ts'
import { WAYS } from './words.ts'

type Day = DryRunView['days'][number]
type Opening = Day['openings'][number]

/** So many shades tell steps apart. */
const SHADES = 4

/** A bar for each day, as high as its capacity, in the parts that open. Says nothing that the table does not say too. */
export function DryRunPicture({ days }: { days: readonly Day[] }) {
  const most = Math.max(1, ...days.map(({ capacity }) => capacity))
  const parts = days.flatMap((day) => partsOf(day))
  const kinds = [...new Map(parts.map((part) => [part.look, part.word])).entries()]
  return (
    <div className="run" aria-hidden="true">
      <div className="run__days">
        {days.map((day) => (
          <Bar key={day.date} day={day} most={most} />
        ))}
      </div>
      <div className="run__keys">
        {kinds.map(([look, word]) => (
          <span className="run__key" key={look}>
            <span className={`run__part ${look}`} /> {word}
          </span>
        ))}
        <span className="run__key">
          <span className="run__part run__part--closed" /> geschlossen oder niemand da
        </span>
      </div>
    </div>
  )
}

function Bar({ day, most }: { day: Day; most: number }) {
  const height = (minutes: number): CSSProperties => ({ height: `${(minutes / most) * 100}%` })
  const isMonday = new Date(`${day.date}T00:00:00Z`).getUTCDay() === 1
  return (
    <div className="run__day">
      <div className="run__bar">
        {day.capacity === 0 && <span className="run__part run__part--closed" />}
        {partsOf(day).map(({ key, look, minutes }) => (
          <span key={key} className={`run__part ${look}`} style={height(minutes)} />
        ))}
      </div>
      <span className="run__date">{isMonday ? shortDate(day.date).replace(/\d{4}$/, '') : ''}</span>
    </div>
  )
}

/** What opens of a day, in its order; what flows back was in it already. */
function partsOf({ openings }: Day): { key: number; look: string; word: string; minutes: number }[] {
  const opens = openings.filter(({ kind }) => kind === 'opens')
  const moments = [...new Set(opens.map(({ at }) => at))]
  return opens.map((opening, key) => {
    const step = moments.indexOf(opening.at)
    return { key, minutes: opening.minutes, ...lookOf(opening, step, moments.length) }
  })
}

function lookOf({ quota }: Opening, step: number, steps: number): { look: string; word: string } {
  if (quota) return { look: `run__part--${quota}`, word: `zuerst nur für ${WAYS[quota]}` }
  const word = steps === 1 ? 'für alle' : `für alle, ${step + 1}. Stufe`
  return { look: `run__part--step${step % SHADES}`, word }
}
