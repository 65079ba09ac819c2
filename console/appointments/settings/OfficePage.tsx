import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { useHasRole } from '../../platform/session.ts'
import { NotFoundPage } from '../../shell/NotFoundPage.tsx'
import { Card, Facts, Notice } from '../../ui/index.ts'
import { Exceptions } from './Exceptions.tsx'
import { type OfficeView, settingsQuery } from './queries.ts'
import './settings.css'
import { ShiftTable } from './ShiftTable.tsx'
import { WeekCard } from './WeekCard.tsx'

/** An office: who works there when. */
export function OfficePage() {
  const { id } = useParams({ from: '/shell/termine/bueros/$id' })
  const { offices, catalogue } = useSuspenseQuery(settingsQuery).data
  const maySet = useHasRole('admin')
  const mayPlan = useHasRole('lead', 'admin')
  const office = offices.find((office) => office.id === id)
  if (!office) return <NotFoundPage />
  const change = (
    <ButtonLink to="/termine/bueros/$id/aendern" params={{ id }}>
      Büro ändern
    </ButtonLink>
  )
  return (
    <AdminPage title={office.name} aside={maySet && change}>
      {!office.active && (
        <Notice tone="warning">Dieses Büro vergibt zurzeit keine Termine. Gebuchte bleiben stehen.</Notice>
      )}
      <OfficeFacts office={office} />
      <WeekCard office={office} />
      <Card
        title="Dienste"
        aside={
          mayPlan && (
            <ButtonLink to="/termine/bueros/$id/dienste/$shift" params={{ id, shift: 'neu' }}>
              Neuer Dienst
            </ButtonLink>
          )
        }
      >
        <ShiftTable office={office} catalogue={catalogue} mayPlan={mayPlan} />
      </Card>
      {office.shifts.length > 0 && <Exceptions office={office} mayPlan={mayPlan} />}
    </AdminPage>
  )
}

function OfficeFacts({ office }: { office: OfficeView }) {
  const { address, counters, devices, gridMinutes, bookAheadDays } = office
  return (
    <Facts
      facts={[
        ['Anschrift', address],
        ['Schalter', counters],
        ['Geräte', devices.map(({ name, units }) => `${units} × ${name}`).join(', ') || 'keine knappen'],
        ['Termine', `beginnen alle ${gridMinutes} Minuten, buchbar ${bookAheadDays} Tage im Voraus`],
      ]}
    />
  )
}
