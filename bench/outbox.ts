// messages per minute through the outbox while its process is killed, and how fast it empties
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { migrate } from '../src/platform/db/migrate.ts'
import { compareDelivered, openOutbox, type Outbox, queueEvenly } from '../tests/kit/outbox.ts'
import { long, root } from './kit/built.ts'
import { percentile, whole } from './kit/numbers.ts'
import { initdb, startPostgres } from './kit/postgres.ts'
import { report } from './kit/report.ts'
import { inFolder } from './kit/server.ts'

const PER_MINUTE = 1000
const COUNT = long ? 3 * PER_MINUTE : PER_MINUTE
/** Milliseconds between two `kill -9`. */
const KILL_EVERY = 12_000
/** Half go by e-mail, half by SMS. */
const BACKLOG = 1000

interface Run {
  seconds: number
  kills: number
  lost: number
  twice: number
  copies: number
}

/** Queues at the rate while the sender dies again and again. */
async function underFire(outbox: Outbox): Promise<Run> {
  let kills = 0
  let ended = false
  const begun = performance.now()
  const killing = (async () => {
    for (let sender = outbox.startSender(); ; sender = outbox.startSender()) {
      for (let waited = 0; waited < KILL_EVERY && !ended; waited += 100) await sleep(100)
      await outbox.kill(sender)
      if (ended) return
      kills += 1
    }
  })()
  await queueEvenly(outbox, COUNT, PER_MINUTE)
  await allSent(outbox, COUNT)
  const seconds = (performance.now() - begun) / 1000
  ended = true
  await killing
  const { lost, twice, copies } = compareDelivered(outbox, COUNT)
  return { seconds, kills, lost: lost.length, twice: twice.length, copies }
}

async function allSent(outbox: Outbox, count: number): Promise<void> {
  while ((await outbox.states())['sent'] !== count) await sleep(50)
}

/** As many at once as a sender finds when it starts. @returns messages per minute */
async function emptied(outbox: Outbox): Promise<number> {
  for (let serial = COUNT; serial < COUNT + BACKLOG; serial += 1) await outbox.queue(serial)
  const sender = outbox.startSender()
  while ((await outbox.states())['sent'] === COUNT) await sleep(5)
  const begun = performance.now()
  const first = COUNT - ((await outbox.states())['sent'] ?? 0)
  await allSent(outbox, COUNT + BACKLOG)
  const perMinute = ((BACKLOG + first) * 60_000) / (performance.now() - begun)
  await outbox.kill(sender)
  return perMinute
}

/** The same number of mails over the same connections, and nothing written down. @returns per minute */
async function bareMail({ mail }: Outbox): Promise<number> {
  const { hostname, port } = new URL(mail.url)
  const transport = createTransport({ host: hostname, port: Number(port), pool: true, maxConnections: 4 })
  const times: number[] = []
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: BACKLOG }, async (_, serial) => {
      await transport.sendMail({
        from: 'a@stadt.example',
        to: 'kim@example.org',
        subject: 'x',
        text: `x ${serial}`,
      })
      times.push(performance.now() - begun)
    }),
  )
  transport.close()
  return (BACKLOG * 60_000) / percentile(times, 1)
}

await inFolder(async (folder) => {
  initdb(folder)
  const postgres = await startPostgres(folder)
  await migrate(postgres.connection, join(root, 'db/migrations'))
  const outbox = await openOutbox(postgres.connection)
  try {
    const { seconds, kills, lost, twice, copies } = await underFire(outbox)
    const rate = await emptied(outbox)
    const bare = await bareMail(outbox)
    report(
      'outbox: half by e-mail, half by SMS',
      [
        {
          what: `sent at ${whole(PER_MINUTE)} a minute, process killed ${kills} times`,
          figure: `${whole(COUNT)} in ${seconds.toFixed(1)} s`,
          against: `queued in ${((COUNT * 60) / PER_MINUTE).toFixed(1)} s`,
          ratio: seconds / ((COUNT * 60) / PER_MINUTE),
        },
        { what: 'lost', figure: whole(lost), against: '0', ratio: null },
        { what: 'told as two messages', figure: whole(twice), against: '0', ratio: null },
        {
          what: 'copies under the same Message-ID or reference',
          figure: whole(copies),
          against: `at most ${4 * kills}: four are under way at a kill`,
          ratio: null,
        },
        {
          what: `${whole(BACKLOG)} that wait, messages per minute`,
          figure: whole(rate),
          against: `nodemailer alone: ${whole(bare)}`,
          ratio: rate / bare,
        },
      ],
      [
        "Each fact is queued twice and told once. The leases of a killed process are ended at once; in a city hall its messages wait for three minutes. Mail server and gateway are this machine's and share the cores.",
      ],
    )
  } finally {
    await outbox.stop()
    await postgres.stop()
  }
})
