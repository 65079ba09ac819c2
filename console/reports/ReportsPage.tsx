import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { FindCaseForm } from '../cases/FindCaseForm.tsx'
import { Kbd, KeysSwitch, Loading, PageTitle, Told } from '../ui/index.ts'
import { FilterBar } from './FilterBar.tsx'
import type { Filters } from './filters.ts'
import { ReportList } from './ReportList.tsx'
import '../callbacks/callbacks.css'
import './reports.css'

/** What citizens reported and what they wait for, the next due first. */
export function ReportsPage() {
  const filters = useSearch({ from: '/shell/meldungen' })
  const navigate = useNavigate()
  const change = (part: Filters): void => {
    const search = Object.fromEntries(
      Object.entries({ ...filters, ...part }).filter(([, value]) => value !== undefined),
    ) satisfies Filters
    void navigate({ to: '/meldungen', search, replace: true })
  }
  return (
    <div className="page worklist-page">
      <PageTitle title="Meldungen" />
      <Told />
      <div className="worklist-page__actions">
        <p className="muted">
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> wählen, <Kbd>Enter</Kbd> öffnen
        </p>
        <KeysSwitch />
      </div>
      <FilterBar filters={filters} change={change} />
      <Suspense fallback={<Loading />}>
        <ReportList filters={filters} />
      </Suspense>
      <FindCaseForm />
    </div>
  )
}
