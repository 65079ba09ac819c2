import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseView } from '../../src/cases/contract.ts'
import { Button, Card } from '../ui/index.ts'
import { reportOfCaseQuery } from './queries.ts'
import { ReportStateWord } from './ReportStateWord.tsx'
import { TakeOnForm } from './TakeOnForm.tsx'

/** On the page of a case: the way to its report, or the way to make it one. */
export function ReportPart({ of: { id, state } }: { of: CaseView }) {
  const { data } = useQuery(reportOfCaseQuery(id))
  const [taking, setTaking] = useState(false)
  if (data === undefined || (data === null && state !== 'open')) return null
  if (data)
    return (
      <Card title="Meldung">
        <p>
          <ReportStateWord state={data.state} /> · {data.category.name} ·{' '}
          <Link className="kern-link" to="/meldungen/$id" params={{ id }}>
            Zur Meldung
          </Link>
        </p>
      </Card>
    )
  if (taking) return <TakeOnForm caseId={id} onClose={() => setTaking(false)} />
  return (
    <div>
      <Button onClick={() => setTaking(true)}>Als Meldung aufnehmen</Button>
    </div>
  )
}
