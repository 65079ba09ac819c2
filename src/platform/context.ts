import { Transaction } from 'kysely'
import type { Clock } from './clock.ts'
import type { Db, Tx } from './db/connect.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Live } from './live/live.ts'
import type { Log } from './log.ts'
import { notAllowed } from './problems.ts'

export type Role = 'agent' | 'clerk' | 'report' | 'lead' | 'admin'

/** Who acts. Closed: a switch over `kind` needs no default. */
export type Actor =
  | {
      kind: 'account'
      accountId: string
      sessionId: string
      role: Role
      name: string
      teamIds: readonly string[]
    }
  | { kind: 'system' }
  | { kind: 'citizen' }
  | { kind: 'caller' }
  | { kind: 'api' }

export type AccountActor = Extract<Actor, { kind: 'account' }>

/** The machinery every verb may use; made once at start. */
export interface Platform {
  db: Db
  jobs: Jobs
  live: Live
  clock: Clock
  log: Log
}

/** What a verb gets as its first argument: the machinery, the city and who acts. */
export interface Context<A extends Actor = Actor> extends Platform {
  cityId: string
  actor: A
}

export type StaffContext = Context<AccountActor>

/**
 * Runs `work` in one transaction; inside it only `tx` may touch the database.
 * A context whose `db` is a transaction already lends that one, so that several verbs are done together or not at all.
 */
export function inTransaction<T>(ctx: Platform, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db instanceof Transaction ? work(ctx.db) : ctx.db.transaction().execute(work)
}

/** The same for what is counted: what others write meanwhile is not seen. Whoever lends a transaction answers for that. */
export function ofOneMoment<T>({ db }: Platform, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db instanceof Transaction
    ? work(db)
    : db.transaction().setIsolationLevel('repeatable read').execute(work)
}

/** The permission check at the head of a verb; the routes check the same earlier. */
export function requireRole(ctx: StaffContext, ...roles: readonly Role[]): void {
  if (!roles.includes(ctx.actor.role)) throw notAllowed()
}

export function asSystem(platform: Platform, cityId: string): Context {
  return { ...platform, cityId, actor: { kind: 'system' } }
}
