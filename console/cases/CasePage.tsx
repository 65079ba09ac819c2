import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { momentOf } from '../platform/times.ts'
import { Card, PageTitle } from '../ui/index.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { CaseState, PracticeMark } from './CaseState.tsx'
import { NoteForm } from './NoteForm.tsx'
import { caseQuery } from './queries.ts'
import { ServiceGuidance } from './ServiceGuidance.tsx'
import { Timeline } from './Timeline.tsx'
import './cases.css'

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
        </div>
        <div className="columns__side">
          <Timeline entries={data.timeline} />
          <Card title="Notiz hinzufügen">
            <NoteForm caseId={data.id} />
          </Card>
        </div>
      </div>
    </div>
  )
}
