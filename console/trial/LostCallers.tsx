import { Link } from '@tanstack/react-router'

/** Callers whom nobody served and for whom nobody has decided yet. */
export function LostCallers({ count, linked }: { count: number; linked: boolean }) {
  const text = count === 1 ? '1 entgangener Anruf' : `${count} entgangene Anrufe`
  return (
    <p>
      {linked ? (
        <Link className="kern-link" to="/rueckrufe">
          {text}
        </Link>
      ) : (
        text
      )}{' '}
      ohne Entscheidung
    </p>
  )
}
