import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'
import { REPORT_STATES } from './model.ts'

const id = z.uuid()
const instant = z.iso.datetime()
const state = z.enum(REPORT_STATES)
const day = z.iso.date().nullable()

/** The events of a report; the subject is its case. What was written stands in rows, not here. */
export const emitReport = defineEvents({
  'report.opened': {
    version: 1,
    data: z.object({ categoryId: z.string(), teamId: id, dueAt: instant, practice: z.boolean() }),
  },
  /** It says the same as another one, and gets its answer; or is one of its own again. */
  'report.merged': { version: 1, data: z.object({ intoId: id }) },
  'report.split': { version: 1, data: z.object({ fromId: id }) },
  /** Whoever reported gets news. */
  'report.moved': {
    version: 1,
    data: z.object({ updateId: id, fromState: state, toState: state, plannedFor: day, dueAt: instant }),
  },
  'report.routed': { version: 1, data: z.object({ routingId: id, toTeamId: id }) },
  /** Out of the list until then, or back in it; why is an inner note. */
  'report.put-away': { version: 1, data: z.object({ until: instant.nullable() }) },
  'report.assigned': { version: 1, data: z.object({ ownerId: id.nullable() }) },
  /** Staff put it into another category; why is an inner note. */
  'report.category-changed': {
    version: 1,
    data: z.object({ fromId: z.string(), toId: z.string(), dueAt: instant }),
  },
  /** The answer may come later than said; `told` where whoever reported can be told. */
  'report.reminded': { version: 1, data: z.object({ dueAt: instant, told: z.boolean() }) },
  /** Whoever reported wrote again. */
  'report.replied': { version: 1, data: z.object({ updateId: id }) },
  /** Whoever reported says that it is not solved. */
  'report.objected': { version: 1, data: z.object({ updateId: id, dueAt: instant }) },
  /** Whoever reported got three new words on the telephone. */
  'report.words-given': { version: 1, data: z.object({}) },
  /** Whoever reported, or somebody for them, sent a photo of it. */
  'report.photo-added': { version: 1, data: z.object({ photoId: id }) },
  /** Somebody else hears what becomes of it, or no longer; who stands in a row until it is deleted. */
  'report.followed': { version: 1, data: z.object({ followerId: id, follows: z.boolean() }) },
  /** Everybody may see it, or no longer. */
  'report.photo-released': { version: 1, data: z.object({ photoId: id, released: z.boolean() }) },
  /** Somebody made parts of it black, for good. */
  'report.photo-blackened': { version: 1, data: z.object({ photoId: id }) },
  /** Somebody deleted it, all of it; why stands in the audit trail. */
  'report.photo-deleted': { version: 1, data: z.object({ photoId: id }) },
  /** Its time is over: it is gone, or only the small one that everybody sees is left. */
  'report.photo-removed': { version: 1, data: z.object({ photoId: id, smallStays: z.boolean() }) },
  /** Everybody may see it, or no longer. */
  'report.released': { version: 1, data: z.object({ released: z.boolean() }) },
  /** It lies on private ground, or does not: what everybody sees of its place changes. */
  'report.ground-marked': { version: 1, data: z.object({ isPrivate: z.boolean() }) },
  /** A program may report, or no longer; the subject is its key. */
  'open311-key.changed': { version: 1, data: z.object({ active: z.boolean() }) },
  /** The city changed what can be reported; the subject is the category. */
  'report-category.changed': { version: 1, data: z.object({ active: z.boolean() }) },
})
