import { useSuspenseQuery } from '@tanstack/react-query'
import { useNow } from '../platform/now.ts'
import { TelephoneNote } from '../trial/TelephoneNote.tsx'
import { PageTitle } from '../ui/index.ts'
import { Announcements } from './Announcements.tsx'
import { DesksTable } from './DesksTable.tsx'
import './lead.css'
import { LinesTable } from './LinesTable.tsx'
import { leadQuery } from './queries.ts'
import { TalkingTable } from './TalkingTable.tsx'
import { WaitingTable } from './WaitingTable.tsx'

/** The telephone as it is now, and what a lead can do about it. */
export function LeadPage() {
  const { data: view } = useSuspenseQuery(leadQuery)
  const now = useNow()
  return (
    <div className="page lead">
      <PageTitle title="Telefon" aside={<TelephoneNote of={view.telephone} />} />
      <WaitingTable view={view} now={now} />
      <TalkingTable view={view} now={now} />
      <DesksTable view={view} now={now} />
      <LinesTable view={view} />
      <Announcements view={view} now={now} />
    </div>
  )
}
