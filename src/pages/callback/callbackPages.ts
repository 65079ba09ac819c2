import type { Traffic } from '../../platform/http/gate.ts'
import type { Visit } from '../visit.ts'
import { showCheckStep } from './showCheckStep.tsx'
import { showDone } from './showDone.tsx'
import { showNumberStep, takeNumber } from './showNumberStep.tsx'
import { showReasonStep, takeReason } from './showReasonStep.tsx'
import { showServiceStep } from './showServiceStep.tsx'
import { showWindowStep, takeWindow } from './showWindowStep.tsx'
import { takeRequest } from './takeRequest.tsx'

interface CallbackPage {
  method: 'get' | 'post'
  path: string
  traffic: Traffic
  show: (visit: Visit) => Promise<Response>
}

/** From a service to a promised callback. Addresses carry the service only; what is typed is in a cookie and in forms. */
export const callbackPages: readonly CallbackPage[] = [
  { method: 'get', path: '/rueckruf', traffic: 'read', show: showServiceStep },
  { method: 'get', path: '/rueckruf/anliegen', traffic: 'read', show: showReasonStep },
  { method: 'post', path: '/rueckruf/anliegen', traffic: 'read', show: takeReason },
  { method: 'get', path: '/rueckruf/nummer', traffic: 'read', show: showNumberStep },
  { method: 'post', path: '/rueckruf/nummer', traffic: 'read', show: takeNumber },
  { method: 'get', path: '/rueckruf/zeit', traffic: 'read', show: showWindowStep },
  { method: 'post', path: '/rueckruf/zeit', traffic: 'read', show: takeWindow },
  { method: 'get', path: '/rueckruf/pruefen', traffic: 'read', show: showCheckStep },
  { method: 'post', path: '/rueckruf/anfragen', traffic: 'take', show: takeRequest },
  { method: 'get', path: '/rueckruf/fertig', traffic: 'read', show: showDone },
]
