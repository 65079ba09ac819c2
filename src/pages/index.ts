import type { Traffic } from '../platform/http/gate.ts'
import type { ApiInfo } from '../platform/http/openApi.ts'
import { rawRoute, type Route } from '../platform/http/route.ts'
import { MOST_FORM_BYTES } from '../reports/index.ts'
import { showApi } from './api/showApi.tsx'
import { appPages } from './app/appPages.ts'
import { takeSent } from './app/takeSent.ts'
import { bookingPages } from './appointments/bookingPages.ts'
import { callbackPages } from './callback/callbackPages.ts'
import { showGuide } from './guide/showGuide.tsx'
import { showHome } from './home/showHome.tsx'
import { showPrivacy } from './privacy/showPrivacy.tsx'
import { publicPages } from './publicReports/publicPages.ts'
import { reportPages } from './report/reportPages.ts'
import { standPages } from './stand/standPages.tsx'
import { trialPages } from './trial/trialPages.tsx'
import { showService } from './services/showService.tsx'
import { showServices } from './services/showServices.tsx'
import { ownCallbackPages } from './status/own/ownPages.ts'
import { showStatus } from './status/showStatus.tsx'
import { showStatusForm } from './status/showStatusForm.tsx'
import { type PageNeeds, type Visit, visitOf } from './visit.ts'

export { createErrorPage } from './error/createErrorPage.tsx'
export { statusRoute } from './stand/statusRoute.ts'
export type { PageNeeds } from './visit.ts'

type Show = (visit: Visit) => Promise<Response>

const pageOf =
  (needs: PageNeeds) =>
  (method: 'get' | 'post', path: string, show: Show, traffic: Traffic = 'read', maxBytes?: number): Route =>
    rawRoute({
      method,
      path,
      roles: 'public',
      traffic,
      ...(maxBytes === undefined ? {} : { maxBytes }),
      respond: async (c, scope) => show(await visitOf(c, scope, needs)),
    })

/** What other programs may do here, for people who write them. */
export const apiPages = (routes: readonly Route[], info: ApiInfo, needs: PageNeeds): Route[] => [
  pageOf(needs)('get', '/api/docs', showApi(routes, info)),
]

/** The pages for citizens. */
export function citizenPages(needs: PageNeeds): Route[] {
  const page = pageOf(needs)
  return [
    page('get', '/', showHome),
    page('get', '/leistungen', showServices),
    page('get', '/wegweiser', showGuide),
    page('get', '/leistungen/:id', showService),
    page('get', '/anliegen', showStatusForm),
    page('post', '/anliegen', showStatus),
    ...ownCallbackPages.map(({ method, path, show, traffic }) => page(method, path, show, traffic)),
    page('get', '/datenschutz', showPrivacy),
    ...callbackPages.map(({ method, path, show, traffic }) => page(method, path, show, traffic)),
    ...reportPages.map(({ method, path, show, traffic, maxBytes }) =>
      page(method, path, show, traffic, maxBytes),
    ),
    ...publicPages.map(({ method, path, show, traffic }) => page(method, path, show, traffic)),
    ...standPages.map(({ path, show }) => page('get', path, show)),
    ...trialPages.map(({ path, show }) => page('get', path, show)),
    ...appPages.map(({ path, show }) => page('get', path, show)),
    rawRoute({
      method: 'post',
      path: '/melden/:id/einreichen',
      roles: 'public',
      traffic: 'take',
      problemJson: true,
      maxBytes: MOST_FORM_BYTES,
      respond: async (c, scope) => takeSent(await visitOf(c, scope, needs)),
    }),
    ...bookingPages.map(({ method, path, show, traffic }) => page(method, path, show, traffic)),
  ]
}
