/** What a form holds, as it would be sent; the same name several times where several are chosen. */
export type Fields = readonly (readonly [name: string, value: string])[]

/** A report that a device keeps: begun, waiting for the net, received by the city, or to be corrected. */
export interface Entry {
  /** Made when the form was begun; the city makes one report of it, however often it is sent. */
  key: string
  state: 'draft' | 'waiting' | 'sent' | 'refused'
  category: { id: string; name: string }
  /** What the page's address says of the language, '' or '?lang=en'. */
  search: string
  /** Epoch ms, as all here. */
  begunAt: number
  changedAt: number
  fields: Fields
  photos: readonly Blob[]
  /** How often it was tried in vain, and when it may be tried again. */
  tries: number
  nextAt: number
  answer: { number: string; secret: string } | null
  /** Sentences by field. */
  faults: Fields
}

const DAY = 86_400_000
/** What somebody left behind on a device that others may use too. What waits to be sent is never thrown away. */
const KEPT: Readonly<Record<Entry['state'], number>> = {
  draft: 7 * DAY,
  refused: 30 * DAY,
  sent: 30 * DAY,
  waiting: Number.POSITIVE_INFINITY,
}

export const isOver = ({ state, changedAt }: Entry, now: number): boolean => now - changedAt > KEPT[state]

/** Whether nobody has typed anything: a key and marks of the page are not typed. */
export const isEmpty = (fields: Fields): boolean =>
  fields.every(([name, value]) => name === 'key' || value.trim() === '')

/** The draft to offer on the empty form of a category: the newest. */
export const draftFor = (entries: readonly Entry[], categoryId: string): Entry | null =>
  entries
    .filter(({ state, category }) => state === 'draft' && category.id === categoryId)
    .toSorted((a, b) => b.changedAt - a.changedAt)[0] ?? null

/** What the device's list shows, the newest first. */
export const listed = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ state }) => state !== 'draft').toSorted((a, b) => b.begunAt - a.begunAt)

/** What is to be sent now, in the order it was begun. */
export const due = (entries: readonly Entry[], now: number): Entry[] =>
  entries
    .filter(({ state, nextAt }) => state === 'waiting' && nextAt <= now)
    .toSorted((a, b) => a.begunAt - b.begunAt)

const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 5 * 60_000

/**
 * How long to leave the city in peace after so many tries in vain: 5 seconds, then twice as long each time, up to 5 minutes; longer
 * where it asks for it. When the net comes back, nobody waits for the rest.
 */
export const pauseMs = (tries: number, retryAfterSeconds: number): number =>
  Math.max(
    Math.min(FIRST_PAUSE_MS * 2 ** Math.min(Math.max(tries, 1) - 1, 10), LONGEST_PAUSE_MS),
    retryAfterSeconds * 1000,
  )

export type Outcome =
  | { is: 'sent'; number: string; secret: string }
  /** As it is it will never be taken. */
  | { is: 'refused'; faults: Fields }
  | { is: 'later'; afterSeconds: number }

/** The entry after a try; null: nothing of it is left to do. */
export function afterTry(entry: Entry, outcome: Outcome, now: number): Entry {
  switch (outcome.is) {
    case 'sent': {
      const { number, secret } = outcome
      // The photos are with the city now; what was typed stays, so that one knows which report it was.
      return { ...entry, state: 'sent', changedAt: now, photos: [], answer: { number, secret }, faults: [] }
    }
    case 'refused':
      return { ...entry, state: 'refused', changedAt: now, faults: outcome.faults }
    case 'later': {
      const tries = entry.tries + 1
      return { ...entry, tries, nextAt: now + pauseMs(tries, outcome.afterSeconds) }
    }
  }
}

/** What an answer means. @param body of the answer; null where it was no JSON object */
export function outcomeOf(
  status: number,
  body: Readonly<Record<string, unknown>> | null,
  retryAfterSeconds: number,
): Outcome {
  const { number, secret, fields, title } = body ?? {}
  if (status < 300 && typeof number === 'string' && typeof secret === 'string')
    return { is: 'sent', number, secret }
  // Too many, too busy, broken, or a page of somebody between us and the city.
  if (status < 400 || status >= 500 || [401, 407, 408, 425, 429].includes(status) || body === null)
    return { is: 'later', afterSeconds: retryAfterSeconds }
  const told = typeof fields === 'object' && fields !== null ? Object.entries(fields) : []
  const faults = told.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return {
    is: 'refused',
    faults: faults.length > 0 ? faults : [['', typeof title === 'string' ? title : '']],
  }
}
