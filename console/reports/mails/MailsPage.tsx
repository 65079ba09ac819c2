import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { MailView } from '../../../src/reports/mail/contract.ts'
import { useNow } from '../../platform/now.ts'
import { useMe } from '../../platform/session.ts'
import { momentOf } from '../../platform/times.ts'
import { Card, Empty, PageTitle } from '../../ui/index.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { MailBody } from './MailBody.tsx'
import { BECAME, senderOf, WAITING } from './mailWords.ts'
import { mailsQuery, type WhichMails } from './queries.ts'
import './mails.css'

/** Mail that a person has to look at, and what was set aside. Everything else is at its case already. */
export function MailsPage() {
  const { zeigen } = useSearch({ from: '/shell/e-mails' })
  const which: WhichMails = zeigen === 'beiseite' ? 'aside' : 'waiting'
  const { mails, intake } = useSuspenseQuery(mailsQuery(which)).data
  return (
    <div className="page">
      <PageTitle title="E-Mails" />
      <p className="page-lead">
        Was an das Bürgertelefon geschrieben wird, steht von selbst bei seiner Meldung. Hier wartet nur, was
        ein Mensch ansehen muss.
      </p>
      <nav aria-label="Welche E-Mails" className="mails__which">
        <Link className="kern-link" to="/e-mails" aria-current={which === 'waiting' ? 'page' : undefined}>
          Zu entscheiden
        </Link>
        <Link
          className="kern-link"
          to="/e-mails"
          search={{ zeigen: 'beiseite' }}
          aria-current={which === 'aside' ? 'page' : undefined}
        >
          Automatische und beiseitegelegte
        </Link>
      </nav>
      {mails.length === 0 && (
        <Empty>{which === 'waiting' ? 'Keine E-Mail wartet.' : 'Nichts ist beiseitegelegt.'}</Empty>
      )}
      {mails.map((mail) => (
        <Mail key={mail.id} of={mail} intake={intake} />
      ))}
    </div>
  )
}

function Mail({ of, intake }: { of: MailView; intake: string | null }) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  return (
    <Card title={of.subject || 'Ohne Betreff'}>
      <p className="muted mail__from">
        Von {senderOf(of)}, {momentOf(of.receivedAt, now, timeZone)}
        {of.case && (
          <>
            {' · '}
            <Link className="kern-link" to="/anliegen/$id" params={{ id: of.case.id }}>
              {of.case.number}
            </Link>
          </>
        )}
      </p>
      {of.waitsBecause && <p>{WAITING[of.waitsBecause]}</p>}
      {of.became && <p>{BECAME[of.became]}</p>}
      <MailBody of={of} />
      {of.waitsBecause && <DecisionForm of={of} intake={intake} />}
    </Card>
  )
}
