import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenCity } from '../../src/city/city.testkit.ts'
import { handleMails } from '../../src/messages/mailbox/handleMails.ts'
import { openSession, type Session } from '../../src/messages/mailbox/openSession.ts'
import { nameOf } from '../../src/messages/mailbox/readMailbox.ts'
import { MOST_BYTES, takeIn } from '../../src/messages/mailbox/takeIn.ts'
import { useDatabase } from '../kit/database.ts'
import { type MailHouse, startMailHouse } from '../kit/mailHouse.ts'

const database = useDatabase()
const INBOX = 'buergertelefon@stadt.example'
const OLD = 'alt@stadt.example'
const LARGE = 'gross@stadt.example'
const GONE = 'weg@stadt.example'
let house: MailHouse
let cityId: string

beforeAll(async () => {
  house = await startMailHouse([INBOX, OLD, LARGE, GONE])
  // Servers have the true time.
  database.platform.clock.set(new Date(Date.now() - 60_000))
  cityId = (await givenCity(database.platform)).cityId
})
afterAll(() => house.stop())

const config = () => ({
  url: house.imapUrl(INBOX),
  folder: 'INBOX',
  address: INBOX,
  plain: false,
  city: null,
})
const send = (subject: string) =>
  house.deliver({
    from: 'jana@example.org',
    to: INBOX,
    raw: `From: jana@example.org\r\nTo: ${INBOX}\r\nSubject: ${subject}\r\n\r\nGuten Tag.\r\n`,
  })
/** A mailbox with mails of these sizes, and a session that tells what is asked of the server. */
async function holding(address: string, sizes: readonly number[]) {
  for (const [n, size] of sizes.entries()) {
    const text = `${'x'.repeat(70)}\r\n`.repeat(Math.ceil(size / 72))
    await house.deliver({ from: 'a@example.org', to: address, raw: `Subject: ${n}\r\n\r\n${text}` })
  }
  await expect.poll(() => house.mailsOf(address).length, { timeout: 60_000 }).toBe(sizes.length)
  const session = await openSession({ ...config(), url: house.imapUrl(address), address })
  const asked: { uids: readonly number[]; part: string }[] = []
  const told: Session = {
    ...session,
    fetch: (uids, part) => {
      if (uids.length > 0) asked.push({ uids, part })
      return session.fetch(uids, part)
    },
  }
  return { session: told, asked, mailbox: { cityId, name: address } }
}
const mailsIn = async (name: string) => (await mails()).filter(({ mailbox }) => mailbox === name)
const mails = () => database.platform.db.selectFrom('mail').selectAll().orderBy('uid').execute()

