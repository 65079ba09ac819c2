import type { CallbackFigures, PromiseFigures } from '../../../src/trial/callbackFigures/contract.ts'
import { Table } from '../../ui/index.ts'
import { minutes, number, ratio, share } from './words.ts'

type Group = CallbackFigures['groups'][number]

type Columns = readonly (readonly [head: string, cell: (of: PromiseFigures) => string])[]

const PROMISES: Columns = [
  ['Zugesagt', (of) => number(of.promised)],
  ['Gehalten', (of) => `${number(of.kept)} (${share(of.kept, of.kept + of.broken)})`],
  ['Gebrochen', (of) => number(of.broken)],
  ['davon nicht übernommen', (of) => number(of.brokenNobodyTookIt)],
  ['nicht angerufen', (of) => number(of.brokenOwnerDidNotCall)],
  ['nicht durchgekommen', (of) => number(of.brokenTelephoneFailed)],
  ['niemand im Dienst', (of) => number(of.brokenNobodyOnDuty)],
  ['Nummer gibt es nicht', (of) => number(of.brokenWrongNumber)],
  ['Zurückgezogen', (of) => number(of.withdrawn)],
  ['Verschoben', (of) => number(of.moved)],
  ['Offen', (of) => number(of.open)],
]

const CALLS: Columns = [
  ['Beim ersten Versuch erreicht', (of) => fraction(of.firstReached, of.firstAttempts)],
  [
    'Versuche je Erfolg',
    (of) => `${ratio(of.tries, of.reached)} (${number(of.tries)} / ${number(of.reached)})`,
  ],
  ['Im ersten Gespräch erledigt', (of) => fraction(of.settledAtOnce, of.spoken)],
  ['Erster Versuch nach, Median', (of) => minutes(of.firstAttemptMedianMs)],
  ['90 von 100', (of) => minutes(of.firstAttemptP90Ms)],
  ['in Servicezeit, Median', (of) => minutes(of.firstAttemptServiceMedianMs)],
  ['in Servicezeit, 90 von 100', (of) => minutes(of.firstAttemptServiceP90Ms)],
]

const fraction = (part: number, whole: number): string =>
  `${number(part)} von ${number(whole)} (${share(part, whole)})`

/** The same figures for each group that may be shown, and for the others as one. */
export function GroupTables({ of, head }: { of: Group; head: string }) {
  return (
    <div className="callback-figures__groups">
      <GroupTable of={of} head={head} caption={`Zusagen nach ${head}`} columns={PROMISES} />
      <GroupTable of={of} head={head} caption={`Anrufe und Zeiten nach ${head}`} columns={CALLS} />
      {of.rest && (
        <p className="muted">
          {`Übrige: ${of.rest.groups} zusammen, von denen mindestens eine unter 5 Zusagen hat. So lässt sich keine einzelne errechnen.`}
        </p>
      )}
    </div>
  )
}

function GroupTable({
  of: { shown, rest },
  head,
  caption,
  columns,
}: {
  of: Group
  head: string
  caption: string
  columns: Columns
}) {
  const others = rest ? [{ key: 'rest', name: `Übrige (${rest.groups})`, figures: rest.figures }] : []
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map(([name]) => (
            <th scope="col" className="num" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...shown, ...others].map(({ key, name, figures }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {columns.map(([column, cell]) => (
              <td className="num" key={column}>
                {cell(figures)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
