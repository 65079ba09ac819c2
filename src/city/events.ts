import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'

const nothing = z.object({})
const day = z.object({ date: z.iso.date() })

/** Subject: the city for city, hours and closures; else the line, team or provider. */
export const emit = defineEvents({
  'city.changed': { version: 1, data: nothing },
  'hours.changed': { version: 1, data: nothing },
  'closure.added': { version: 1, data: day },
  'closure.removed': { version: 1, data: day },
  'line.changed': { version: 1, data: nothing },
  'team.changed': { version: 1, data: nothing },
  'provider.changed': { version: 1, data: nothing },
})
