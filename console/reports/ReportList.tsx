import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { ReportItem, ReportsView } from '../../src/reports/contract.ts'
import { useRowFocus } from '../callbacks/useRowFocus.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { Button, Empty, ErrorNotice, StatusWord, Table } from '../ui/index.ts'
import { emptySentence, type Filters } from './filters.ts'
import { reportsQuery } from './queries.ts'
import { ReportRow } from './ReportRow.tsx'

const FOCUS = {
  best: (items: readonly ReportItem[]) => items[0],
  gone: 'Diese Meldung ist nicht mehr in der Liste.',
}

export function ReportList({ filters }: { filters: Filters }) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    reportsQuery(filters),
  )
  const items = data.pages.flatMap((page) => page.items)
  const [first] = data.pages
  return (
    <>
      {first && <Counts of={first.counts} />}
      {items.length === 0 ? (
        <Empty>{emptySentence(filters)}</Empty>
      ) : (
        <Rows
          items={items}
          caption={CAPTIONS[filters.zeigen ?? 'offen']}
          ended={filters.zeigen === 'beantwortet'}
        />
      )}
      <ErrorNotice error={error} />
      {hasNextPage && (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Weitere laden
          </Button>
        </div>
      )}
    </>
  )
}

/** Of the own teams, whatever is filtered. */
function Counts({ of: { open, away, overdue, soon, mine, nobody } }: { of: ReportsView['counts'] }) {
  return (
    <p className="counts">
      <span>{open} offen</span>
      {overdue > 0 ? <StatusWord tone="bad">{overdue} überfällig</StatusWord> : <span>keine überfällig</span>}
      {soon > 0 && <StatusWord tone="warn">{soon} bald fällig</StatusWord>}
      {away > 0 && <span>{away} zurückgelegt</span>}
      <span>{mine} bei mir</span>
      <span>{nobody} bei niemandem</span>
    </p>
  )
}

const CAPTIONS = {
  offen: 'Offene Meldungen, nach Frist',
  zurueckgelegt: 'Zurückgelegte Meldungen, nach Frist',
  beantwortet: 'Beantwortete Meldungen, die neueste Antwort zuerst',
}

interface RowsProps {
  items: readonly ReportItem[]
  caption: string
  ended: boolean
}

function Rows({ items, caption, ended }: RowsProps) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  const { rows, tabbable, register, hold, release, onKeyDown } = useRowFocus(items, FOCUS)
  return (
    <div className="worklist reports" onKeyDown={onKeyDown} onBlur={release} role="presentation">
      <Table
        caption={caption}
        hideCaption
        heads={[ended ? 'Beantwortet' : 'Frist', 'Nummer', 'Meldung', 'Stand', 'Team', 'Bei']}
      >
        <tbody>
          {rows.map((item) => (
            <ReportRow
              key={item.id}
              item={item}
              now={now}
              timeZone={timeZone}
              tabbable={item.id === tabbable}
              link={register(item.id)}
              onFocus={() => hold(item.id)}
            />
          ))}
        </tbody>
      </Table>
    </div>
  )
}
