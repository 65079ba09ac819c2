import { Link } from '@tanstack/react-router'
import type { Me } from '../../src/people/contract.ts'
import { SignOutReminder } from '../callbacks/SignOutReminder.tsx'
import { useLeaving } from '../callbacks/useLeaving.ts'
import { Icon } from '../ui/index.ts'
import { DataAge } from './DataAge.tsx'
import { navigationOf } from './navigation.ts'

export function Header({ me }: { me: Me }) {
  return (
    <header className="header">
      <p className="header__city">
        <span className="header__name">{me.city.title}</span>{' '}
        <span className="header__product">Freizeichen</span>
      </p>
      <nav className="header__nav" aria-label="Hauptnavigation">
        {navigationOf(me.role).map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            className="nav-link"
            activeProps={{ className: 'nav-link nav-link--active' }}
          >
            {label}
          </Link>
        ))}
      </nav>
      <DataAge />
      <AccountMenu me={me} />
    </header>
  )
}

function AccountMenu({ me }: { me: Me }) {
  const { inHand, ask, leave, stay } = useLeaving()
  return (
    <div className="header__account">
      <Link to="/konto" className="nav-link" activeProps={{ className: 'nav-link nav-link--active' }}>
        <Icon name="account-circle" />
        <span className="kern-sr-only">Konto: </span>
        {me.name}
      </Link>
      <button type="button" className="nav-link" onClick={() => void ask()}>
        <Icon name="logout" />
        Abmelden
      </button>
      {inHand > 0 && <SignOutReminder count={inHand} onLeave={() => void leave()} onClose={stay} />}
    </div>
  )
}
