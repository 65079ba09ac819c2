import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Worklist as WorklistAnswer } from '../../src/callbacks/contract.ts'
import { FindCaseForm } from '../cases/FindCaseForm.tsx'
import { useHotkeys } from '../platform/hotkeys.ts'
import { useMe } from '../platform/session.ts'
import { Button, ErrorNotice, Kbd, KeysSwitch, PageTitle, StatusWord, Told } from '../ui/index.ts'
import { LostCalls } from './LostCalls.tsx'
import { worklistQuery } from './queries.ts'
import { useNewRows } from './useNewRows.ts'
import { useTaking } from './useTaking.ts'
import { Worklist } from './Worklist.tsx'
import './callbacks.css'

/** The clerk's day: one calm list; one key takes the next best. */
export function WorklistPage() {
  const { data } = useSuspenseQuery(worklistQuery)
  const { teams } = useMe()
  const { busy, refusal, takeNext, choose } = useTaking()
  const navigate = useNavigate()
  useHotkeys({ n: takeNext, s: () => void navigate({ to: '/rueckrufe/uebergeben' }) })
  useNewRows(data.items)
  const atRow = refusal && data.items.some(({ id }) => id === refusal.id)
  const [team, ...others] = teams
  return (
    <div className="page worklist-page">
      <PageTitle
        title={team && others.length === 0 ? `Rückrufe · ${team.name}` : 'Rückrufe'}
        aside={<Counts of={data} />}
      />
      <Told />
      {!atRow && <ErrorNotice error={refusal?.error} />}
      <div className="worklist-page__actions">
        <Button
          variant="primary"
          hotkey="N"
          busy={busy}
          disabled={data.items.length === 0}
          onClick={takeNext}
        >
          Nächsten Rückruf nehmen
        </Button>
        <p className="muted">
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> wählen, <Kbd>Enter</Kbd> nehmen und öffnen
        </p>
        <Link to="/rueckrufe/uebergeben" className="kern-link">
          Schicht übergeben <Kbd>S</Kbd>
        </Link>
        <KeysSwitch />
      </div>
      <Worklist items={data.items} refusal={refusal} onChoose={choose} />
      <LostCalls proposals={data.proposals} />
      <FindCaseForm />
    </div>
  )
}

function Counts({ of: { open, atRisk, keptToday, decidedToday, proposals } }: { of: WorklistAnswer }) {
  return (
    <p className="counts">
      <span>{open} offen</span>
      {proposals.length > 0 && <span>{proposals.length} entgangen</span>}
      {atRisk > 0 ? <StatusWord tone="warn">{atRisk} in Gefahr</StatusWord> : <span>keiner in Gefahr</span>}
      <span>
        heute gehalten {keptToday} von {decidedToday}
      </span>
    </p>
  )
}
