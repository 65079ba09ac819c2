import { SectionLayout } from '../admin/SectionLayout.tsx'
import { useMe } from '../platform/session.ts'
import { appointmentPagesOf } from './pages.ts'

/** The navigation of everything about appointments beside its pages. */
export function AppointmentsLayout() {
  return <SectionLayout label="Termine" pages={appointmentPagesOf(useMe().role)} />
}
