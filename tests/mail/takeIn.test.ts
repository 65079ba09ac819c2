import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenCity } from '../../src/city/city.testkit.ts'
import { handleMails } from '../../src/messages/mailbox/handleMails.ts'
import { openSession } from '../../src/messages/mailbox/openSession.ts'
import { nameOf } from '../../src/messages/mailbox/readMailbox.ts'
import { takeIn } from '../../src/messages/mailbox/takeIn.ts'
import { useDatabase } from '../kit/database.ts'
import { type MailHouse, startMailHouse } from '../kit/mailHouse.ts'

const database = useDatabase()
const INBOX = 'buergertelefon@stadt.example'
const OLD = 'alt@stadt.example'
let house: MailHouse
let cityId: string

beforeAll(async () => {
  house = await startMailHouse([INBOX, OLD])
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
    const [taken] = (await mails()).filter(({ mailbox }) => mailbox === name)
    expect(taken?.raw?.toString()).toContain('Subject: neu')
  })

  test('given a server that numbers its mails anew, hands over none of them again', async () => {
    const before = (await mails()).filter(({ mailbox }) => mailbox === nameOf(config()))
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
    const after = (await mails()).filter(({ mailbox }) => mailbox === nameOf(config()))
    expect(after.filter(({ became }) => became === 'report')).toHaveLength(before.length)
    expect(after.filter(({ became }) => became === 'again')).toHaveLength(before.length)
  })
})
