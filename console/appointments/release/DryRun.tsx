import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DryRunView, PlansView, PlanView } from '../../../src/appointments/release/contract.ts'
import { serverNow } from '../../platform/serverClock.ts'
import { useMe } from '../../platform/session.ts'
import { momentOf } from '../../platform/times.ts'
import { Card, Empty, ErrorNotice, Loading, NamedOptions, Notice, Select } from '../../ui/index.ts'
import { DryRunPicture } from './DryRunPicture.tsx'
import { DryRunTable } from './DryRunTable.tsx'
import { dryRunQuery } from './queries.ts'

/** What a version would do: which part of each day becomes bookable when and for whom. */
export function DryRun({ plan, services }: { plan: PlanView; services: PlansView['services'] }) {
  const [chosen, setChosen] = useState(services[0]?.id ?? '')
  const query = { ...dryRunQuery(plan, chosen), enabled: chosen !== '', placeholderData: keepPreviousData }
  const { data, error } = useQuery({ ...query, throwOnError: false })
  return (
    <Card title={`Probelauf von Version ${plan.version}`}>
      {services.length === 0 ? (
        <Empty>Keine Leistung ist buchbar, also wird nichts frei.</Empty>
      ) : (
        <Select
          label="Gezählt in Terminen für"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <NamedOptions of={services} />
        </Select>
      )}
      <ErrorNotice error={error} />
      {!data && !error && chosen !== '' && <Loading />}
      {data && <Result run={data} />}
    </Card>
  )
}

function Result({ run }: { run: DryRunView }) {
  const opens = run.days.some(({ openings }) => openings.length > 0)
  return (
    <>
      <Warnings warnings={run.warnings} />
      {run.poolTimes.length > 0 && <PoolTimes times={run.poolTimes} />}
      {run.isCut && <p className="muted">Gezeigt werden die ersten {run.days.length} Tage.</p>}
      {opens && <DryRunPicture days={run.days} />}
      <details className="same-as-table">
        <summary>{opens ? 'Dasselbe als Tabelle' : 'Die Tage als Tabelle'}</summary>
        <DryRunTable run={run} />
      </details>
    </>
  )
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return <Notice tone="success">Nichts spricht dagegen.</Notice>
  return (
    <Notice tone="warning">
      <p>Bitte bedenken Sie:</p>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  )
}

function PoolTimes({ times }: { times: readonly string[] }) {
  const { timeZone } = useMe().city
  return (
    <div>
      <p>Was abgesagt wird, kommt das nächste Mal:</p>
      <ul>
        {times.map((at) => (
          <li key={at}>{momentOf(at, serverNow(), timeZone)}</li>
        ))}
      </ul>
    </div>
  )
}
