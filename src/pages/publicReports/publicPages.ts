import type { Traffic } from '../../platform/http/gate.ts'
import type { Visit } from '../visit.ts'
import { showListFeed, showOwnFeed, showReportFeed } from './feeds.ts'
import { showMap } from './map/showMap.tsx'
import { showFollowing, takeEnd, takeYes } from './showFollowing.tsx'
import { showList, showPublicReport, takeFollower } from './showPublic.tsx'

interface PublicPage {
  method: 'get' | 'post'
  path: string
  traffic: Traffic
  show: (visit: Visit) => Promise<Response>
}

/** What everybody may see of the reports, as pages and for feed readers, and following one by e-mail. */
export const publicPages: readonly PublicPage[] = [
  { method: 'get', path: '/meldungen', traffic: 'read', show: showList },
  { method: 'get', path: '/meldungen.rss', traffic: 'read', show: showListFeed },
  // Before the report whose number would be 'karte'.
  { method: 'get', path: '/meldungen/karte', traffic: 'read', show: showMap },
  { method: 'get', path: '/meldungen/:number', traffic: 'read', show: showPublicReport },
  { method: 'post', path: '/meldungen/:number', traffic: 'take', show: takeFollower },
  { method: 'get', path: '/meldungen/:number/verlauf.rss', traffic: 'read', show: showReportFeed },
  { method: 'get', path: '/meldungen/folgen/:link', traffic: 'read', show: showFollowing },
  { method: 'post', path: '/meldungen/folgen/:link', traffic: 'finish', show: takeYes },
  { method: 'post', path: '/meldungen/folgen/:link/ende', traffic: 'finish', show: takeEnd },
  { method: 'get', path: '/meldung/feed/:link', traffic: 'read', show: showOwnFeed },
]
