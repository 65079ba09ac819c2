import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { CaseView } from '../../src/cases/contract.ts'
import { useNow } from '../platform/now.ts'
import { useHasRole, useMe } from '../platform/session.ts'
import { momentOf } from '../platform/times.ts'
import { ReportPart } from '../reports/ReportPart.tsx'
import { Card, PageTitle } from '../ui/index.ts'
import { Attachments } from './Attachments.tsx'
import { CaseFacts } from './CaseFacts.tsx'
import { CaseState, PracticeMark } from './CaseState.tsx'
import { NoteForm } from './NoteForm.tsx'
import { caseQuery } from './queries.ts'
import { ServiceGuidance } from './ServiceGuidance.tsx'
import { Timeline } from './Timeline.tsx'
import './cases.css'

/** Where nobody is to be called yet, a call can be promised. */
function PromiseCall({ of: { id, state, callOwed } }: { of: CaseView }) {
  const mayCall = useHasRole('clerk', 'report', 'lead')
  if (!mayCall || state !== 'open' || callOwed) return null
  return (
    <p>
      <Link className="kern-link" to="/rueckrufe/neu" search={{ anliegen: id }}>
        Rückruf zusagen
      </Link>
    </p>
  )
}

/** One case with its whole story; opening it is written to the audit trail. */
export function CasePage() {
  const { id } = useParams({ from: '/shell/anliegen/$id' })
  const { data } = useSuspenseQuery(caseQuery(id))
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  return (
    <div className="page">
      <PageTitle title={`Anliegen ${data.number}`} aside={<PracticeMark practice={data.practice} />} />
      <p className="page-lead">
        <CaseState of={data} /> · aufgenommen {momentOf(data.openedAt, now, timeZone)}
        {data.closedAt && ` · abgeschlossen ${momentOf(data.closedAt, now, timeZone)}`}
      </p>
      <div className="columns">
        <div className="columns__main">
          <CaseFacts of={data} />
          {data.service && <ServiceGuidance service={data.service} />}
          <ReportPart of={data} key={`report ${id}`} />
          <Attachments of={data} key={id} />
        </div>
        <div className="columns__side">
          <Timeline entries={data.timeline} />
          <PromiseCall of={data} />
          <Card title="Notiz hinzufügen">
            <NoteForm caseId={data.id} />
          </Card>
        </div>
      </div>
    </div>
  )
}
