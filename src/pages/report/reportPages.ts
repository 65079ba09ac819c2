import type { Traffic } from '../../platform/http/gate.ts'
import { MOST_FORM_BYTES } from '../../reports/index.ts'
import type { Visit } from '../visit.ts'
import {
  showFollowForm,
  showFollowLink,
  showReport,
  takeMorePhotos,
  takeObjection,
} from './showFollowing.tsx'
import { showSender, takeSender } from './showSender.tsx'
import { showCategories, showCheck, showDone, showForm, takeForm, takeReport } from './showReporting.tsx'

interface ReportPage {
  method: 'get' | 'post'
  path: string
  traffic: Traffic
  /** Where photos come with it. */
  maxBytes?: number
  show: (visit: Visit) => Promise<Response>
}

/** Reporting something, and seeing what becomes of it. What is typed is in a cookie and in forms, and is stored with the last button. */
export const reportPages: readonly ReportPage[] = [
  { method: 'get', path: '/melden', traffic: 'read', show: showCategories },
  { method: 'get', path: '/melden/fertig', traffic: 'read', show: showDone },
  { method: 'get', path: '/melden/:id', traffic: 'read', show: showForm },
  { method: 'post', path: '/melden/:id', traffic: 'read', maxBytes: MOST_FORM_BYTES, show: takeForm },
  { method: 'get', path: '/melden/:id/pruefen', traffic: 'read', show: showCheck },
  { method: 'post', path: '/melden/:id/senden', traffic: 'take', show: takeReport },
  { method: 'get', path: '/meldung', traffic: 'read', show: showFollowForm },
  { method: 'post', path: '/meldung', traffic: 'read', show: showReport },
  { method: 'get', path: '/meldung/k/:link', traffic: 'read', show: showFollowLink },
  { method: 'get', path: '/meldung/absender/:link', traffic: 'read', show: showSender },
  { method: 'post', path: '/meldung/absender/:link', traffic: 'finish', show: takeSender },
  {
    method: 'post',
    path: '/meldung/foto',
    traffic: 'finish',
    maxBytes: MOST_FORM_BYTES,
    show: takeMorePhotos,
  },
  { method: 'post', path: '/meldung/nicht-geloest', traffic: 'finish', show: takeObjection },
]
