import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Worklist as WorklistAnswer } from '../../src/callbacks/contract.ts'
import { FindCaseForm } from '../cases/FindCaseForm.tsx'
import { useHotkeys } from '../platform/hotkeys.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { Button, ErrorNotice, Kbd, KeysSwitch, PageTitle, StatusWord, Told } from '../ui/index.ts'
import { FilterBar } from './FilterBar.tsx'
import { filtered, nextOf, type Filters } from './filters.ts'
import { LostCalls } from './LostCalls.tsx'
import { QuietPage } from './QuietPage.tsx'
import { worklistQuery } from './queries.ts'
import { useFilters } from './useFilters.ts'
import { useNewRows } from './useNewRows.ts'
import { useTaking } from './useTaking.ts'
import { Worklist } from './Worklist.tsx'
import './callbacks.css'

/** The clerk's day: one calm list; one key takes the next best. */
export function WorklistPage() {
  const { filters, change } = useFilters()
  return filters.ansicht === 'ruhig' ? (
    <QuietPage filters={filters} change={change} />
  ) : (
    <ListPage filters={filters} change={change} />
  )
}

interface Props {
  filters: Filters
  change: (part: Filters) => void
}

function ListPage({ filters, change }: Props) {
  const { data } = useSuspenseQuery(worklistQuery)
  const { teams, languages } = useMe()
  const now = useNow(60_000)
  const items = filtered(data.items, filters, languages, now)
  const { busy, refusal, takeNext, choose } = useTaking(nextOf(filters))
  const navigate = useNavigate()
  useHotkeys({
    n: takeNext,
    l: () => change({ ansicht: 'ruhig' }),
    s: () => void navigate({ to: '/rueckrufe/uebergeben' }),
    z: () => void navigate({ to: '/rueckrufe/neu' }),
  })
  useNewRows(items)
  const atRow = refusal && items.some(({ id }) => id === refusal.id)
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
        <Button variant="tertiary" hotkey="L" onClick={() => change({ ansicht: 'ruhig' })}>
          Ruhige Liste
        </Button>
        <Link to="/rueckrufe/neu" className="kern-link">
          Neuer Rückruf <Kbd>Z</Kbd>
        </Link>
        <Link to="/rueckrufe/uebergeben" className="kern-link">
          Schicht übergeben <Kbd>S</Kbd>
        </Link>
        <KeysSwitch />
      </div>
      <FilterBar items={data.items} filters={filters} change={change} />
      <Hidden count={data.items.length - items.length} reset={() => change(NO_FILTER)} />
      {(items.length > 0 || data.items.length === 0) && (
        <Worklist items={items} refusal={refusal} onChoose={choose} />
      )}
      <LostCalls proposals={data.proposals} />
      <FindCaseForm />
    </div>
  )
}

const NO_FILTER = { wer: undefined, leistung: undefined, sprache: 'alle' } as const

/** A filter hides no promise without saying so. */
function Hidden({ count, reset }: { count: number; reset: () => void }) {
  if (count === 0) return null
  return (
    <p className="filters__hidden">
      {count === 1 ? 'Ein Rückruf ist' : `${count} Rückrufe sind`} durch die Auswahl ausgeblendet.{' '}
      <Button variant="tertiary" onClick={reset}>
        Alle zeigen
      </Button>
    </p>
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
