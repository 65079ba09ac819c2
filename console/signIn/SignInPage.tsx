import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { aboutView } from '../../src/city/contract.ts'
import { me } from '../../src/people/contract.ts'
import { api } from '../platform/api.ts'
import { meQuery } from '../platform/session.ts'
import { DemoBanner } from '../shell/DemoBanner.tsx'
import { homeOf } from '../shell/navigation.ts'
import { PageTitle } from '../ui/index.ts'
import { SignInForm, type SignInValues } from './SignInForm.tsx'
import './signIn.css'

export function SignInPage() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { weiter } = useSearch({ from: '/anmelden' })
  const { data: about } = useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => api.get('/api/v1/about', aboutView, { signal }),
  })
  const signIn = async (values: SignInValues) => {
    const account = await api.post('/api/v1/session', me, values)
    client.setQueryData(meQuery.queryKey, account)
    await navigate({ to: weiter ?? homeOf(account.role) })
  }
  return (
    <>
      {about?.demo && <DemoBanner city={about.title} />}
      <main className="sign-in" id="main">
        <div className="sign-in__card">
          <p className="sign-in__product">{about ? `Freizeichen · ${about.title}` : 'Freizeichen'}</p>
          <PageTitle title="Anmelden" />
          <SignInForm signIn={signIn} />
        </div>
      </main>
    </>
  )
}
