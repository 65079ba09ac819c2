import type { TrialView } from '../../../src/trial/plan/contract.ts'
import { nameOf } from './words.ts'

/** After how many days a change of ten points will be told from chance: said before, so that nobody decides too early. */
export function EnoughDays({ enough }: Pick<TrialView, 'enough'>) {
  const known = enough.filter(({ days }) => days !== null)
  if (known.length === 0) return null
  return (
    <ul>
      {known.map(({ figure, days }) => (
        <li key={figure}>
          {nameOf(figure)}: Nach {days} Servicetagen lässt sich eine Veränderung um 10 Punkte vom Zufall
          unterscheiden.
        </li>
      ))}
    </ul>
  )
}
