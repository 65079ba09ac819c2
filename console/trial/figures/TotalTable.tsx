import type { CallbackFigures, PromiseFigures } from '../../../src/trial/callbackFigures/contract.ts'
import { Table } from '../../ui/index.ts'
import { definitions } from './definitions.ts'

/** Every figure with what it counts, of what, and how it is meant. */
export function TotalTable({ of, cases }: { of: PromiseFigures; cases: CallbackFigures['cases'] }) {
  return (
    <div className="callback-figures__total">
      <Table caption="Alle Zusagen des Zeitraums" hideCaption>
        <thead>
          <tr>
            <th scope="col">Kennzahl, Zähler und Nenner</th>
            <th scope="col" className="num">
              Wert
            </th>
          </tr>
        </thead>
        <tbody>
          {definitions(of, cases).map(({ name, value, counts, means }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <span className="callback-figures__counts">{counts}</span>
                <details>
                  <summary>
                    So gezählt<span className="kern-sr-only">: {name}</span>
                  </summary>
                  <p>{means}</p>
                </details>
              </th>
              <td className="num">{value}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
