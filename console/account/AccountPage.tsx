import { useMe } from '../platform/session.ts'
import { PageTitle } from '../ui/index.ts'
import './account.css'
import { PasswordCard } from './PasswordCard.tsx'
import { SecondFactorCard } from './SecondFactorCard.tsx'
import { SessionsCard } from './SessionsCard.tsx'

/** What everybody may see and change of the own account. */
export function AccountPage() {
  const me = useMe()
  return (
    <div className="page page--narrow">
      <PageTitle title="Konto" aside={<span className="muted">{`${me.name}, ${me.login}`}</span>} />
      <SessionsCard />
      <PasswordCard />
      <SecondFactorCard on={me.secondFactor} />
    </div>
  )
}
