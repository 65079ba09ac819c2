// A process that only sends what waits in the outbox, so that a test can kill it: node outboxSender.ts CONNECTION SMTP_URL SMS_URL
import { connectMessages, type MessageKind, startSending } from '../../src/messages/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { createJobs } from '../../src/platform/jobs/jobs.ts'
import { createLog } from '../../src/platform/log.ts'

/** What the outbox is asked to tell; its text names the fact. */
export const OUTBOX_KIND = 'test.outbox'

const kind: MessageKind = {
  name: OUTBOX_KIND,
  async write(_platform, { facts }) {
    const text = `Nummer ${String(facts['serial'])}`
    return { from: 'Stadt Musterstadt', subject: text, text, calendar: null }
  },
}

if (import.meta.main) {
  const [connection = '', smtp = '', sms = ''] = process.argv.slice(2)
  const log = createLog('error')
  const database = connect({ ...JSON.parse(connection), max: 6 }, log)
  const live = {
    subscribe: () => () => undefined,
    signal: async () => undefined,
    close: async () => undefined,
  }
  const platform = { db: database.db, jobs: createJobs(database.pool, log), log, live, clock: systemClock }
  const settings = {
    mail: { url: smtp, from: 'stadt@stadt.example', plain: true, inbox: null },
    sms: { url: sms, token: null },
  }
  connectMessages(platform, settings)
  startSending(platform, [kind])
}
