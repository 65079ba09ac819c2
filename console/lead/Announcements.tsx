import { useState } from 'react'
import type { LeadAnnouncement, LeadView } from '../../src/lead/contract.ts'
import { momentOf } from '../platform/times.ts'
import { useMe } from '../platform/session.ts'
import { Button, Card, Empty, ErrorNotice, StatusWord } from '../ui/index.ts'
import { AnnouncementDialog } from './AnnouncementDialog.tsx'
import { leadApi } from './queries.ts'
import { useDeed } from './useDeed.ts'

/** What callers and readers of the home page are told on a special day. */
export function Announcements({ view, now }: { view: LeadView; now: number }) {
  const [writing, setWriting] = useState(false)
  const withdraw = useDeed({ run: leadApi.withdraw, done: 'Die Sonderansage ist beendet.' })
  return (
    <Card title="Sonderansagen" aside={<Button onClick={() => setWriting(true)}>Neue Sonderansage</Button>}>
      <ErrorNotice error={withdraw.error} />
      {view.announcements.length === 0 && (
        <Empty>Keine. An einem Wahltag oder bei einer Störung sagt sie, was anders ist.</Empty>
      )}
      <ul className="lead__announcements">
        {view.announcements.map((each) => (
          <li key={each.id}>
            <Facts of={each} now={Math.max(now, Date.parse(view.now))} />
            <Button
              busy={withdraw.isPending}
              onClick={() => withdraw.mutate(each.id)}
              aria-label={`Beenden: ${each.text}`}
            >
              Beenden
            </Button>
          </li>
        ))}
      </ul>
      {writing && <AnnouncementDialog lines={view.lines} onClose={() => setWriting(false)} />}
    </Card>
  )
}

const LANGUAGES = { en: 'Englisch', einfach: 'Einfache Sprache' } as const

/** Where it stands, and in which words. */
function placesOf({ lineNames, spoken, important, languages, link }: LeadAnnouncement): string {
  const told = lineNames.length === 0 ? 'nur zum Lesen' : lineNames.join(', ')
  const parts = [told, spoken ? 'mit Ton am Telefon' : 'nur geschrieben, ohne Ton']
  parts.push(important ? 'auch auf der Startseite' : 'nicht auf der Startseite')
  if (languages.length > 0) parts.push(`auch: ${languages.map((each) => LANGUAGES[each]).join(', ')}`)
  return [...parts, ...(link ? [link] : [])].join(' · ')
}

function Facts({ of: announcement, now }: { of: LeadAnnouncement; now: number }) {
  const { text, from, until } = announcement
  const { timeZone } = useMe().city
  const begun = Date.parse(from) <= now
  const when = begun
    ? `bis ${momentOf(until, now, timeZone)}`
    : `von ${momentOf(from, now, timeZone)} bis ${momentOf(until, now, timeZone)}`
  return (
    <div className="lead__announcement">
      <p>{text}</p>
      <p>
        <StatusWord tone={begun ? 'good' : 'off'}>{begun ? 'gilt' : 'kommt'}</StatusWord>{' '}
        <span className="muted">{`${when} · ${placesOf(announcement)}`}</span>
      </p>
    </div>
  )
}
