import { useQuery } from '@tanstack/react-query'
import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { Button, Empty, ErrorNotice, KeysSwitch, Loading, PageTitle, Told } from '../ui/index.ts'
import { attemptText } from './attemptText.ts'
import { type Filters, nextOf } from './filters.ts'
import { upcomingQuery } from './queries.ts'
import { RiskWord } from './RiskWord.tsx'
import { useTaking } from './useTaking.ts'

interface Props {
  filters: Filters
  change: (part: Filters) => void
}

/** For who does this between two visitors: the next one or two, and nothing moves until one asks. */
export function QuietPage({ filters, change }: Props) {
  const next = useQuery(upcomingQuery(nextOf(filters)))
  const { busy, refusal, takeNext } = useTaking(nextOf(filters))
  const look = () => void next.refetch()
  useHotkeys({ n: takeNext, r: look, l: () => change({ ansicht: undefined }) })
  return (
    <div className="page page--narrow quiet">
      <PageTitle title="Rückrufe in Ruhe" />
      <Told />
      <ErrorNotice error={refusal?.error ?? next.error} />
      {next.data ? <Items items={next.data.items} /> : <Loading />}
      <div className="worklist-page__actions">
        <Button
          variant="primary"
          hotkey="N"
          busy={busy}
          disabled={next.data?.items.length === 0}
          onClick={takeNext}
        >
          Diesen Rückruf nehmen
        </Button>
        <Button hotkey="R" busy={next.isFetching} onClick={look}>
          Nachsehen
        </Button>
        <Button variant="tertiary" hotkey="L" onClick={() => change({ ansicht: undefined })}>
          Ganze Liste
        </Button>
        <KeysSwitch />
      </div>
    </div>
  )
}

function Items({ items }: { items: readonly WorklistItem[] }) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  if (items.length === 0)
    return <Empty>Zurzeit wartet kein Rückruf auf Sie. Mit „Nachsehen“ fragen Sie noch einmal.</Empty>
  return (
    <ol className="quiet__items">
      {items.map((item, index) => (
        <li key={item.id} className="quiet__item" aria-current={index === 0 || undefined}>
          <p className="quiet__when">{item.dueText}</p>
          <p className="quiet__about">{item.summary}</p>
          <p className="muted">
            {item.caseNumber} · {attemptText(item, now, timeZone)} · <RiskWord risk={item.risk} />
          </p>
        </li>
      ))}
    </ol>
  )
}
