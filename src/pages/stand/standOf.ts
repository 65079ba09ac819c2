import { type MonthFigures, monthFigures, type Share } from '../../trial/index.ts'
import { listCategories } from '../../reports/index.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { nextByOffice, type OfficeNext } from '../appointments/nextAppointment.ts'
import { shortMoment } from '../appointments/when.ts'
import { type Calling, makesCallbacks } from '../calling.ts'
import { KeptReadings } from '../keptReadings.ts'
import { nextRange, windowInWords } from '../nextWindow.ts'
import { nameOf } from '../services/nameOf.ts'
import type { Visit } from '../visit.ts'
import { checkLight, type PartLight, phoneLight, type Read, readLight, shownLights } from './lights.ts'

/** How things stand at the city hall now, for everybody. What could not be read is 'unknown', never a zero. */
export interface Stand {
  at: Date
  lights: readonly PartLight[]
  calling: Calling
  /** The first window with room, also as spoken; null when none is free. */
  callback: Read<{ range: TimeRange; words: string } | null>
  /** The earliest free time of each office; null where nothing can be booked on these pages. */
  appointments: Read<readonly OfficeStand[] | null>
  month: Read<MonthStand>
}

export interface OfficeStand extends OfficeNext {
  /** Moment and service as the page says them; null when nothing is free. */
  words: { when: string; service: string } | null
}

export interface MonthStand extends Readonly<Record<'answers' | 'callbacks', Share | null>> {
  /** First day, 'YYYY-MM-DD'. */
  from: string
}

/** Below this a share says more about single people than about the city (docs/figures.md). */
const FEWEST = 5
/** So long one reading serves all readers: a newspaper's article brings many at once. */
export const KEPT_MS = 10_000

const readings = new KeptReadings<Stand>(KEPT_MS)

/** How things stand, at most ten seconds old. */
export const standOf = (visit: Visit): Promise<Stand> =>
  readings.of(visit.platform, `${visit.city.id} ${visit.frame.lang}`, () => read(visit))

async function read(visit: Visit): Promise<Stand> {
  const { platform, city } = visit
  const calling = await visit.calling(visit.frame.lang)
  const [callback, appointments, month, reports] = await Promise.all([
    known(visit, 'callback', () => callbackOf(visit)),
    known(visit, 'appointments', () => officesOf(visit)),
    known(visit, 'month', async () => enough(await monthFigures(platform, city))),
    known(visit, 'reports', async () => (await listCategories(platform.db, city.id, 'active')).length > 0),
  ])
  const [promises, mail] = await Promise.all([
    checkLight(visit, 'promises'),
    checkLight(visit, 'email', 'mailbox'),
  ])
  const lights = shownLights({
    phone: phoneLight(visit.telephone()),
    callback: makesCallbacks(calling) ? readLight(callback === 'unknown' ? callback : true, promises) : 'off',
    appointments: readLight(appointments),
    email: mail,
    reports: readLight(reports),
  })
  return { at: platform.clock.now(), lights, calling, callback, appointments, month }
}

/** A part that cannot be read takes none of the others with it. */
async function known<T>({ platform, city }: Visit, part: string, read: () => Promise<T>): Promise<Read<T>> {
  try {
    return await read()
  } catch (error) {
    platform.log.error({ err: error, city: city.id, part }, 'a part of the public page could not be read')
    return 'unknown'
  }
}

async function callbackOf(visit: Visit): Promise<{ range: TimeRange; words: string } | null> {
  const range = await nextRange(visit)
  return range && { range, words: windowInWords(visit, range) }
}

async function officesOf(visit: Visit): Promise<OfficeStand[] | null> {
  const { lang } = visit.frame
  const offices = await nextByOffice(visit)
  return (
    offices?.map((office) => ({
      ...office,
      words: office.next && {
        when: shortMoment(office.next.date, office.next.time, lang),
        service: nameOf(office.next.service, lang),
      },
    })) ?? null
  )
}

const enough = ({ from, answers, callbacks }: MonthFigures): MonthStand => ({
  from,
  answers: answers.of < FEWEST ? null : answers,
  callbacks: callbacks.of < FEWEST ? null : callbacks,
})
