import { Link } from '@tanstack/react-router'
import { PageTitle } from '../ui/index.ts'

export function NotAllowedPage() {
  return (
    <div className="page page--narrow">
      <PageTitle title="Dafür hat dieses Konto kein Recht" />
      <p>Wenn Sie diese Seite brauchen, sprechen Sie bitte mit Ihrer Verwaltung.</p>
      <p>
        <Link to="/" className="kern-link">
          Zur Startseite
        </Link>
      </p>
    </div>
  )
}
