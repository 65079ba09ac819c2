import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ToSettleItem } from '../../../src/appointments/day/contract.ts'
import { clockOf, dateInWords } from '../../platform/times.ts'
import { Button, Dialog, Empty, ErrorNotice, Loading } from '../../ui/index.ts'
import { nearTimesQuery } from './queries.ts'

interface Props {
  item: ToSettleItem
  timeZone: string
  onClose: () => void
  onChoose: (start: string) => void
}

/** The nearest free times, to be read out while one speaks with the citizen. */
export function TimesDialog({ item, timeZone, onClose, onChoose }: Props) {
  const { data, error } = useQuery(nearTimesQuery(item.id))
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The dialog opened before there was anything to choose.
    if (data) list.current?.querySelector('button')?.focus()
  }, [data])
  return (
    <Dialog title={`Andere Zeit für ${item.reference}`} onClose={onClose}>
      {item.phone !== null && (
        <p>
          {item.name}: <strong>{item.phone}</strong>
        </p>
      )}
      <ErrorNotice error={error} />
      {!data && !error && <Loading />}
      {data?.times.length === 0 && <Empty>In der nächsten Zeit ist nichts frei.</Empty>}
      <div className="settle__times" ref={list}>
        {data?.times.map((start) => (
          <Button key={start} onClick={() => onChoose(start)}>
            {dateInWords(dayOf(start, timeZone))}, {clockOf(start, timeZone)} Uhr
          </Button>
        ))}
      </div>
      <div>
        <Button variant="tertiary" onClick={onClose}>
          Zurück
        </Button>
      </div>
    </Dialog>
  )
}

const dayOf = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(at))
