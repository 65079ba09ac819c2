import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useMatches } from '@tanstack/react-router'
import { Fragment, Suspense, useEffect } from 'react'
import { startLive } from '../platform/live.ts'
import { useMe } from '../platform/session.ts'
import { PhoneBar, SoftphoneProvider } from '../softphone/index.ts'
import { Loading } from '../ui/index.ts'
import { Alarms } from './Alarms.tsx'
import { DemoBanner } from './DemoBanner.tsx'
import { Header } from './Header.tsx'
import { DESK_ROLES } from './navigation.ts'
import { NotAllowedPage } from './NotAllowedPage.tsx'
import './shell.css'

/** Frame of every signed-in page: skip link, header with navigation, the page. */
export function AppShell() {
  const me = useMe()
  const client = useQueryClient()
  useEffect(() => startLive(client), [client])
  const allowed = useMatches({
    select: (matches) => matches.every(({ staticData }) => staticData.roles?.includes(me.role) ?? true),
  })
  const Phone = DESK_ROLES.includes(me.role) ? SoftphoneProvider : Fragment
  return (
    <Phone>
      <div className="shell">
        <a className="skip-link" href="#main">
          Zum Inhalt springen
        </a>
        {me.city.demo && <DemoBanner city={me.city.title} />}
        <Header me={me} />
        <Alarms />
        <main className="shell__main" id="main" tabIndex={-1}>
          <Suspense fallback={<Loading />}>{allowed ? <Outlet /> : <NotAllowedPage />}</Suspense>
        </main>
        <PhoneBar />
      </div>
    </Phone>
  )
}
