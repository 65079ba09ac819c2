import pg from 'pg'
import { z } from 'zod'
import type { CompleteInput } from '../../src/desk/contract.ts'
import { type Client, signIn } from './client.ts'
import { embeddedDatabase } from './postgres.ts'
import type { Server } from './server.ts'

const windowOfDesk = z.object({ start: z.string(), end: z.string() })
type WindowOfDesk = z.infer<typeof windowOfDesk>
const windowsOfDesk = z.object({ windows: z.array(windowOfDesk).min(1) })
const completed = z.object({ caseNumber: z.string() })

/** The desk of the demo agent, with answered calls whose record is still to be completed. */
export interface Desk {
  client: Client
  pool: pg.Pool
  /** Writes `count` answered and ended calls of this agent; their ids are `callId(from)` and following. */
  prepareCalls(from: number, count: number): Promise<void>
  /** Completes the record of a prepared call. @returns the number of the new case */
  complete(serial: number, outcome: 'callback' | 'settled'): Promise<string>
  close(): Promise<void>
}

/** Numbered ids, so that pgbench, which knows only integers, finds the same calls. */
export const callId = (serial: number | string): string => `ca110000-0000-4000-8000-${serial}`
/** Twelve digits, the last part of a UUID. */
export const FIRST_SERIAL = 100_000_000_000

export async function openDesk(server: Server, dataDir: string): Promise<Desk> {
  const pool = new pg.Pool({ ...embeddedDatabase(dataDir).connection, max: 4 })
  // No window may fill up during a run; a city's number per hour ends at 1,000.
  await pool.query('delete from roster')
  await pool.query('alter table team drop constraint if exists team_callbacks_per_hour_check')
  await pool.query("update team set callbacks_per_hour = 1000000 where kind <> 'service-desk'")
  const client = await signIn(server, 'agentin')
  const windows = await readWindows(client)
  return {
    client,
    pool,
    prepareCalls: (from, count) => insertCalls(pool, from, count),
    async complete(serial, outcome) {
      const window = windows[serial % windows.length]
      if (!window) throw new Error('the desk offers no window')
      const body = recordFor(outcome, window)
      return completed.parse(
        JSON.parse(await client.send('POST', `/api/v1/desk/calls/${callId(serial)}/complete`, body)),
      ).caseNumber
    },
    async close() {
      client.close()
      await pool.end()
    },
  }
}

/** The desk offers windows while a call is in hand: a training call, completed without a concern. */
async function readWindows(client: Client): Promise<WindowOfDesk[]> {
  const { callId: training } = z
    .object({ callId: z.string() })
    .parse(JSON.parse(await client.send('POST', '/api/v1/desk/training')))
  await client.send('POST', `/api/v1/desk/calls/${training}/accept`)
  const { windows } = windowsOfDesk.parse(JSON.parse(await client.send('GET', '/api/v1/desk')))
  await client.send('POST', `/api/v1/desk/calls/${training}/complete`, { outcome: 'no-concern' })
  return windows
}

/** What an agent sends; the wish is of ordinary length. */
export function recordFor(outcome: 'callback' | 'settled', window: WindowOfDesk): CompleteInput {
  return {
    outcome,
    serviceId: 'personalausweis',
    serviceQuery: 'perso verlängern',
    reason: 'Möchte den Personalausweis verlängern und fragt, welche Unterlagen mitzubringen sind.',
    contactName: 'Erika Beispiel',
    contactPhone: '02306 1234567',
    contactEmail: '',
    language: 'de',
    phoneReadBack: true,
    windowStart: outcome === 'callback' ? window.start : null,
    windowEnd: outcome === 'callback' ? window.end : null,
    belongsTo: null,
    appointment: null,
    report: null,
  }
}

async function insertCalls(pool: pg.Pool, from: number, count: number): Promise<void> {
  await pool.query(
    `insert into call (city_id, id, source, source_key, line_id, caller, state, offered_at, answered_at, ended_at,
                       wait_ms, talk_ms, agent_id, end_reason, answer_promise)
     select a.city_id, ('ca110000-0000-4000-8000-' || n)::uuid, 'cti', n::text, l.id, '+4923061234567', 'ended',
            now() - interval '3 minutes', now() - interval '3 minutes' + interval '5 seconds', now(),
            5000, 175000, a.id, 'caller-hung-up', 'kept'
     from generate_series($1::bigint, $1::bigint + $2::bigint - 1) n,
          account a join line l on l.city_id = a.city_id
     where a.login = 'agentin' and l.purpose = 'service'`,
    [from, count],
  )
}
