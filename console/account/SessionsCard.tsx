import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { sessionView, type SessionView } from '../../src/people/contract.ts'
import { spokenAgo } from '../../src/shared/germanTime.ts'
import { announce } from '../platform/announce.ts'
import { api, nothing } from '../platform/api.ts'
import { useNow } from '../platform/now.ts'
import { Button, Card, ErrorNotice, StatusWord, useKeepFocus } from '../ui/index.ts'
import { browserName } from './browserName.ts'

/** Where this account is signed in, and the way to end it there. */
export function SessionsCard() {
  const client = useQueryClient()
  const { data } = useSuspenseQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => api.get('/api/v1/sessions', z.array(sessionView), { signal }),
  })
  const end = useMutation({
    mutationFn: (id: string) => api.delete(`/api/v1/sessions/${id}`, nothing),
    onSuccess: () => announce('Die Anmeldung ist beendet.'),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  })
  const card = useKeepFocus<HTMLElement>(data.length)
  return (
    <Card title="Angemeldet auf" ref={card}>
      <ErrorNotice error={end.error} />
      <ul className="sessions">
        {data.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            end={() => end.mutate(session.id)}
            busy={end.isPending && end.variables === session.id}
          />
        ))}
      </ul>
    </Card>
  )
}

function SessionRow({ session, end, busy }: { session: SessionView; end: () => void; busy: boolean }) {
  const now = useNow(30_000)
  const name = browserName(session.userAgent)
  return (
    <li className="sessions__row">
      <div>
        <p>{name}</p>
        <p className="muted">
          {`angemeldet ${spokenAgo(new Date(session.createdAt), now)}, zuletzt benutzt ${spokenAgo(new Date(session.seenAt), now)}`}
        </p>
      </div>
      {session.current ? (
        <StatusWord tone="good">diese Anmeldung</StatusWord>
      ) : (
        <Button onClick={end} busy={busy}>
          Beenden<span className="kern-sr-only">: {name}</span>
        </Button>
      )}
    </li>
  )
}
