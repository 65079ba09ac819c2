import { useQueryClient } from '@tanstack/react-query'
import type { TrialsView } from '../../../src/trial/plan/contract.ts'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { useMe } from '../../platform/session.ts'
import { dateInWords, dayOf } from '../../platform/times.ts'
import { Table } from '../../ui/index.ts'
import { number } from '../figures/words.ts'
import { ImportForm } from './ImportForm.tsx'
import { pastApi, trialsQuery } from './queries.ts'
import { TallyForm } from './TallyForm.tsx'
import { ODDITIES } from './words.ts'

/** Files of another telephone system: taking one in, what was read of each, taking one back. */
export function Imports({ imports, queues }: Pick<TrialsView, 'imports' | 'queues'>) {
  return (
    <>
      <ImportForm />
      <TallyForm />
      {imports.length > 0 && (
        <Table caption="Eingelesene Dateien">
          <thead>
            <tr>
              <th scope="col">Datei</th>
              <th scope="col">Tage</th>
              <th scope="col" className="num">
                Anrufe
              </th>
              <th scope="col">Auffällig</th>
              <th scope="col">
                <span className="kern-sr-only">Zurücknehmen</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {imports.map((one) => (
              <ImportRow key={one.id} of={one} />
            ))}
          </tbody>
        </Table>
      )}
      {queues.length > 0 && (
        <p className="muted">
          Warteschlangen darin: {queues.map(({ queue, calls }) => `${queue} (${number(calls)})`).join(', ')}.
        </p>
      )}
    </>
  )
}

function ImportRow({
  of: { id, kind, fileName, calls, doubled, first, last, oddities },
}: {
  of: TrialsView['imports'][number]
}) {
  const { timeZone } = useMe().city
  return (
    <tr>
      <th scope="row">
        {fileName}
        {kind === 'tally' && ' (Strichliste)'}
      </th>
      <td>
        {first && last
          ? `${dateInWords(dayOf(first, timeZone))} bis ${dateInWords(dayOf(last, timeZone))}`
          : '–'}
      </td>
      <td className="num">
        {number(calls)}
        {doubled > 0 && ` (${number(doubled)} auch in anderen Dateien, zählen einmal)`}
      </td>
      <td>
        {oddities.length === 0 ? (
          'nichts'
        ) : (
          <ul>
            {oddities.map(({ kind, count, lines }) => (
              <li key={kind}>
                {number(count)}: {ODDITIES[kind] ?? kind}
                {lines.length > 0 && ` (Zeile ${lines.join(', ')}${lines.length < count ? ' …' : ''})`}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        <Undo id={id} fileName={fileName} calls={calls} />
      </td>
    </tr>
  )
}

function Undo({ id, fileName, calls }: Pick<TrialsView['imports'][number], 'id' | 'fileName' | 'calls'>) {
  const client = useQueryClient()
  return (
    <ConfirmButton
      label="Zurücknehmen"
      of={fileName}
      question="Datei zurücknehmen?"
      run={async () => {
        await pastApi.undo(id)
        await client.invalidateQueries({ queryKey: trialsQuery.queryKey })
      }}
    >
      <p>Ihre {number(calls)} Anrufe zählen dann nicht mehr. Die Datei wird gelöscht.</p>
    </ConfirmButton>
  )
}
