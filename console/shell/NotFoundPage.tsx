import { Link } from '@tanstack/react-router'
import { PageTitle } from '../ui/index.ts'

export function NotFoundPage() {
  return (
    <div className="page page--narrow">
      <PageTitle title="Diese Seite gibt es nicht" />
      <p>Vielleicht ist die Adresse unvollständig.</p>
      <p>
        <Link to="/" className="kern-link">
          Zur Startseite
        </Link>
      </p>
    </div>
  )
}
