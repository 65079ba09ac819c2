import { useSuspenseQuery } from '@tanstack/react-query'
import { spokenDuration } from '../../src/shared/germanTime.ts'
import { useNow } from '../platform/now.ts'
import { useSoftphone } from '../softphone/index.ts'
import { Button, Icon, StatusWord } from '../ui/index.ts'
import { todayQuery, type DeskActions, type DeskView } from './deskApi.ts'
import { Headset } from './Headset.tsx'
import { PauseLater } from './PauseLater.tsx'
import { stateWordOf, stateWords } from './stateWords.ts'

/** One line: what I am, since when, does my headset work, what must I know today. */
export function StatusBar({ desk, actions }: { desk: DeskView; actions: DeskActions }) {
  const { tone, since } = stateWords[desk.state]
  const now = useNow()
  const { state: phone } = useSoftphone()
  return (
    <section className="status-bar" aria-label="Zustand">
      <p className="status-bar__state">
        <StatusWord tone={tone}>{stateWordOf(desk)}</StatusWord>
      </p>
      <p className="muted num">
        {since} {spokenDuration(now - Date.parse(desk.since))}
      </p>
      {desk.telephone && <Headset phone={phone} />}
      <Today />
      {desk.state === 'available' && (
        <Button
          hotkey="F9"
          onClick={() => actions.mutate({ kind: 'pause', reason: 'break' })}
          busy={actions.isPending}
        >
          Pause
        </Button>
      )}
      <PauseLater desk={desk} actions={actions} />
    </section>
  )
}

function Today() {
  const { data } = useSuspenseQuery(todayQuery)
  return (
    <p className="status-bar__today">
      <Icon name="info" />
      <span>
        {data.open ? 'Geöffnet' : 'Geschlossen'}, {data.hoursText}
        {data.notices.map((notice) => ` · ${notice}`)}
      </span>
    </p>
  )
}
