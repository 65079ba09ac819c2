import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { AtRiskView } from '../../../src/callbacks/alarm/contract.ts'
import { useHotkeys } from '../../platform/hotkeys.ts'
import { useHasRole } from '../../platform/session.ts'
import { Card, ErrorNotice, KeysSwitch, Notice } from '../../ui/index.ts'
import { HelpBar } from './HelpBar.tsx'
import { atRiskQuery } from './queries.ts'
import './risk.css'
import { RiskList } from './RiskList.tsx'
import { RiskTeams } from './RiskTeams.tsx'
import { refusalText, useHelp } from './useHelp.ts'
import { useSelection } from './useSelection.ts'

/** Promises that may break, why, and what a lead can do about it with one click. */
export function RiskCard({ dueToday }: { dueToday: number }) {
  const { data: view } = useSuspenseQuery(atRiskQuery)
  const acts = useHasRole('lead')
  const selection = useSelection(useMemo(() => view.items.map(({ callbackId }) => callbackId), [view]))
  const help = useHelp(selection.clear)
  const { mutate, isPending, error, data: result } = help
  const chosen = view.items.filter(({ callbackId }) => selection.isSelected(callbackId))
  const proposed = useCallback(() => {
    const all = proposalsOf(chosen)
    if (all.length > 0 && !isPending) mutate(all)
  }, [chosen, isPending, mutate])
  const later = useCallback(() => {
    if (chosen.length > 0 && !isPending) mutate(chosen.map(askLater))
  }, [chosen, isPending, mutate])
  useHotkeys(useMemo(() => (acts ? { v: proposed, s: later } : {}), [acts, proposed, later]))
  return (
    <Card
      title="Gefährdete Zusagen"
      aside={<p className="muted">{`${view.count} · heute fällig ${dueToday}`}</p>}
    >
      <div className="risk-card">
        <ErrorNotice error={error} />
        {result && <Result of={result} />}
        <RiskTeams teams={view.teams} acts={acts} busy={isPending} onHelp={mutate} />
        <RiskList view={view} acts={acts} busy={isPending} selection={selection} onHelp={mutate} />
        {acts && chosen.length > 0 && (
          <HelpBar
            chosen={chosen}
            teams={view.teams}
            busy={isPending}
            onProposed={proposed}
            onLater={later}
            onHelp={mutate}
          />
        )}
        {acts && view.items.length > 0 && <KeysSwitch />}
      </div>
    </Card>
  )
}

type Item = AtRiskView['items'][number]

/** What is proposed first for each; nothing for which nothing helps. */
const proposalsOf = (items: readonly Item[]) =>
  items.flatMap(({ callbackId: id, helps: [first] }) => (first ? [{ id, help: first.help }] : []))

const askLater = ({ callbackId: id }: Item) => ({ id, help: { kind: 'ask-later' as const } })

function Result({
  of: { done, sentence, refused },
}: {
  of: NonNullable<ReturnType<typeof useHelp>['data']>
}) {
  return (
    <>
      {done > 0 && <Notice tone="success">{sentence}</Notice>}
      {refused.length > 0 && (
        <Notice tone="warning">
          <ul className="risk__refused">
            {refused.map((one) => (
              <li key={one.caseNumber}>{refusalText(one)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
