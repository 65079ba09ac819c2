/** What the log says of one appointment, in the order in which it was written. */
export interface Told {
  readonly id: string
  readonly kind: string
  /** Epoch ms. */
  readonly at: number
  readonly data: {
    readonly date?: string
    readonly start?: string
    readonly end?: string
    readonly services?: readonly { readonly id: string; readonly persons: number }[]
    readonly from?: unknown
    readonly to?: unknown
  }
}

export type Outcome = 'open' | 'served' | 'no-show' | 'cancelled'

/** One booked appointment as the whole log tells it. */
export interface Course {
  /** 'YYYY-MM-DD' on which it was last to be. */
  readonly date: string
  readonly start: number
  readonly minutes: number
  readonly services: readonly { readonly id: string; readonly persons: number }[]
  readonly bookedAt: number
  readonly walkIn: boolean
  readonly outcome: Outcome
}

/** Figures of appointments that were last to be on the days of a period; definitions in docs/figures.md. */
export interface DayFigures {
  readonly booked: number
  readonly served: number
  readonly noShow: number
  readonly cancelled: number
  readonly notRecorded: number
  readonly walkIns: number
  /** Half of them were booked longer before; null when nobody booked. Walk-ins are left out. */
  readonly leadTimeMs: number | null
  /** Minutes of appointments that were not cancelled and not missed. */
  readonly usedMinutes: number
  /** The same by service; an appointment for several counts for each by its persons. */
  readonly usedByService: Readonly<Record<string, number>>
}

/** What became of each appointment that was booked. */
export function coursesOf(events: readonly Told[]): Course[] {
  const found = new Map<string, Course>()
  for (const event of events) {
    const next = after(found.get(event.id), event)
    if (next) found.set(event.id, next)
  }
  return [...found.values()]
}

function after(known: Course | undefined, { kind, at, data }: Told): Course | null {
  if (kind === 'appointment.booked') {
    const place = placeIn(data)
    if (!place || !data.services) return null
    return { ...place, services: data.services, bookedAt: at, walkIn: false, outcome: 'open' }
  }
  if (!known) return null
  switch (kind) {
    case 'appointment.moved':
      return { ...known, ...placeIn(data.to) }
    case 'appointment.squeezed-in':
      return { ...known, walkIn: true }
    case 'appointment.cancelled':
      return { ...known, outcome: 'cancelled' }
    case 'appointment.served':
      return { ...known, outcome: 'served' }
    case 'appointment.no-show':
      return { ...known, outcome: 'no-show' }
    case 'appointment.taken-back':
      return { ...known, outcome: 'open' }
    default:
      return known
  }
}

function placeIn(data: unknown): Pick<Course, 'date' | 'start' | 'minutes'> | null {
  if (typeof data !== 'object' || data === null) return null
  if (!('date' in data && 'start' in data && 'end' in data)) return null
  const [start, end] = [Date.parse(String(data.start)), Date.parse(String(data.end))]
  return { date: String(data.date), start, minutes: (end - start) / 60_000 }
}

/** The figures of the days from `from` to `to`, both included. @param today what is open on it, or later, is not decided */
export function figuresOf(
  courses: readonly Course[],
  { from, to, today }: { from: string; to: string; today: string },
): DayFigures {
  const counted = courses.filter(({ date }) => from <= date && date <= to)
  const many = (outcome: Outcome): number => counted.filter((one) => one.outcome === outcome).length
  const used = counted.filter(({ outcome }) => outcome === 'open' || outcome === 'served')
  return {
    booked: counted.length,
    served: many('served'),
    noShow: many('no-show'),
    cancelled: many('cancelled'),
    notRecorded: counted.filter(({ outcome, date }) => outcome === 'open' && date < today).length,
    walkIns: counted.filter(({ walkIn }) => walkIn).length,
    leadTimeMs: median(
      counted.filter(({ walkIn }) => !walkIn).map(({ start, bookedAt }) => start - bookedAt),
    ),
    usedMinutes: used.reduce((all, { minutes }) => all + minutes, 0),
    usedByService: byService(used),
  }
}

function byService(used: readonly Course[]): Record<string, number> {
  const minutes: Record<string, number> = {}
  for (const one of used) {
    const persons = one.services.reduce((all, service) => all + service.persons, 0)
    for (const service of one.services)
      minutes[service.id] = (minutes[service.id] ?? 0) + (one.minutes * service.persons) / persons
  }
  return minutes
}

/** The middle one; of two the lower, so that it is somebody's. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
