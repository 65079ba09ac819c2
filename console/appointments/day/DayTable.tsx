import { useEffect, useState } from 'react'
import type { DayItem, OfficeDayView } from '../../../src/appointments/day/contract.ts'
import { messageOf } from '../../platform/apiError.ts'
import { useHotkeys } from '../../platform/hotkeys.ts'
import { useNow } from '../../platform/now.ts'
import { useMe } from '../../platform/session.ts'
import { ErrorNotice, Kbd, Table } from '../../ui/index.ts'
import { CounterDialog } from './CounterDialog.tsx'
import { DayRow } from './DayRow.tsx'
import { MarkBar } from './MarkBar.tsx'
import { isPossible, marks, type Verb } from './marks.ts'
import { useDayRows } from './useDayRows.ts'
import { useMarks } from './useMarks.ts'

interface Props {
  day: OfficeDayView
  /** Where this computer stands; blank until it was said. */
  counter: string
  setCounter: (counter: string) => void
}

/** The list of a day, and what can be said of the chosen row. */
export function DayTable({ day: { office, items, date, today }, counter, setCounter }: Props) {
  const { timeZone } = useMe().city
  const now = useNow(10_000)
  const { chosen, choose, register, focusChosen, onKeyDown } = useDayRows(items, nextOf)
  const { isBusy, refusal, run } = useMarks()
  const [asks, setAsks] = useState<DayItem | null>(null)
  useEffect(() => {
    // The dialog took the focus with it.
    if (asks === null && document.activeElement === document.body) focusChosen()
  }, [asks, focusChosen])
  const mark = (verb: Verb) => {
    if (!chosen) return
    if (verb !== 'call') run(chosen, verb)
    else if (counter.trim()) run(chosen, verb, counter.trim())
    else setAsks(chosen)
  }
  const may = (verb: Verb): boolean =>
    chosen !== undefined &&
    date <= today &&
    marks.some((one) => one.verb === verb && isPossible(one, chosen, now))
  useHotkeys(
    Object.fromEntries(marks.filter(({ verb }) => may(verb)).map(({ key, verb }) => [key, () => mark(verb)])),
  )
  const atRow = refusal !== null && items.some(({ id }) => id === refusal.id)
  return (
    <>
      {!atRow && <ErrorNotice error={refusal?.error} />}
      <div className="day__bar">
        <MarkBar chosen={chosen} may={may} busy={isBusy(chosen)} onMark={mark} />
      </div>
      <p className="muted">
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> wählen, ein Buchstabe sagt, was geschehen ist.
      </p>
      <div className="day__list" onKeyDown={onKeyDown} role="presentation">
        <Table
          caption="Termine des Tages, geordnet nach der Zeit"
          hideCaption
          heads={['Zeit', 'Nummer', 'Name', 'Leistung', 'Min.', 'Stand']}
        >
          <tbody>
            {items.map((item) => (
              <DayRow
                key={item.id}
                item={item}
                now={now}
                timeZone={timeZone}
                chosen={item.id === chosen?.id}
                refusal={refusal?.id === item.id ? messageOf(refusal.error) : undefined}
                button={register(item.id)}
                onChoose={() => choose(item.id)}
              />
            ))}
          </tbody>
        </Table>
      </div>
      {asks && (
        <CounterDialog
          item={asks}
          counters={office.counters}
          onClose={() => setAsks(null)}
          onChoose={(at) => {
            setCounter(at)
            setAsks(null)
            run(asks, 'call', at)
          }}
        />
      )}
    </>
  )
}

/** The first of whom nobody has said what became of. */
const nextOf = (items: readonly DayItem[]): DayItem | undefined =>
  items.find(({ state }) => state === 'booked' || state === 'arrived') ?? items[0]
