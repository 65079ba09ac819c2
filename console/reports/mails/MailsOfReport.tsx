import { useQuery } from '@tanstack/react-query'
import { useNow } from '../../platform/now.ts'
import { useMe } from '../../platform/session.ts'
import { momentOf } from '../../platform/times.ts'
import { Card } from '../../ui/index.ts'
import { MailBody } from './MailBody.tsx'
import { BECAME, senderOf } from './mailWords.ts'
import { mailsOfReportQuery } from './queries.ts'
import './mails.css'

/** What came by mail to a report, whole; nothing where nothing came. */
export function MailsOfReport({ id }: { id: string }) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  const mails = useQuery(mailsOfReportQuery(id)).data?.mails ?? []
  if (mails.length === 0) return null
  return (
    <Card title="E-Mails">
      {mails.map((mail) => (
        <details key={mail.id} className="mail">
          <summary>
            {momentOf(mail.receivedAt, now, timeZone)}: {mail.subject || 'ohne Betreff'}
            {mail.became === 'automatic' || mail.became === 'bounce' ? ` (${BECAME[mail.became]})` : ''}
          </summary>
          <p className="muted mail__from">Von {senderOf(mail)}</p>
          <MailBody of={mail} />
        </details>
      ))}
    </Card>
  )
}
