// mails per second that become reports while the program is killed, beside reading the mailbox alone
import { setTimeout as sleep } from 'node:timers/promises'
import { openSession } from '../src/messages/mailbox/openSession.ts'
import type { ReportsView } from '../src/reports/contract.ts'
import { signInApi } from '../tests/kit/api.ts'
import { type MailHouse, startMailHouse } from '../tests/kit/mailHouse.ts'
import { startServer } from '../tests/kit/server.ts'
import { long } from './kit/built.ts'
import { report } from './kit/report.ts'
import { inFolder } from './kit/server.ts'

const INBOX = 'buergertelefon@stadt.example'
const COUNT = long ? 10_000 : 1_500
const GOAL_PER_SECOND = 50
/** Milliseconds between a start and the next `kill -9`. */
const KILL_EVERY = 8_000
const AT_ONCE = 8

async function fill(house: MailHouse): Promise<void> {
  let next = 0
  const deliver = async (): Promise<void> => {
    for (let n = next++; n < COUNT; n = next++) {
      const from = `person${n}@example.org`
      const head = `From: ${from}\r\nTo: ${INBOX}\r\nMessage-ID: <${n}@example.org>\r\nSubject: Laterne ${n}`
      await house.deliver({ from, to: INBOX, raw: `${head}\r\n\r\nVor Hausnummer ${n} ist es dunkel.\r\n` })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, deliver))
  while (house.mailsOf(INBOX).length < COUNT) await sleep(200)
}

/** The limit: the same mails over the same connection, read and thrown away. @returns mails per second */
async function readAlone(url: string): Promise<number> {
  const begun = performance.now()
  const session = await openSession({ url, folder: 'INBOX', address: INBOX, plain: false, city: null })
  const listed = await session.list(1)
  for (let at = 0; at < listed.length; at += 20)
    await session.fetch(
      listed.slice(at, at + 20).map(({ uid }) => uid),
      'all',
    )
  await session.close()
  return (listed.length / (performance.now() - begun)) * 1000
}

interface Taken {
  /** Counts only the time in which the program was up. */
  perSecond: number
  kills: number
  reports: number
}

async function takeIn(dataDir: string, env: Readonly<Record<string, string>>): Promise<Taken> {
  let upMs = 0
  let kills = 0
  for (;;) {
    const server = await startServer({ env, dataDir })
    const desk = await signInApi(server, 'buergertelefon')
    const open = async (): Promise<number> =>
      ((await desk.get('/api/v1/reports')).body as ReportsView).counts.open
    const begun = performance.now()
    let reports = await open()
    while (reports < COUNT && performance.now() - begun < KILL_EVERY) {
      await sleep(100)
      reports = await open()
    }
    upMs += performance.now() - begun
    if (reports < COUNT) {
      server.process.kill('SIGKILL')
      kills += 1
      continue
    }
    // What would be taken in twice comes now.
    await sleep(3_000)
    const end = await open()
    await server.stop()
    return { perSecond: (COUNT / upMs) * 1000, kills, reports: end }
  }
}

await inFolder(async (dataDir) => {
  const house = await startMailHouse([INBOX])
  try {
    await fill(house)
    const url = house.imapUrl(INBOX)
    const limit = await readAlone(url)
    const taken = await takeIn(dataDir, { IMAP_URL: url, MAIL_INBOX: INBOX, LOG_LEVEL: 'silent' })
    report(
      `${COUNT} mails in a mailbox (Dovecot), ${taken.kills} kill -9`,
      [
        {
          what: 'mails that became reports per second',
          figure: taken.perSecond.toFixed(0),
          against: `${limit.toFixed(0)} read and thrown away`,
          ratio: taken.perSecond / limit,
        },
        {
          what: 'the same',
          figure: taken.perSecond.toFixed(0),
          against: `goal ${GOAL_PER_SECOND}`,
          ratio: taken.perSecond / GOAL_PER_SECOND,
        },
        { what: 'lost', figure: String(Math.max(0, COUNT - taken.reports)), against: '0', ratio: null },
        {
          what: 'taken in twice',
          figure: String(Math.max(0, taken.reports - COUNT)),
          against: '0',
          ratio: null,
        },
      ],
      ['Only the time counts in which the program was up; starting it anew after a kill does not.'],
    )
  } finally {
    await house.stop()
  }
})
