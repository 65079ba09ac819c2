import type { DayFigures } from '../../src/trial/contract.ts'
import { serviceLevels, WAIT_BUCKETS, waitFigure } from '../../src/shared/waitBuckets.ts'
import { Table } from '../ui/index.ts'

const PROMISED_MS = 15_000

/** How long today's callers waited: everybody, not only a percentage. */
export function Waits({ waits }: { waits: DayFigures['waits'] }) {
  const { sl, sl2 } = serviceLevels(waits, PROMISED_MS)
  if (sl2 === null) return <p className="muted">Heute hat noch niemand gewartet.</p>
  return (
    <>
      <p>
        {`In 15 Sekunden: ${percent(sl)} der angenommenen Anrufe; zählt man mit, wer aufgelegt hat: ${percent(sl2)}.`}
      </p>
      <Table caption="Wartezeiten heute" hideCaption>
        <thead>
          <tr>
            <th scope="col">Gewartet</th>
            <th scope="col" className="num">
              Angenommen
            </th>
            <th scope="col" className="num">
              Aufgelegt
            </th>
          </tr>
        </thead>
        <tbody>
          {WAIT_BUCKETS.map(({ after, edge }) => (
            <tr key={after}>
              <th scope="row">{edge === null ? `länger als ${after / 1000} s` : `bis ${edge / 1000} s`}</th>
              <td className="num">{waits[waitFigure('answered', edge)]}</td>
              <td className="num">{waits[waitFigure('abandoned', edge)]}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

/** Never rounded up: 100 % means everybody. */
const percent = (share: number | null): string =>
  share === null ? '–' : `${(Math.floor(share * 1000) / 10).toLocaleString('de-DE')} %`
