import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PlanView } from '../../../src/appointments/release/contract.ts'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { Empty, Table } from '../../ui/index.ts'
import { PlanState } from './PlanState.tsx'
import { plansQuery } from './queries.ts'
import './release.css'
import { daysInWords, kindWord, ruleSentences } from './words.ts'

/** When the appointments of the offices become bookable, and for whom. */
export function PlansPage() {
  const { plans, offices } = useSuspenseQuery(plansQuery).data
  const officeName = (id: string): string => offices.find((office) => office.id === id)?.name ?? id
  return (
    <AdminPage
      title="Freischaltungen"
      aside={
        <ButtonLink to="/termine/freigaben/$id/aendern" params={{ id: 'neu' }}>
          Neue Freischaltung
        </ButtonLink>
      }
    >
      <p className="muted">
        Eine Freischaltung sagt, wann Termine buchbar werden und für wen. Eine Person schreibt sie, eine
        zweite gibt sie frei. Tage ohne Freischaltung sind buchbar, so weit das Büro Termine vergibt.
      </p>
      {plans.length === 0 ? (
        <Empty>Noch gibt es keine Freischaltung: Alle Tage sind für alle buchbar.</Empty>
      ) : (
        <Table
          caption="Freischaltungen"
          hideCaption
          heads={['Name', 'Was geschieht', 'Tage', 'Büro', 'Stand']}
        >
          <tbody>
            {plans.map((plan) => (
              <Row key={`${plan.id} ${plan.version}`} plan={plan} office={officeName(plan.officeId)} />
            ))}
          </tbody>
        </Table>
      )}
    </AdminPage>
  )
}

function Row({ plan, office }: { plan: PlanView; office: string }) {
  return (
    <tr>
      <th scope="row">
        <Link className="kern-link" to="/termine/freigaben/$id" params={{ id: plan.id }}>
          {plan.name}
        </Link>
        <span className="muted">{` · Version ${plan.version}`}</span>
      </th>
      <td className="plan-rule">
        {kindWord(plan.rule.kind)}
        <ul>
          {ruleSentences(plan.rule).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </td>
      <td>{daysInWords(plan)}</td>
      <td>{office}</td>
      <td>
        <PlanState plan={plan} />
      </td>
    </tr>
  )
}
