import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { givenCity } from '../../src/city/city.testkit.ts'
import { connectMessages, queueMessage } from '../../src/messages/index.ts'
import { asSystem, inTransaction } from '../../src/platform/context.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { newId } from '../../src/platform/ids.ts'
import { createJobs } from '../../src/platform/jobs/jobs.ts'
import { createLog } from '../../src/platform/log.ts'
import { type MailServer, type SmsServer, startMailServer, startSmsServer } from './mail.ts'
import { OUTBOX_KIND } from './outboxSender.ts'

/** A message as it came out of the house: by e-mail or SMS. */
export interface Delivered {
  /** The fact that it tells. */
  serial: string
  /** Message-ID, or `reference` of an SMS: the same for a copy. */
  identity: string
}

export interface Outbox {
  mail: MailServer
  sms: SmsServer
  /** Writes one message per serial: even ones by e-mail, odd ones by SMS. */
  queue(serial: number): Promise<void>
  /** A process that sends. */
  startSender(): ChildProcess
  /** `kill -9`, and the leases of what it was sending end now and not in three minutes. */
  kill(sender: ChildProcess): Promise<void>
  delivered(): Delivered[]
  /** How many messages are in each state. */
  states(): Promise<Record<string, number>>
  stop(): Promise<void>
}

/** An outbox on this migrated database, with a mail server and a gateway for SMS. */
export async function openOutbox(connection: pg.ClientConfig): Promise<Outbox> {
  const log = createLog('error')
  const database = connect({ ...connection, max: 4 }, log)
  const live = {
    subscribe: () => () => undefined,
    signal: async () => undefined,
    close: async () => undefined,
  }
  const platform = { db: database.db, jobs: createJobs(database.pool, log), log, live, clock: systemClock }
  const [mail, sms] = [await startMailServer(), await startSmsServer()]
  const disconnect = connectMessages(platform, {
    mail: { url: mail.url, from: 'stadt@stadt.example', plain: true, inbox: null },
    sms: { url: sms.url, token: null },
  })
  const { cityId } = await givenCity(platform)
  const senders = new Set<ChildProcess>()
  return {
    mail,
    sms,
    async queue(serial) {
      const email = serial % 2 === 0
      const recipient = email ? `kim${serial}@example.org` : '+491713920012'
      const message = { kind: OUTBOX_KIND, subjectId: newId(), caseId: null, recipient, lang: 'de' } as const
      const channel = email ? 'email' : 'sms'
      const told = { ...message, channel, dedupKey: `outbox-${serial}`, facts: { serial } } as const
      // The same fact is told by two who do not know of each other.
      for (let times = 0; times < 2; times += 1)
        await inTransaction(platform, (tx) => queueMessage(tx, asSystem(platform, cityId), told))
    },
    startSender() {
      const program = join(import.meta.dirname, 'outboxSender.ts')
      const args = [program, JSON.stringify(connection), mail.url, sms.url]
      const sender = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
      senders.add(sender)
      return sender
    },
    async kill(sender) {
      senders.delete(sender)
      await killed(sender)
      await database.pool.query(`update message set leased_until = now() where state = 'sending'`)
    },
    delivered: () => [
      ...mail.mails.map((one) => ({ serial: serialOf(one.text), identity: one.header('message-id') })),
      ...sms.received.map(({ text, reference }) => ({ serial: serialOf(text), identity: reference })),
    ],
    async states() {
      const { rows } = await database.pool.query<{ state: string; count: number }>(
        'select state, count(*)::int from message group by state',
      )
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
    },
    async stop() {
      for (const sender of senders) await killed(sender)
      disconnect()
      await database.close()
      await mail.stop()
      await sms.stop()
    },
  }
}

const serialOf = (text: string): string => /Nummer (\d+)/.exec(text)?.[1] ?? text

async function killed(sender: ChildProcess): Promise<void> {
  if (sender.exitCode !== null || sender.signalCode !== null) return
  const gone = new Promise((resolve) => sender.once('exit', resolve))
  sender.kill('SIGKILL')
  await gone
}

/** What came more than once, what never came, and facts that came under two names. */
export function compareDelivered(outbox: Outbox, count: number) {
  const bySerial = Map.groupBy(outbox.delivered(), ({ serial }) => serial)
  const serials = Array.from({ length: count }, (_, serial) => String(serial))
  const namesOf = (serial: string): Set<string> =>
    new Set(bySerial.get(serial)?.map(({ identity }) => identity))
  return {
    lost: serials.filter((serial) => !bySerial.has(serial)),
    /** Told as two messages, which no mailbox can know for one. */
    twice: serials.filter((serial) => namesOf(serial).size > 1),
    /** Copies under the same name. */
    copies: serials.reduce((sum, serial) => sum + Math.max(0, (bySerial.get(serial)?.length ?? 0) - 1), 0),
  }
}

/** Queues this many at this rate per minute, evenly. */
export async function queueEvenly(outbox: Outbox, count: number, perMinute: number): Promise<void> {
  const begun = performance.now()
  for (let serial = 0; serial < count; serial += 1) {
    const due = begun + (serial * 60_000) / perMinute
    if (due > performance.now()) await wait(due - performance.now())
    await outbox.queue(serial)
  }
}
