import type { Land } from '../shared/laender.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'

export interface City {
  id: string
  name: string
  /** As it stands on every page: 'Stadt Lünen'. */
  title: string
  land: Land
  /** IANA name. */
  timeZone: string
  /** With its zero: '02306'. */
  areaCode: string
  /** The letters a case number begins with: 'LU'. */
  casePrefix: string
  hostnames: readonly string[]
  demo: boolean
}

export interface Line {
  cityId: string
  id: string
  number: PhoneNumber
  name: string
  purpose: 'service' | 'report'
  greeting: string
  answeringTeamId: string
  callbackTeamId: string
  /** An inactive line takes no calls; whoever looked it up decides what to say. */
  active: boolean
  routing: LineRouting
}

/** What happens to a caller while nobody answers; times in milliseconds from the first INVITE. */
export interface LineRouting {
  /** Skills an agent must have to take this line's calls. */
  needs: readonly string[]
  /** Teams that help after `widenAfterMs`. */
  helperTeamIds: readonly string[]
  widenAfterMs: number
  /** A provider's number outside; `basis` is the contract by which it may take the city's calls. */
  overflow: { number: PhoneNumber; basis: string; afterMs: number } | null
  /** The offer of a callback is spoken. */
  offerAfterMs: number
}

export interface Team {
  id: string
  name: string
  kind: 'service-desk' | 'office' | 'reports' | 'department'
  providerId: string | null
  callbacksPerHour: number
}

export interface Provider {
  id: string
  name: string
  /** 'YYYY-MM-DD' of the processing contract (Art. 28 GDPR); null while there is none. */
  contractOn: string | null
}

/** A lead's word about a line against the service hours. */
export interface LineDecision {
  id: string
  lineId: string
  state: 'open' | 'closed'
  reason: string
  startsAt: Date
  /** Null: until further notice. */
  endsAt: Date | null
}

/** What a lead tells all callers and everybody who looks at the home page. */
export interface Announcement {
  id: string
  text: string
  /** Null: who reads another language gets the German text. */
  textEn: string | null
  textEinfach: string | null
  /** Where more is said: an address, or a path of these pages. */
  link: string | null
  /** On the home page too, not only where everything stands. */
  important: boolean
  startsAt: Date
  endsAt: Date
  /** None: for readers only, no caller hears it. */
  lineIds: readonly string[]
}

/** A special announcement as the pages show it. */
export interface AnnouncementNotice {
  text: string
  textEn: string | null
  textEinfach: string | null
  link: string | null
  important: boolean
}
