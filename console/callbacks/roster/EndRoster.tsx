import { useQueryClient } from '@tanstack/react-query'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { announce } from '../../platform/announce.ts'
import { ROSTER, rosterApi } from './queries.ts'

interface Props {
  team: { id: string; name: string }
  callbacksPerHour: number
}

/** Lets the administrator's number count again. */
export function EndRoster({ team, callbacksPerHour }: Props) {
  const client = useQueryClient()
  const end = async () => {
    await rosterApi.end(team.id)
    await client.invalidateQueries({ queryKey: [ROSTER] })
    announce('Der Dienstplan gilt nicht mehr.')
  }
  return (
    <ConfirmButton
      label="Ohne Dienstplan arbeiten"
      of={team.name}
      question="Ohne Dienstplan arbeiten?"
      run={end}
    >
      <p>{`Dann gilt wieder die Zahl der Verwaltung: ${callbacksPerHour} Rückrufe je Stunde der Servicezeit.`}</p>
    </ConfirmButton>
  )
}
