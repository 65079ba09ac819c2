import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Reader, Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

/** A kind of event: the shape of its data. No personal data: ids, instants, counts and closed words only. */
export interface EventKind<S extends z.ZodType = z.ZodType> {
  version: number
  data: S
}

export type EventKinds = Readonly<Record<string, EventKind>>

/** A stored event as it comes back from the log. */
export interface StoredEvent {
  seq: number
  cityId: string
  at: Date
  kind: string
  subjectId: string
  caseId: string | null
  actorId: string | null
  data: unknown
}

/** All kinds of all rooms; `defineEvents` fills it when the rooms are loaded. */
const registry = new Map<string, EventKind>()

/**
 * Declares the events of a room and returns the one way to write them.
 * `emit` belongs in the transaction that changes the rows the event speaks of.
 */
export function defineEvents<K extends EventKinds>(kinds: K) {
  for (const [name, kind] of Object.entries(kinds)) {
    if (registry.has(name)) throw new Error(`event kind ${name} is declared twice`)
    registry.set(name, kind)
  }
  return async function emit<N extends keyof K & string>(
    tx: Tx,
    ctx: Context,
    kind: N,
    subject: { id: string; caseId?: string | null; at?: Date },
    data: z.input<K[N]['data']>,
  ): Promise<void> {
    const { version, data: schema } = kinds[kind]!
    await tx
      .insertInto('event')
      .values({
        city_id: ctx.cityId,
        id: newId(),
        at: subject.at ?? ctx.clock.now(),
        actor_kind: ctx.actor.kind,
        actor_id: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
        kind,
        version,
        subject_id: subject.id,
        case_id: subject.caseId ?? null,
        data: JSON.stringify(schema.parse(data)),
      })
      .execute()
  }
}

/** The declared kind of an event, for reading the log. @throws when no room declares it */
export function eventKind(name: string): EventKind {
  const kind = registry.get(name)
  if (!kind) throw new Error(`unknown event kind ${name}`)
  return kind
}

/** Events of a city in the order they were written, from `from` (inclusive) to `to` (exclusive). */
export async function readEvents(
  reader: Reader,
  cityId: string,
  range: { from: Date; to: Date } | { caseId: string },
): Promise<StoredEvent[]> {
  const base = reader.selectFrom('event').selectAll().where('city_id', '=', cityId).orderBy('seq')
  const rows = await (
    'caseId' in range
      ? base.where('case_id', '=', range.caseId)
      : base.where('at', '>=', range.from).where('at', '<', range.to)
  ).execute()
  return rows.map((row) => ({
    seq: row.seq,
    cityId: row.city_id,
    at: row.at,
    kind: row.kind,
    subjectId: row.subject_id,
    caseId: row.case_id,
    actorId: row.actor_id,
    data: row.data,
  }))
}
