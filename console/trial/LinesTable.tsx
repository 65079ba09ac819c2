import type { Board } from '../../src/trial/contract.ts'
import { StatusWord, Table } from '../ui/index.ts'

/** Each line: open or not, who waits, who can answer. */
export function LinesTable({ lines }: { lines: Board['lines'] }) {
  return (
    <Table caption="Leitungen" hideCaption>
      <thead>
        <tr>
          <th scope="col">Leitung</th>
          <th scope="col">Servicezeit</th>
          {['wartet', 'bereit', 'im Gespräch', 'Nacharbeit', 'nicht bereit'].map((head) => (
            <th scope="col" className="num" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, open, hoursText, waiting, agents }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>
              <StatusWord tone={open ? 'good' : 'off'}>{open ? 'offen' : 'geschlossen'}</StatusWord>{' '}
              <span className="muted">{hoursText}</span>
            </td>
            <td className="num">{waiting}</td>
            <td className="num">{agents.available}</td>
            <td className="num">{agents.inCall}</td>
            <td className="num">{agents.wrapUp}</td>
            <td className="num">
              {agents.notReady} <span className="muted">{agents.notReadyWhy}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
