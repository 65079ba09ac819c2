import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { messageOf } from '../platform/apiError.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { Empty, Table } from '../ui/index.ts'
import { useRowFocus } from './useRowFocus.ts'
import { WorklistRow } from './WorklistRow.tsx'

interface Props {
  items: readonly WorklistItem[]
  refusal: { id: string | null; error: unknown } | null
  onChoose: (item: WorklistItem) => void
}

const FOCUS = {
  /** The first row that this person can work on. */
  best: (rows: readonly WorklistItem[]) =>
    rows.find(({ state, mine }) => state === 'waiting' || mine) ?? rows[0],
  gone: 'Dieser Rückruf ist nicht mehr offen.',
}

/** Open callbacks, the most urgent promise first. */
export function Worklist({ items, refusal, onChoose }: Props) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  const { rows, tabbable, register, hold, release, onKeyDown } = useRowFocus(items, FOCUS)
  if (rows.length === 0) {
    return (
      <Empty>
        Kein Rückruf ist offen. Sobald am Telefon ein Rückruf zugesagt wird, steht er hier, ohne dass Sie die
        Seite neu laden.
      </Empty>
    )
  }
  return (
    <div className="worklist" onKeyDown={onKeyDown} onBlur={release} role="presentation">
      <Table
        caption="Offene Rückrufe, geordnet nach der Zusage"
        hideCaption
        heads={['Zusage', 'Nummer', 'Anliegen', 'Versuch', 'Bei', 'Stand']}
      >
        <tbody>
          {rows.map((item) => (
            <WorklistRow
              key={item.id}
              item={item}
              now={now}
              timeZone={timeZone}
              tabbable={item.id === tabbable}
              refusal={refusal?.id === item.id ? messageOf(refusal.error) : undefined}
              button={register(item.id)}
              onFocus={() => hold(item.id)}
              onChoose={() => onChoose(item)}
            />
          ))}
        </tbody>
      </Table>
    </div>
  )
}
