import type { ReportView } from '../../src/reports/contract.ts'
import { Card, Facts } from '../ui/index.ts'

/** What was reported. Who reported it stands in the case. */
export function ReportFacts({
  of: { category, description, place, answers, team, assignee },
}: {
  of: ReportView
}) {
  return (
    <Card title={category.name}>
      <p className="reason">{description}</p>
      <div className="report-facts">
        <Facts
          facts={[
            ['Ort', place ?? 'nicht angegeben'],
            ...answers.map(({ question, answer }) => [question, answer] as const),
            ['Team', team.name],
            ['Bei', assignee?.name ?? 'niemandem'],
          ]}
        />
      </div>
    </Card>
  )
}
