import { adminPages } from './pages.ts'
import { SectionLayout } from './SectionLayout.tsx'

/** The administration's own navigation beside its pages. */
export function AdminLayout() {
  return <SectionLayout label="Verwaltung" pages={adminPages} />
}
