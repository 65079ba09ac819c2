import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'

const nothing = z.object({})
/** The beginning of numbers, which is nobody's number. */
const prefix = z.object({ prefix: z.string().max(13) })
const day = z.object({ date: z.iso.date() })
/** Null: until further notice. */
const until = z.object({ until: z.iso.datetime().nullable() })

/** Subject: the city for city, hours and closures; else the line, team, provider or announcement. */
export const emit = defineEvents({
  'city.changed': { version: 1, data: nothing },
  'hours.changed': { version: 1, data: nothing },
  'closure.added': { version: 1, data: day },
  'closure.removed': { version: 1, data: day },
  'dial-permission.added': { version: 1, data: prefix },
  'dial-permission.removed': { version: 1, data: prefix },
  'call-limits.changed': { version: 1, data: nothing },
  'line.changed': { version: 1, data: nothing },
  /** A lead opened or closed the line against the service hours. */
  'line.opened': { version: 1, data: until },
  'line.closed': { version: 1, data: until },
  /** The service hours count again, because somebody said so; a decision that has an end just ends. */
  'line.as-usual': { version: 1, data: nothing },
  'announcement.made': {
    version: 1,
    data: z.object({ from: z.iso.datetime(), until: z.iso.datetime(), lineIds: z.array(z.uuid()) }),
  },
  'announcement.withdrawn': { version: 1, data: nothing },
  'team.changed': { version: 1, data: nothing },
  'provider.changed': { version: 1, data: nothing },
  /** The list of streets and house numbers is another one. */
  'places.imported': { version: 1, data: z.object({ streets: z.int(), addresses: z.int() }) },
  'boundary.changed': { version: 1, data: z.object({ areas: z.int() }) },
})
