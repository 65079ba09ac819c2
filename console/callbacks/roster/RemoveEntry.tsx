import { useQueryClient } from '@tanstack/react-query'
import type { EntryView } from '../../../src/callbacks/roster/contract.ts'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { announce } from '../../platform/announce.ts'
import { ROSTER, rosterApi } from './queries.ts'
import { hoursInWords, toldWithGaps, whenInWords } from './words.ts'

export function RemoveEntry({ team, entry }: { team: string; entry: EntryView }) {
  const client = useQueryClient()
  const remove = async () => {
    const { gaps } = await rosterApi.removeEntry(team, entry.id)
    await client.invalidateQueries({ queryKey: [ROSTER] })
    announce(toldWithGaps('Die Zeit ist gelöscht.', gaps))
  }
  return (
    <ConfirmButton
      label="Löschen"
      of={`${whenInWords(entry)}, ${hoursInWords(entry)}`}
      question="Zeit löschen?"
      run={remove}
    >
      <p>Sie verschwindet auch aus vergangenen Wochen. Soll sie nur enden, ändern Sie den letzten Tag.</p>
    </ConfirmButton>
  )
}
