import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ReportView } from '../../src/reports/contract.ts'
import { PracticeMark } from '../cases/CaseState.tsx'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { momentOf } from '../platform/times.ts'
import { Notice, PageTitle, Told } from '../ui/index.ts'
import { AssignForm } from './AssignForm.tsx'
import { CategoryForm } from './CategoryForm.tsx'
import { DueWord } from './DueWord.tsx'
import { InnerNote } from './InnerNote.tsx'
import { endedWith } from './endedWith.ts'
import { PhotosCard } from './photos/PhotosCard.tsx'
import { PlaceCard } from './place/PlaceCard.tsx'
import { reportQuery } from './queries.ts'
import { MergedNotice, MergeForm } from './MergeForm.tsx'
import { PutAwayForm } from './PutAwayForm.tsx'
import { ReleaseCard } from './ReleaseCard.tsx'
import { MailsOfReport } from './mails/MailsOfReport.tsx'
import { ReportFacts } from './ReportFacts.tsx'
import { ReportHistory } from './ReportHistory.tsx'
import { ReportStateWord } from './ReportStateWord.tsx'
import { RouteForm } from './RouteForm.tsx'
import { StepForm } from './StepForm.tsx'
import { WordsCard } from './WordsCard.tsx'
import './reports.css'

/** One report: what was said, what was written back, and the next step. Opening it is written to the audit trail. */
export function ReportPage() {
  const { id } = useParams({ from: '/shell/meldungen/$id' })
  const { data } = useSuspenseQuery(reportQuery(id))
  return <Report key={id} of={data} />
}

function Report({ of }: { of: ReportView }) {
  const [done, setDone] = useState('')
  const ended = endedWith(of)
  // What belongs to another report is worked there.
  const worked = !ended && !of.mergedInto
  return (
    <div className="page">
      <PageTitle title={`Meldung ${of.number}`} aside={<PracticeMark practice={of.practice} />} />
      <Told />
      <Lead of={of} />
      <Done sentence={done} />
      <MergedNotice of={of} onDone={setDone} />
      <div className="columns">
        <div className="columns__main">
          <ReportFacts of={of} />
          <PlaceCard of={of} />
          <PhotosCard of={of} onDone={setDone} />
          <MailsOfReport id={of.id} />
          {ended ? (
            <Notice tone="success">
              Diese Meldung ist beantwortet. Wer gemeldet hat, kann noch sagen, dass es nicht gelöst ist; dann
              steht sie wieder unter den offenen.
            </Notice>
          ) : (
            worked && <StepForm of={of} onDone={setDone} />
          )}
        </div>
        <div className="columns__side">
          <ReportHistory of={of} />
          {worked && <AssignForm of={of} />}
          {worked && <PutAwayForm of={of} onDone={setDone} />}
          {worked && <MergeForm of={of} onDone={setDone} />}
          {worked && <CategoryForm of={of} onDone={setDone} />}
          {worked && <RouteForm of={of} />}
          <WordsCard of={of} />
          <ReleaseCard of={of} />
          <InnerNote caseId={of.id} />
        </div>
      </div>
    </div>
  )
}

function Lead({ of }: { of: ReportView }) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  return (
    <p className="page-lead">
      <ReportStateWord state={of.state} /> ·{' '}
      {endedWith(of) === null && (
        <>
          <DueWord of={of} now={now} timeZone={timeZone} /> ·{' '}
        </>
      )}
      gemeldet {momentOf(of.openedAt, now, timeZone)} ·{' '}
      <Link className="kern-link" to="/anliegen/$id" params={{ id: of.id }}>
        Anliegen mit Kontakt, Anlagen und Notizen
      </Link>
    </p>
  )
}

/** What was just done; takes the focus, because the button that did it may be gone. */
function Done({ sentence }: { sentence: string }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sentence) ref.current?.focus()
  }, [sentence])
  if (!sentence) return null
  return (
    <div className="report-told" ref={ref} tabIndex={-1}>
      <Notice tone="success">{sentence}</Notice>
    </div>
  )
}
