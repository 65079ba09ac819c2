import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Attachments } from '../cases/Attachments.tsx'
import { CaseFacts } from '../cases/CaseFacts.tsx'
import { PracticeMark } from '../cases/CaseState.tsx'
import { ServiceGuidance } from '../cases/ServiceGuidance.tsx'
import { Timeline } from '../cases/Timeline.tsx'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { useTold } from '../platform/told.ts'
import { Notice, PageTitle } from '../ui/index.ts'
import { attemptText } from './attemptText.ts'
import { CallbackActions } from './CallbackActions.tsx'
import { PromiseLine } from './PromiseLine.tsx'
import { callbackQuery } from './queries.ts'
import { SpokenReason } from './SpokenReason.tsx'
import '../cases/cases.css'
import './callbacks.css'

/** Why this is the next best, where that may surprise. */
function Why() {
  const told = useTold()
  return told ? <Notice>{told}</Notice> : null
}

/** Everything before the dial on the left, the call and its outcome on the right. */
export function CallbackPage() {
  const { id } = useParams({ from: '/shell/rueckrufe/$id' })
  const { data: view } = useSuspenseQuery(callbackQuery(id))
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  return (
    <div className="page">
      <PageTitle
        title={`Rückruf ${view.item.caseNumber}`}
        aside={
          <>
            <PracticeMark practice={view.item.practice} />
            <Link className="kern-link" to="/anliegen/$id" params={{ id: view.item.caseId }}>
              Ganzes Anliegen
            </Link>
          </>
        }
      />
      <Why />
      <div className="columns columns--even">
        <div className="columns__main">
          <PromiseLine view={view} attempt={attemptText(view.item, now, timeZone)} />
          <CaseFacts of={view.case} />
          <SpokenReason view={view} />
          {view.case.service && <ServiceGuidance service={view.case.service} />}
          <Attachments of={view.case} key={view.item.caseId} />
          <Timeline entries={view.case.timeline} />
        </div>
        <div className="columns__side">
          <CallbackActions view={view} key={id} />
        </div>
      </div>
    </div>
  )
}
