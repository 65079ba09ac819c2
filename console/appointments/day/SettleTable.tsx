import { useEffect, useState } from 'react'
import type { ToSettleItem } from '../../../src/appointments/day/contract.ts'
import { useHotkeys } from '../../platform/hotkeys.ts'
import { useMe } from '../../platform/session.ts'
import { useNow } from '../../platform/now.ts'
import { Button, ErrorNotice, Kbd, Notice, Table } from '../../ui/index.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { SettleRow } from './SettleRow.tsx'
import { TimesDialog } from './TimesDialog.tsx'
import { useDayRows } from './useDayRows.ts'
import { useSettling } from './useSettling.ts'

/** The list, and what can be done about the chosen row or about all. */
export function SettleTable({ items }: { items: readonly ToSettleItem[] }) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  const { chosen, choose, register, focusChosen, onKeyDown } = useDayRows(items, first)
  const { busy, error, told, refusals, accept, cancel } = useSettling()
  const [asks, setAsks] = useState<'times' | 'cancel' | null>(null)
  useEffect(() => {
    // The dialog, or the row that is settled, took the focus with it.
    if (asks === null && document.activeElement === document.body) focusChosen()
  }, [asks, focusChosen])
  const offers = items.flatMap(({ id, offer }) => (offer === null ? [] : [{ id, start: offer }]))
  const acceptChosen = () => accept(offers.filter(({ id }) => id === chosen?.id))
  const ask = (what: 'times' | 'cancel') => chosen && setAsks(what)
  useHotkeys({ v: acceptChosen, t: () => ask('times'), s: () => ask('cancel') })
  return (
    <>
      <ErrorNotice error={error} />
      {told !== null && <Notice tone={refusals.size > 0 ? 'warning' : 'success'}>{told}</Notice>}
      <div className="day__bar">
        <div className="settle__actions">
          <Button
            variant="primary"
            hotkey="V"
            busy={busy || (chosen?.offer ?? null) === null}
            onClick={acceptChosen}
          >
            Vorschlag annehmen
          </Button>
          <Button hotkey="T" busy={busy} onClick={() => ask('times')}>
            Andere Zeit
          </Button>
          <Button hotkey="S" busy={busy} onClick={() => ask('cancel')}>
            Absagen
          </Button>
        </div>
        <Button busy={busy || offers.length === 0} onClick={() => accept(offers)}>
          {offers.length === 1 ? 'Den Vorschlag annehmen' : `Alle ${offers.length} Vorschläge annehmen`}
        </Button>
      </div>
      <p className="muted">
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> wählen, ein Buchstabe sagt, was geschieht.
      </p>
      <div className="day__list settle__list" onKeyDown={onKeyDown} role="presentation">
        <Table
          caption="Termine ohne Platz, wer zuerst dran war zuerst"
          hideCaption
          heads={['Gebucht für', 'Nummer', 'Name und Telefon', 'Leistung', 'Min.', 'Vorschlag']}
        >
          <tbody>
            {items.map((item) => (
              <SettleRow
                key={item.id}
                item={item}
                now={now}
                timeZone={timeZone}
                chosen={item.id === chosen?.id}
                refusal={refusals.get(item.id)}
                button={register(item.id)}
                onChoose={() => choose(item.id)}
              />
            ))}
          </tbody>
        </Table>
      </div>
      {asks === 'times' && chosen && (
        <TimesDialog
          item={chosen}
          timeZone={timeZone}
          onClose={() => setAsks(null)}
          onChoose={(start) => {
            setAsks(null)
            accept([{ id: chosen.id, start }])
          }}
        />
      )}
      {asks === 'cancel' && chosen && (
        <CancelDialog
          item={chosen}
          onClose={() => setAsks(null)}
          onCancel={() => {
            setAsks(null)
            cancel(chosen)
          }}
        />
      )}
    </>
  )
}

const first = (items: readonly ToSettleItem[]): ToSettleItem | undefined => items[0]
