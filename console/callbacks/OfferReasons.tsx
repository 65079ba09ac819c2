import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { offerReasons } from '../../src/callbacks/windows/contract.ts'
import { api } from '../platform/api.ts'
import { Notice } from '../ui/index.ts'

const offerQuery = (teamId: string) =>
  queryOptions({
    queryKey: ['offer', teamId],
    queryFn: ({ signal }) => api.get(`/api/v1/teams/${teamId}/offer`, offerReasons, { signal }),
    // It is about this moment.
    gcTime: 0,
  })

/** Why a team's next window is the one that is offered, asked for when somebody wants to know. */
export function OfferReasons({ team }: { team: { id: string; name: string } }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Welches Zeitfenster wird als nächstes angeboten, und warum?</summary>
      {open && <Reasons key={team.id} teamId={team.id} />}
    </details>
  )
}

function Reasons({ teamId }: { teamId: string }) {
  const { data, error } = useQuery(offerQuery(teamId))
  if (error) return <Notice tone="warning">Das konnte nicht gelesen werden. Bitte noch einmal öffnen.</Notice>
  if (!data) return <p className="kern-body">Einen Augenblick …</p>
  return (
    <>
      <p className="kern-body">
        {data.offer ? (
          <>
            Angeboten wird: <strong>{data.offer}</strong>
          </>
        ) : (
          'Zurzeit wird kein Zeitfenster angeboten.'
        )}
      </p>
      <Sentences of={data.reasons} />
      <Sentences of={data.basis} />
    </>
  )
}

function Sentences({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <ul>
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
