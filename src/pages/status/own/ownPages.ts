import type { Traffic } from '../../../platform/http/gate.ts'
import type { Visit } from '../../visit.ts'
import { showNumber, takeNumber } from './changeNumber.tsx'
import { showTimes, takeTime } from './changeTime.tsx'
import { showLink, takeLink } from './link.tsx'
import { leaveOwn, showOwn } from './showOwn.tsx'
import { askWithdraw, takeWithdraw } from './withdraw.tsx'

interface OwnPage {
  method: 'get' | 'post'
  path: string
  traffic: Traffic
  show: (visit: Visit) => Promise<Response>
}

/** Pages of somebody who is owed a call. */
const get = (path: string, show: OwnPage['show']): OwnPage => ({
  method: 'get',
  traffic: 'finish',
  path,
  show,
})
const post = (path: string, show: OwnPage['show']): OwnPage => ({
  method: 'post',
  traffic: 'finish',
  path,
  show,
})

/** What citizens do about their own callback. Addresses carry no number and no secret, but for the link of a message. */
export const ownCallbackPages: readonly OwnPage[] = [
  get('/anliegen/k/:link', showLink),
  post('/anliegen/k/:link', takeLink),
  get('/anliegen/rueckruf', showOwn),
  get('/anliegen/rueckruf/zeit', showTimes),
  post('/anliegen/rueckruf/zeit', takeTime),
  get('/anliegen/rueckruf/nummer', showNumber),
  post('/anliegen/rueckruf/nummer', takeNumber),
  get('/anliegen/rueckruf/absagen', askWithdraw),
  post('/anliegen/rueckruf/absagen', takeWithdraw),
  post('/anliegen/rueckruf/fertig', leaveOwn),
]
