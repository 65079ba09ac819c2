import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { CallbackFigures } from '../../../src/trial/callbackFigures/contract.ts'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { dateInWords } from '../../platform/times.ts'
import { Card, Empty, Loading, PageTitle } from '../../ui/index.ts'
import { GroupTables } from './GroupTables.tsx'
import { PeriodForm } from './PeriodForm.tsx'
import { csvAddress, callbackFiguresQuery } from './queries.ts'
import { TotalTable } from './TotalTable.tsx'
import './figures.css'

/** How promised callbacks of a period were kept, as a whole and by group; never by person. */
export function CallbackFiguresPage() {
  const { von, bis } = useSearch({ from: '/shell/zahlen/rueckrufe' })
  const navigate = useNavigate()
  const { data, error } = useQuery(callbackFiguresQuery({ from: von, to: bis }))
  return (
    <div className="page callback-figures">
      <PageTitle
        title="Zahlen: Rückrufe"
        aside={<ButtonLink to="/zahlen/testbetrieb">Testbetriebe</ButtonLink>}
      />
      <PeriodForm
        from={von ?? data?.from ?? ''}
        to={bis ?? data?.to ?? ''}
        error={error}
        onShow={({ from, to }) =>
          void navigate({ to: '/zahlen/rueckrufe', search: { von: from || undefined, bis: to || undefined } })
        }
      />
      {!data && !error && <Loading />}
      {data && <Figures of={data} />}
    </div>
  )
}

const GROUPINGS = {
  service: { title: 'Nach Leistung', head: 'Leistung' },
  team: { title: 'Nach Team', head: 'Team' },
  hour: { title: 'Nach Stunde, in der das Zeitfenster beginnt', head: 'Stunde' },
} as const

function Figures({ of: { from, to, size, total, cases, groups } }: { of: CallbackFigures }) {
  return (
    <>
      <p aria-live="polite">
        {from === to ? dateInWords(from) : `${dateInWords(from)} bis ${dateInWords(to)}`}. Gezählt sind
        Zusagen, deren Zeitfenster an diesen Tagen endet; Übungen zählen nie.
      </p>
      {size === 'none' && <Empty>In diesem Zeitraum endet kein zugesagtes Zeitfenster.</Empty>}
      {size === 'few' && (
        <Empty>
          In diesem Zeitraum gibt es weniger als fünf Zusagen. So kleine Zahlen handeln von einzelnen Menschen
          und werden nicht gezeigt. Bitte einen längeren Zeitraum wählen.
        </Empty>
      )}
      {total && (
        <>
          <p>
            <a className="kern-link" href={csvAddress(from, to)} download>
              Als Tabelle (CSV)
            </a>
          </p>
          <Card title="Insgesamt">
            <TotalTable of={total} cases={cases} />
          </Card>
          {groups.map((group) => (
            <Card key={group.by} title={GROUPINGS[group.by].title}>
              <GroupTables of={group} head={GROUPINGS[group.by].head} />
            </Card>
          ))}
        </>
      )}
    </>
  )
}
