import { useQueryClient } from '@tanstack/react-query'
import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { announce } from '../platform/announce.ts'
import { callbackQuery, callbacksApi } from './queries.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

/** Out of a colleague's hands, or one that waits for them. */
export function TakeOverDialog({ item, onClose }: { item: WorklistItem; onClose: () => void }) {
  const client = useQueryClient()
  const from = item.owner ?? item.reservedFor
  const save = async (reason: string) => {
    const view = await callbacksApi.takeOver(item.id, reason)
    onClose()
    announce('Der Rückruf ist jetzt Ihrer.')
    client.setQueryData(callbackQuery(item.id).queryKey, view)
  }
  return (
    <ReasonDialog
      title={`${item.caseNumber} von ${from?.name ?? 'jemand anderem'} übernehmen`}
      text="Die Zusage gilt weiter. Der Grund steht danach im Verlauf."
      hint="Zum Beispiel: ist noch am Schalter"
      submit="Übernehmen"
      save={save}
      onClose={onClose}
    />
  )
}
