import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { fieldsOf } from '../../platform/apiError.ts'
import { NotFoundPage } from '../../shell/NotFoundPage.tsx'
import { Form } from '../../ui/index.ts'
import { BreakFields } from './BreakFields.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { PatternFields } from './PatternFields.tsx'
import { type Accepting, settingsApi, settingsQuery, type ShiftDraft } from './queries.ts'
import { RemoveShift } from './RemoveShift.tsx'
import './settings.css'
import { shiftOf } from './shiftForm.ts'
import { SkillFields } from './SkillFields.tsx'
import { StaffFields } from './StaffFields.tsx'
import { useChange } from './useChange.ts'

/** One shift of an office, or a new one. */
export function ShiftPage() {
  const { id: officeId, shift: id } = useParams({ from: '/shell/termine/bueros/$id/dienste/$shift' })
  const settings = useSuspenseQuery(settingsQuery).data
  const office = settings.offices.find((office) => office.id === officeId)
  const shift = office?.shifts.find((shift) => shift.id === id)
  const change = useChange({
    save: (input: Accepting<ShiftDraft>) => settingsApi.saveShift(officeId, shift?.id ?? null, input),
    to: '/termine/bueros/$id',
    paramsOf: () => ({ id: officeId }),
    told: 'Der Dienst ist gespeichert.',
  })
  const fields = fieldsOf(change.error)
  if (!office || (!shift && id !== 'neu')) return <NotFoundPage />
  return (
    <AdminPage title={shift ? `Dienst ${shift.label}` : `Neuer Dienst, ${office.name}`}>
      <Form
        label="Dienst"
        error={change.error}
        busy={change.busy}
        onSubmit={(values) => change.save(shiftOf(values))}
        aside={
          <>
            <ButtonLink to="/termine/bueros/$id" params={{ id: officeId }}>
              Abbrechen
            </ButtonLink>
            {shift && <RemoveShift office={officeId} shift={shift} />}
          </>
        }
      >
        <StaffFields shift={shift} counters={office.counters} fields={fields} />
        <PatternFields pattern={shift?.pattern} fields={fields} />
        <BreakFields breaks={shift?.breaks ?? []} fields={fields} />
        <SkillFields skills={shift?.skills ?? null} settings={settings} fields={fields} />
      </Form>
      <ConflictDialog change={change} />
    </AdminPage>
  )
}
