import { PageTitle } from '../ui/index.ts'

export function DeskPage() {
  return (
    <div className="page">
      <PageTitle title="Arbeitsplatz" />
    </div>
  )
}
