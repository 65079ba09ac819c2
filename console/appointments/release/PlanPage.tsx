import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { PlanView } from '../../../src/appointments/release/contract.ts'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { serverNow } from '../../platform/serverClock.ts'
import { useMe } from '../../platform/session.ts'
import { momentOf } from '../../platform/times.ts'
import { NotFoundPage } from '../../shell/NotFoundPage.tsx'
import { Card, Facts } from '../../ui/index.ts'
import { DryRun } from './DryRun.tsx'
import { PlanState } from './PlanState.tsx'
import { PlanSteps } from './PlanSteps.tsx'
import { plansQuery } from './queries.ts'
import './release.css'
import { daysInWords, kindWord, ruleSentences } from './words.ts'

/** One release plan: the version that is being worked on, and the one that counts. */
export function PlanPage() {
  const { id } = useParams({ from: '/shell/termine/freigaben/$id' })
  const { plans, offices, services } = useSuspenseQuery(plansQuery).data
  const versions = plans.filter((plan) => plan.id === id).toSorted((a, b) => b.version - a.version)
  const [newest] = versions
  if (!newest) return <NotFoundPage />
  const office = offices.find((one) => one.id === newest.officeId)?.name ?? newest.officeId
  return (
    <AdminPage title={newest.name}>
      {versions.map((plan) => (
        <Version key={plan.version} plan={plan} office={office} isNewest={plan === newest} />
      ))}
      <DryRun plan={newest} services={services} />
    </AdminPage>
  )
}

function Version({ plan, office, isNewest }: { plan: PlanView; office: string; isNewest: boolean }) {
  const { timeZone } = useMe().city
  const when = ({ name, at }: { name: string; at: string }): string =>
    `${name}, ${momentOf(at, serverNow(), timeZone)}`
  return (
    <Card title={`Version ${plan.version}`} aside={<PlanState plan={plan} />}>
      <Facts
        facts={[
          ['Büro', office],
          ['Tage', daysInWords(plan)],
          ['Art', kindWord(plan.rule.kind)],
          ['Regel', <Rules key="rule" sentences={ruleSentences(plan.rule)} />],
          ['Geschrieben', when(plan.author)],
          ['Vorgelegt', plan.submittedAt && momentOf(plan.submittedAt, serverNow(), timeZone)],
          ['Freigegeben', plan.approved && when(plan.approved)],
          ['Ende beantragt', plan.endAsked && when(plan.endAsked)],
          ['Beendet', plan.endedAt && momentOf(plan.endedAt, serverNow(), timeZone)],
        ]}
      />
      <PlanSteps plan={plan} mayChange={isNewest} />
    </Card>
  )
}

function Rules({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className="plain-list">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
