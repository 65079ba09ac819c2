import type { TimeRange } from '../../shared/timeRange.ts'

/**
 * What a callback is wanted for. `unknown`: nobody asked (the telephone's menu); `other`: asked, and it is nothing of the
 * catalogue.
 */
export type Concern = { is: 'service'; id: string } | { is: 'other' } | { is: 'unknown' }

export interface Wish {
  concern: Concern
  /**
   * Whether it is known that the number is the wisher's own: somebody spoke with them, or they call from it. On the web and
   * by the interface nobody knows.
   */
  proven: boolean
  /** The open case that the person was asked about and says it is another matter: only the same service joins it. */
  not?: string | null
}

/** A callback that is owed to the same number. */
export interface OpenPromise {
  callbackId: string
  caseId: string
  serviceId: string | null
  /** As in `Wish`, when it was made. */
  proven: boolean
  promisedAt: Date
  /** When it is tried next: the promised window until a retry is planned. */
  due: TimeRange
}

/**
 * Which promise a wish joins, so that nobody is called twice about the same; null: it is new. The same concern is the same
 * service, an open case that names none, or a wish of which nothing is known. Of several, the one that names the service,
 * then the newest.
 *
 * Besides, a number has at most one open promise that was made without proof, whatever it is about: who types a
 * stranger's number again and again makes one call, not many.
 */
export function joins(wish: Wish, promises: readonly OpenPromise[]): OpenPromise | null {
  const open = promises.filter((one) => one.caseId !== wish.not || isNamed(wish.concern, one.serviceId))
  const same = open.filter(({ serviceId }) => isSame(wish.concern, serviceId))
  const named = same.filter(({ serviceId }) => serviceId !== null)
  const unproven = wish.proven ? [] : open.filter(({ proven }) => !proven)
  return newest(named) ?? newest(same) ?? newest(unproven)
}

const isNamed = (concern: Concern, serviceId: string | null): boolean =>
  concern.is === 'service' && concern.id === serviceId

function isSame(concern: Concern, serviceId: string | null): boolean {
  switch (concern.is) {
    case 'unknown':
      return true
    case 'other':
      return serviceId === null
    case 'service':
      return serviceId === null || isNamed(concern, serviceId)
  }
}

const newest = (promises: readonly OpenPromise[]): OpenPromise | null =>
  promises.toSorted((a, b) => b.promisedAt.getTime() - a.promisedAt.getTime())[0] ?? null
