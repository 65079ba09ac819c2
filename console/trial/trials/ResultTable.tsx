import type { TrialView } from '../../../src/trial/plan/contract.ts'
import { Table } from '../../ui/index.ts'
import { ANSWERS, nameOf, percent, RECOMMENDED, VERDICTS } from './words.ts'

type Result = Pick<NonNullable<TrialView['result']>, 'answer' | 'recommendation' | 'figures'>

/** What a result says, target by target. */
export function ResultTable({ result, caption }: { result: Result; caption: string }) {
  return (
    <>
      <p>
        Besser als vorher? <strong>{ANSWERS[result.answer]}</strong>. Empfehlung nach der Regel:{' '}
        <strong>{RECOMMENDED[result.recommendation]}</strong>.
      </p>
      <Table caption={caption}>
        <thead>
          <tr>
            <th scope="col">Ziel</th>
            <th scope="col" className="num">
              Testbetrieb
            </th>
            <th scope="col" className="num">
              sicher zwischen
            </th>
            <th scope="col" className="num">
              vorher
            </th>
            <th scope="col" className="num">
              Ziel
            </th>
            <th scope="col">Ergebnis</th>
          </tr>
        </thead>
        <tbody>
          {result.figures.map(({ figure, trial, before, target, verdict }) => (
            <tr key={figure}>
              <th scope="row">{nameOf(figure)}</th>
              <td className="num">{trial ? percent(trial.value) : '–'}</td>
              <td className="num">
                {trial && trial.low !== null && trial.high !== null
                  ? `${percent(trial.low)} und ${percent(trial.high)}`
                  : '–'}
              </td>
              <td className="num">{before ? percent(before.value) : '–'}</td>
              <td className="num">{percent(target)}</td>
              <td>{VERDICTS[verdict]}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}