describe('a mailbox', () => {
  test('given mails, are taken in once and in order, by any number of readers', async () => {
    for (let n = 0; n < 45; n += 1) await send(`Nummer ${n}`)
    await expect.poll(() => house.mailsOf(INBOX).length).toBe(45)
    const readers = await Promise.all([openSession(config()), openSession(config())])
    const mailbox = { cityId, name: nameOf(config()) }
    const taken = await Promise.all(readers.map((session) => takeIn(database.platform, mailbox, session)))
    expect(taken[0]! + taken[1]!).toBe(45)
    const subjects = (await mails()).map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw!.toString())?.[1])
    expect(subjects).toEqual(Array.from({ length: 45 }, (_, n) => `Nummer ${n}`))
    const session = readers[0]!
    expect((await session.list(1)).every(({ seen }) => seen)).toBe(true)
    const waiting = session.waitForMail(20_000)
    await send('noch eine')
    await waiting
    expect(await takeIn(database.platform, mailbox, session)).toBe(1)
    await Promise.all(readers.map((one) => one.close()))
  })

  test('given a mailbox with mail that people had read before, leaves it to them', async () => {
    await house.deliver({ from: 'a@example.org', to: OLD, raw: 'Subject: gelesen\r\n\r\nalt\r\n' })
    await house.deliver({ from: 'a@example.org', to: OLD, raw: 'Subject: neu\r\n\r\nneu\r\n' })
    await expect.poll(() => house.mailsOf(OLD).length).toBe(2)
    const first = await openSession({ ...config(), url: house.imapUrl(OLD), address: OLD })
    const listed = await first.list(1)
    const [read] = [...(await first.fetch([listed[0]!.uid, listed[1]!.uid], 'head'))].filter(([, head]) =>
      head.includes('gelesen'),
    )
    await first.markSeen([read![0]])
    // Connected later than both came.
    database.platform.clock.set(new Date(Date.now() + 60_000))
    const name = 'alt'
    expect(await takeIn(database.platform, { cityId, name }, first)).toBe(1)
    await first.close()
    const [taken] = await mailsIn(name)
    expect(taken?.raw?.toString()).toContain('Subject: neu')
  })

  test('given large mails, asks for no more at once than one may weigh; of one above that for its head', async () => {
    const half = MOST_BYTES * 0.6
    const { session, asked, mailbox } = await holding(LARGE, [1000, half, half, MOST_BYTES + 1, 1000])
    const listed = await session.list(1)
    const unwritten: number[] = []
    const marking: Session = {
      ...session,
      markSeen: async (uids) => {
        const there = new Set((await mailsIn(LARGE)).map(({ uid }) => uid))
        unwritten.push(...uids.filter((uid) => !there.has(uid)))
        await session.markSeen(uids)
      },
    }
    expect(await takeIn(database.platform, mailbox, marking)).toBe(5)
    // Seen is only what is written down.
    expect(unwritten).toEqual([])
    expect((await session.list(1)).every(({ seen }) => seen)).toBe(true)
    await session.close()
    const uids = listed.map(({ uid }) => uid)
    expect(asked).toEqual([
      { uids: uids.slice(0, 2), part: 'all' },
      { uids: uids.slice(2, 3), part: 'all' },
      { uids: uids.slice(3, 4), part: 'head' },
      { uids: uids.slice(4), part: 'all' },
    ])
    const taken = await mailsIn(LARGE)
    expect(taken.map(({ waits_because: because }) => because)).toEqual([null, null, null, 'too-large', null])
    const tooLarge = taken[3]!
    expect(tooLarge).toMatchObject({ state: 'waiting', size: listed[3]!.size })
    expect(tooLarge.raw!.toString()).toMatch(/^Subject: 3\r$/m)
    expect(tooLarge.raw!.length).toBeLessThan(10_000)
    expect(taken[1]!.raw!.length).toBe(listed[1]!.size)
  })

  test('given a mail that somebody removes meanwhile, goes on with the next', async () => {
    const { session, mailbox } = await holding(GONE, [10, 10])
    const [first, last] = await session.list(1)
    const before = { ...first!, uid: last!.uid + 7 }
    const listing: Session = { ...session, list: async () => [before, ...(await session.list(1))] }
    expect(await takeIn(database.platform, mailbox, listing)).toBe(2)
    expect(await takeIn(database.platform, mailbox, session)).toBe(0)
    await session.close()
    expect((await mailsIn(GONE)).map(({ uid }) => uid)).toEqual([first!.uid, last!.uid])
  })

  test('given a server that numbers its mails anew, hands over none of them again', async () => {
    const before = await mailsIn(nameOf(config()))
    await house.stopImap()
    house.renumber(INBOX)
    await house.startImap()
    const session = await openSession(config())
    const mailbox = { cityId, name: nameOf(config()) }
    await takeIn(database.platform, mailbox, session)
    await handleMails(database.platform, {
      kinds: new Map(),
      take: async () => ({ became: 'report', caseId: null }),
    })
    await session.close()
    const after = await mailsIn(nameOf(config()))
    expect(after.filter(({ became }) => became === 'report')).toHaveLength(before.length)
    expect(after.filter(({ became }) => became === 'again')).toHaveLength(before.length)
  })
})
