import type { Traffic } from '../../platform/http/gate.ts'
import type { Visit } from '../visit.ts'
import { giveBookedCalendar, giveOwnCalendar } from './calendarFiles.ts'
import { showAsked, takeCode } from './confirm/showAsked.tsx'
import { showConfirm, takeConfirm } from './confirm/confirmLink.tsx'
import { extendTime } from './extendTime.tsx'
import { showReminded, takeAnswer } from './linked/reminded.tsx'
import { showLink, takeLink } from './linked/openLink.tsx'
import { askCancel, cancelOwn } from './own/cancelOwn.tsx'
import { showFewer, takeFewer } from './own/fewerOwn.tsx'
import { moveOwn, showMove } from './own/moveOwn.tsx'
import { leaveOwn, showOwn } from './own/showOwn.tsx'
import { openOwn, showOwnForm } from './own/showOwnForm.tsx'
import { showReleases } from './releases/showReleases.tsx'
import { bookTime, showCheckStep } from './showCheckStep.tsx'
import { showDetailsStep, takeDetails } from './showDetailsStep.tsx'
import { showDocumentsStep } from './showDocumentsStep.tsx'
import { showDone } from './showDone.tsx'
import { showServicesStep } from './showServicesStep.tsx'
import { showTimesStep } from './showTimesStep.tsx'
import { takeTime } from './takeTime.tsx'

interface BookingPage {
  method: 'get' | 'post'
  path: string
  traffic: Traffic
  show: (visit: Visit) => Promise<Response>
}

const page =
  (method: BookingPage['method'], traffic: Traffic) =>
  (path: string, show: BookingPage['show']): BookingPage => ({ method, traffic, path, show })
const look = page('get', 'read')
/** Pages of somebody who holds a time or has an appointment. */
const get = page('get', 'finish')
const post = page('post', 'finish')

/** From a service to a booked appointment, and what its owner does with it. Addresses carry services and days, never a secret or a name. */
export const bookingPages: readonly BookingPage[] = [
  look('/termin', showServicesStep),
  look('/termin/freigaben', showReleases),
  look('/termin/unterlagen', showDocumentsStep),
  look('/termin/zeit', showTimesStep),
  page('post', 'take')('/termin/zeit', takeTime),
  get('/termin/angaben', showDetailsStep),
  post('/termin/angaben', takeDetails),
  post('/termin/verlaengern', extendTime),
  get('/termin/pruefen', showCheckStep),
  post('/termin/buchen', bookTime),
  get('/termin/bestaetigen', showAsked),
  post('/termin/bestaetigen', takeCode),
  get('/termin/b/:link', showConfirm),
  post('/termin/b/:link', takeConfirm),
  get('/termin/gebucht', showDone),
  get('/termin/gebucht/kalender', giveBookedCalendar),
  get('/termin/k/:link', showLink),
  post('/termin/k/:link', takeLink),
  get('/termin/e/:link', showReminded),
  post('/termin/e/:link', takeAnswer),
  get('/termin/mein', showOwnForm),
  post('/termin/mein', openOwn),
  get('/termin/mein/ansicht', showOwn),
  get('/termin/mein/kalender', giveOwnCalendar),
  get('/termin/mein/zeit', showMove),
  post('/termin/mein/zeit', moveOwn),
  get('/termin/mein/personen', showFewer),
  post('/termin/mein/personen', takeFewer),
  get('/termin/mein/absagen', askCancel),
  post('/termin/mein/absagen', cancelOwn),
  post('/termin/mein/fertig', leaveOwn),
]
