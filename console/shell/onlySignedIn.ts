import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { meQuery } from '../platform/session.ts'

/** Before a page for staff: sends everybody else to the sign-in page and back afterwards. */
export async function onlySignedIn({
  context,
  location,
}: {
  context: { queryClient: QueryClient }
  location: { href: string }
}): Promise<void> {
  const me = await context.queryClient.ensureQueryData(meQuery)
  if (!me) throw redirect({ to: '/anmelden', search: { weiter: location.href } })
}
