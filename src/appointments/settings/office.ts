import type { BookableService } from '../capacity/lengthRule.ts'
import type { ReleasePlan } from '../release/plan.ts'
import type { Shift, ShiftException } from '../model.ts'

/** A place where appointments are kept, with everything a day of it is worked out from. */
export interface Office {
  id: string
  name: string
  address: string
  counters: number
  gridMinutes: number
  bookAheadDays: number
  active: boolean
  /** Counts its changes. */
  version: number
  devices: readonly { kind: string; name: string; units: number }[]
  /** Earlier ones sit at a counter first. */
  shifts: readonly Shift[]
  exceptions: readonly ShiftException[]
}

/** How a service is booked. */
export interface ServiceSetting extends BookableService {
  id: string
  /** Set so by the administrator, and offered by the catalogue. */
  bookable: boolean
}

/** An office and what is booked there, of one moment. */
export interface OfficeSettings {
  office: Office
  /** Only what can be booked. */
  services: ReadonlyMap<string, ServiceSetting>
  /** The release plans that count. */
  releases: readonly ReleasePlan[]
}
