import { useMutation } from '@tanstack/react-query'
import type { OfficeDayView } from '../../../src/appointments/day/contract.ts'
import { Button, ErrorNotice } from '../../ui/index.ts'
import { dayApi } from './queries.ts'

/** A sheet of the day; who printed it is written down first. */
export function PrintButton({ day: { office, date, items } }: { day: OfficeDayView }) {
  const print = useMutation({
    mutationFn: () => dayApi.printed(office.id, date),
    onSuccess: () => globalThis.print(),
  })
  if (items.length === 0) return null
  return (
    <>
      <ErrorNotice error={print.error} />
      <Button busy={print.isPending} onClick={() => print.mutate()}>
        Drucken
      </Button>
    </>
  )
}
