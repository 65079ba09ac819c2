import type { Context as HonoContext } from 'hono'
import type { Platform } from '../context.ts'

/**
 * What kind of request a public route takes, for when there are too many: `read` looks, `take` asks for something that is
 * scarce, `finish` belongs to somebody who has it already.
 */
export type Traffic = 'read' | 'take' | 'finish'

export interface Arrival {
  platform: Platform
  address: string
  traffic: Traffic
  /** Whose pages these are; asks the database. */
  cityId(): Promise<string>
}

/** Stands before public routes: lets a request in by calling `next`, or throws a Problem that says when to come back. */
export type Gate = (c: HonoContext, arrival: Arrival, next: () => Promise<Response>) => Promise<Response>
