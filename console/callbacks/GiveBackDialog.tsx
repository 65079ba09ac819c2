import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { telling } from '../platform/told.ts'
import { callbacksApi, worklistQuery } from './queries.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

/** Back into the list, so that a colleague can keep the promise. */
export function GiveBackDialog({ item, onClose }: { item: WorklistItem; onClose: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const save = async (reason: string) => {
    await callbacksApi.giveBack(item.id, reason)
    await client.fetchQuery({ ...worklistQuery, staleTime: 0 })
    await navigate({ to: '/rueckrufe', state: telling(`${item.caseNumber} ist wieder in der Liste.`) })
  }
  return (
    <ReasonDialog
      title={`${item.caseNumber} zurückgeben`}
      text="Der Rückruf kommt wieder in die Liste. Die Zusage gilt weiter."
      hint="Zum Beispiel: Rückfrage im Fachamt nötig"
      submit="Zurückgeben"
      save={save}
      onClose={onClose}
    />
  )
}
