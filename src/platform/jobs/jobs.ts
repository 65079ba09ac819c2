import { fromKysely, PgBoss } from 'pg-boss'
import type pg from 'pg'
import type { z } from 'zod'
import type { Tx } from '../db/connect.ts'
import type { Log } from '../log.ts'

/** A kind of job a room declares; `run` only calls a verb. */
export interface JobKind<S extends z.ZodType = z.ZodType> {
  name: string
  data: S
  run(data: z.output<S>): Promise<void>
}

export interface Jobs {
  /** Enqueues inside the transaction that causes the job; it exists when the transaction commits, else never was. */
  send(tx: Tx, name: string, data: object, options?: { startAfter?: Date }): Promise<void>
  /** Makes the queues and starts the workers. */
  start(kinds: readonly JobKind[]): Promise<void>
  stop(): Promise<void>
}

/** Jobs on the same database (pg-boss), so that state, event and job share one transaction. */
export function createJobs(pool: pg.Pool, log: Log): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    useListenNotify: false,
  })
  boss.on('error', (error) => log.error({ err: error.message }, 'job machinery'))
  return {
    async send(tx, name, data, options = {}) {
      await boss.send(name, data, {
        ...options,
        retryLimit: 10,
        retryBackoff: true,
        db: fromKysely(tx),
      })
    },
    async start(kinds) {
      await boss.start()
      for (const kind of kinds) {
        await boss.createQueue(kind.name)
        await boss.work(kind.name, { pollingIntervalSeconds: 1 }, async (batch) => {
          for (const job of batch) await kind.run(kind.data.parse(job.data))
        })
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000, close: false })
    },
  }
}
