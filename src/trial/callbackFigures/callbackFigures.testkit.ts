import type { AttemptResult, BrokenCause, CallbackOutcome } from '../../callbacks/model.ts'
import type { Db } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'

/** A promise as the tables have it in the end; times as ISO texts. */
export interface GivenPromise {
  cityId: string
  teamId: string
  /** Who made the tries. */
  accountId: string
  serviceId?: string
  promisedAt: string
  window: readonly [start: string, end: string]
  promise: 'open' | 'kept' | 'broken' | 'withdrawn'
  cause?: BrokenCause
  outcome?: CallbackOutcome
  tries?: readonly (readonly [startedAt: string, result: AttemptResult])[]
  moved?: boolean
  practice?: boolean
}

let made = 0

/** Writes the rows of a promise without the verbs, so that a test can say exactly what is counted. */
export async function givenPromise(db: Db, given: GivenPromise): Promise<void> {
  const { cityId, teamId, practice = false, promise, outcome = null, moved = false } = given
  const [caseId, id] = [newId(), newId()]
  const [promisedAt, start, end] = [given.promisedAt, ...given.window].map((text) => new Date(text))
  made += 1
  await db
    .insertInto('case')
    .values({
      city_id: cityId,
      id: caseId,
      number: `ZA-${made}`,
      channel: 'phone',
      practice,
      team_id: teamId,
      service_id: given.serviceId ?? null,
      reason: 'Frage zum Ausweis',
      intake_outcome: 'callback',
      state: 'open',
      opened_at: promisedAt!,
    })
    .execute()
  await db
    .insertInto('callback')
    .values({
      city_id: cityId,
      id,
      case_id: caseId,
      team_id: teamId,
      practice,
      window_start: start!,
      window_end: end!,
      due_from: start!,
      due_until: end!,
      promised_at: promisedAt!,
      promise,
      cause: given.cause ?? null,
      decided_at: promise === 'open' ? null : end!,
      state: outcome ? 'done' : 'waiting',
      outcome,
      done_at: outcome ? end! : null,
      sequence: moved ? 1 : 0,
    })
    .execute()
  await writeTries(db, given, id)
  if (moved) await writeMove(db, given, id)
}

async function writeTries(
  db: Db,
  { cityId, accountId, tries = [] }: GivenPromise,
  id: string,
): Promise<void> {
  for (const [n, [startedAt, result]] of tries.entries())
    await db
      .insertInto('attempt')
      .values({
        city_id: cityId,
        id: newId(),
        callback_id: id,
        number: n + 1,
        account_id: accountId,
        via: 'tel',
        started_at: new Date(startedAt),
        closed_at: new Date(startedAt),
        result,
      })
      .execute()
}

async function writeMove(db: Db, { cityId, promisedAt, window: [from, until] }: GivenPromise, id: string) {
  const data = { what: 'window', dueFrom: from, dueUntil: until, promiseMoved: true, practice: false }
  await db
    .insertInto('event')
    .values({
      city_id: cityId,
      id: newId(),
      at: new Date(promisedAt),
      actor_kind: 'citizen',
      kind: 'callback.changed-by-citizen',
      version: 1,
      subject_id: id,
      data: JSON.stringify(data),
    })
    .execute()
}
