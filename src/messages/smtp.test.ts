import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../../tests/kit/mail.ts'
import type { MailConfig } from '../config.ts'
import type { Letter, Message } from './message.ts'
import { connectSmtp } from './smtp.ts'

const FROM = 'rathaus@stadt.example'
const INBOX = 'buergertelefon@stadt.example'
/** As long as the true ones. */
const sign = async (_: string, { of }: { of: string }) => `${of[0]}.${'i'.repeat(22)}.${'s'.repeat(22)}`
const OWN = await sign('', { of: 'message' })
const CASE = await sign('', { of: 'case' })
const message: Message = {
  cityId: 'stadt',
  id: 'm1',
  kind: 'test.news',
  channel: 'email',
  subjectId: 's1',
  caseId: 'c1',
  recipient: 'kim@example.org',
  lang: 'de',
  facts: {},
  attempts: 1,
  uselessFrom: null,
  createdAt: new Date(0),
}
const letter: Letter = { from: 'Stadt', subject: 'Neues', text: 'Guten Tag.\n', calendar: null }
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
})
beforeEach(() => {
  server.mails.length = 0
  server.refuse = null
  server.refuseWhole = null
})
afterAll(() => server.stop())

async function send(
  given: { config?: Partial<MailConfig>; message?: Partial<Message>; letter?: Partial<Letter> } = {},
) {
  const config = { url: server.url, from: FROM, plain: false, inbox: null, ...given.config }
  const way = connectSmtp(config, sign)
  const delivery = await way.send({ ...message, ...given.message }, { ...letter, ...given.letter })
  way.close()
  return { delivery, mail: server.mails[0] }
}
const inbox = (over: Partial<NonNullable<MailConfig['inbox']>> = {}) => ({
  inbox: { address: INBOX, tags: false, ...over },
})

describe('whom a mail goes to', () => {
  test.each([
    'kim@example.org, mallory@example.org',
    'kim@example.org\r\nBcc: mallory@example.org',
    'Kim <kim@example.org>',
    'kim@example.org;mallory@example.org',
    '"kim@example.org"@mallory.example',
    'kim@mallory@example.org',
    'kim',
    '',
  ])('given %j, to nobody, and for good', async (recipient) => {
    const { delivery } = await send({ message: { recipient } })
    expect(delivery).toEqual({ ok: false, forGood: true, code: null })
    expect(server.mails).toEqual([])
  })

  test('given line breaks in its subject and in the city’s name, to nobody else', async () => {
    const broken = 'Neues\r\nBcc: mallory@example.org\r\n\r\nmehr'
    const { mail } = await send({ letter: { subject: broken, from: broken } })
    expect(mail?.to).toEqual(['kim@example.org'])
    expect(mail?.raw).not.toMatch(/^bcc:/im)
  })
})

describe('where it comes back to', () => {
  test('given no mailbox, to the address it comes from; nothing asks for an answer', async () => {
    const { mail } = await send()
    expect(mail?.from).toBe(FROM)
    expect(mail?.header('reply-to')).toBe('')
  })

  test('given a mailbox, to that; one that takes tags is told the letter', async () => {
    expect((await send({ config: inbox() })).mail?.from).toBe(INBOX)
    server.mails.length = 0
    const { mail } = await send({ config: inbox({ tags: true }) })
    expect(mail?.from).toBe(`buergertelefon+${OWN}@stadt.example`)
    expect(mail?.header('reply-to')).toBe(`Stadt <${INBOX}>`)
  })

  test('given an address that is too long with a tag, without', async () => {
    const address = `${'b'.repeat(64 - OWN.length)}@stadt.example`
    expect((await send({ config: inbox({ address, tags: true }) })).mail?.from).toBe(address)
  })

  test('given what is about no case, an answer would be read by nobody', async () => {
    const { mail } = await send({ config: inbox(), message: { caseId: null } })
    expect(mail?.header('reply-to')).toBe('')
    expect(mail?.header('references')).toBe('<s1@stadt.example>')
  })
})

describe('what it says to machines', () => {
  test('given a letter of a person, is known by its own id and its case’s', async () => {
    const answers = { messageId: '<asked@example.org>', byMachine: false }
    const { mail } = await send({ config: inbox(), letter: { answers } })
    expect(mail?.header('message-id')).toBe(`<${OWN}@stadt.example>`)
    expect(mail?.header('references')).toBe(`<${CASE}@stadt.example> <asked@example.org>`)
    expect(mail?.header('in-reply-to')).toBe('<asked@example.org>')
    expect(mail?.header('auto-submitted')).toBe('auto-generated')
    expect(mail?.from).toBe(INBOX)
  })

  test('given a receipt, that nobody wrote it and nothing comes back', async () => {
    const answers = { messageId: '<asked@example.org>', byMachine: true }
    const { mail } = await send({ config: inbox({ tags: true }), letter: { answers } })
    expect(mail?.header('auto-submitted')).toBe('auto-replied')
    expect(mail?.header('x-auto-response-suppress')).toBe('All')
    expect(mail?.from).toBe('')
  })

  test.each([
    ['de', 'de'],
    ['einfach', 'de'],
    ['en', 'en'],
  ] as const)('given a reader of %s, its language: %s', async (lang, header) => {
    expect((await send({ message: { lang } })).mail?.header('content-language')).toBe(header)
  })
})

describe('an answer of the mail server', () => {
  test.each([
    [550, true],
    [552, false],
    [451, false],
  ])('given %i to the recipient, is for good: %s', async (code, forGood) => {
    server.refuse = () => ({ code, message: 'no' })
    expect((await send()).delivery).toEqual({ ok: false, forGood, code })
  })

  test.each([
    [554, true],
    [452, false],
  ])('given %i to the whole mail, is for good: %s', async (code, forGood) => {
    server.refuseWhole = { code, message: 'no' }
    expect((await send()).delivery).toEqual({ ok: false, forGood, code })
  })

  test('given a password that it does not take, is no fault of the mail', async () => {
    const url = server.url.replace('//', '//kim:falsch@')
    expect((await send({ config: { url } })).delivery).toEqual({ ok: false, forGood: false, code: 535 })
  })

  test('given another machine that cannot encrypt, nothing is sent unless that is wanted', async () => {
    // Leads to this machine, and is not one of its names for itself.
    const url = server.url.replace('127.0.0.1', '0.0.0.0')
    expect((await send({ config: { url } })).delivery).toMatchObject({ ok: false, forGood: false })
    expect(server.mails).toEqual([])
    expect((await send({ config: { url, plain: true } })).delivery).toEqual({ ok: true })
  })
})
