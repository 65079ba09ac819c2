import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { type MailServer, type SmsServer, startMailServer, startSmsServer } from '../../tests/kit/mail.ts'
import { givenCity } from '../city/city.testkit.ts'
import { asSystem, type Context, inTransaction } from '../platform/context.ts'
import { signingKey } from '../platform/http/signingKey.ts'
import { newId } from '../platform/ids.ts'
import { connectMessages } from './connect.ts'
import { forgetRecipients, RECIPIENT_KEPT_DAYS } from './forgetRecipients.ts'
import type { Letter, MessageKind } from './message.ts'
import { type NewMessage, queueMessage } from './queueMessage.ts'
import { ownId } from './ownId.ts'
import { messageChecks } from './ready.ts'
import { LEASE_MS, sendDue } from './sendDue.ts'

const database = useDatabase()
let mail: MailServer
let sms: SmsServer
let ctx: Context
let disconnect = (): void => undefined
let letter: Letter | null

const kind: MessageKind = { name: 'test.news', write: async () => letter }
const kinds = new Map([[kind.name, kind]])
const MINUTE_MS = 60_000

beforeAll(async () => {
  mail = await startMailServer()
  sms = await startSmsServer()
})
beforeEach(async () => {
  const { cityId } = await givenCity(database.platform)
  ctx = asSystem(database.platform, cityId)
  letter = { from: 'Stadt Müsterhausen', subject: 'Grüße, äöü', text: 'Ein Satz mit ß.\n', calendar: null }
  disconnect = connectMessages(database.platform, {
    mail: { url: mail.url, from: 'termine@stadt.example', plain: false, inbox: null },
    sms: { url: sms.url, token: 'geheim' },
  })
  mail.mails.length = 0
  mail.refuse = null
  mail.beforeAccept = null
  sms.received.length = 0
  sms.status = 200
  await database.pool.query('delete from message')
})
afterEach(() => disconnect())
afterAll(async () => {
  await mail.stop()
  await sms.stop()
})

const queue = (values: Partial<NewMessage> = {}): Promise<boolean> =>
  inTransaction(ctx, (tx) =>
    queueMessage(tx, ctx, {
      kind: 'test.news',
      subjectId: 'a',
      caseId: null,
      dedupKey: newId(),
      channel: 'email',
      recipient: 'kim@example.org',
      lang: 'de',
      ...values,
    }),
  )
const send = (): Promise<number> => sendDue(database.platform, kinds)
const rows = () => ctx.db.selectFrom('message').selectAll().orderBy('created_at').execute()
const row = async () => (await rows())[0]!
const kindsOfEvents = async (): Promise<string[]> => {
  const found = await ctx.db.selectFrom('event').select('kind').where('city_id', '=', ctx.cityId).execute()
  return found.map((event) => event.kind)
}

describe('a message', () => {
  test('given a fact that is undone, is never sent', async () => {
    await expect(
      inTransaction(ctx, async (tx) => {
        await queueMessage(tx, ctx, {
          kind: 'test.news',
          subjectId: 'a',
          caseId: null,
          dedupKey: 'undone',
          channel: 'email',
          recipient: 'kim@example.org',
          lang: 'de',
        })
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    expect(await send()).toBe(0)
    expect(mail.mails).toEqual([])
  })

  test('given the same fact twice, is told once', async () => {
    expect(await queue({ dedupKey: 'once' })).toBe(true)
    expect(await queue({ dedupKey: 'once' })).toBe(false)
    await send()
    expect(mail.mails).toHaveLength(1)
  })

  test('given a mail server, arrives as it was written, and no machine should answer it', async () => {
    await queue()
    await send()
    const [got] = mail.mails
    const { state, recipient, attempts } = await row()
    expect({ state, recipient, attempts }).toEqual({
      state: 'sent',
      recipient: 'kim@example.org',
      attempts: 1,
    })
    expect(got?.to).toEqual(['kim@example.org'])
    expect(got?.from).toBe('termine@stadt.example')
    expect(got?.header('from')).toBe('Stadt Müsterhausen <termine@stadt.example>')
    expect(got?.header('subject')).toBe('Grüße, äöü')
    expect(got?.text.replaceAll('\r\n', '\n')).toContain('Ein Satz mit ß.\n')
    expect(got?.header('message-id')).toMatch(/^<m\.[\w-]{22}\.[\w-]{22}@stadt\.example>$/)
    expect(got?.header('auto-submitted')).toBe('auto-generated')
    expect(got?.header('x-auto-response-suppress')).toBe('All')
    expect(await kindsOfEvents()).toContain('message.sent')
  })

  test('given a calendar file, carries it with its method as a calendar wants it', async () => {
    const text = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
    letter = { ...letter!, calendar: { name: 'termin.ics', method: 'REQUEST', text } }
    await queue()
    await send()
    const part = mail.mails[0]?.parts.get('text/calendar')
    expect(part?.header).toMatch(/method=REQUEST/i)
    expect(part?.body.trim()).toBe(text.trim())
    expect(mail.mails[0]?.parts.get('application/ics')?.header).toContain('termin.ics')
  })

  test.each(['a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org'])(
    'given the recipient %j, goes to nobody else',
    async (recipient) => {
      await queue({ recipient })
      await send()
      expect(mail.mails.flatMap(({ to }) => to)).not.toContain('b@example.org')
    },
  )

  test('given nothing to say any more, is dropped', async () => {
    letter = null
    await queue()
    await send()
    expect(mail.mails).toEqual([])
    expect((await row()).state).toBe('dropped')
    expect(await kindsOfEvents()).toContain('message.dropped')
  })

  test('given it is useless by now, is dropped', async () => {
    await queue({ uselessFrom: new Date(ctx.clock.now().getTime() - 1) })
    await send()
    expect((await row()).state).toBe('dropped')
  })

  test('given it is of use for a while, is sent', async () => {
    await queue({ uselessFrom: new Date(ctx.clock.now().getTime() + MINUTE_MS) })
    await send()
    expect((await row()).state).toBe('sent')
  })

  test('given a later time, waits for it', async () => {
    await queue({ notBefore: new Date(ctx.clock.now().getTime() + MINUTE_MS) })
    expect(await send()).toBe(0)
    database.platform.clock.advance(MINUTE_MS)
    expect(await send()).toBe(1)
  })

  test('given no mail server, is not even written down', async () => {
    disconnect()
    disconnect = connectMessages(database.platform, {})
    expect(await queue()).toBe(false)
    expect(await rows()).toEqual([])
  })

  test('given two weeks, its address is forgotten and the rest stays', async () => {
    await queue()
    await send()
    database.platform.clock.advance(RECIPIENT_KEPT_DAYS * 86_400_000 + 1)
    await forgetRecipients(database.platform)
    expect(await row()).toMatchObject({ recipient: null, state: 'sent' })
  })
})

describe('a failure', () => {
  test('given an address that is refused for good, ends at once', async () => {
    mail.refuse = () => ({ code: 550, message: 'no such user' })
    await queue()
    await send()
    expect(await row()).toMatchObject({ state: 'failed', failed_because: 'rejected', answer_code: 550 })
    expect(await kindsOfEvents()).toContain('message.failed')
  })

  test('given a greylist, is tried again with the same Message-ID', async () => {
    mail.refuse = () => ({ code: 450, message: 'try later' })
    await queue()
    await send()
    const { id } = await row()
    expect(await row()).toMatchObject({ state: 'queued', attempts: 1, answer_code: 450 })
    expect(await send()).toBe(0)
    mail.refuse = null
    database.platform.clock.advance(2 * MINUTE_MS)
    await send()
    expect((await row()).state).toBe('sent')
    const own = { of: 'message', id } as const
    const local = ownId(await signingKey(database.platform), ctx.cityId, own)
    expect(mail.mails[0]?.header('message-id')).toBe(`<${local}@stadt.example>`)
  })

  test('given a mail server that is away, loses nothing and says so', async () => {
    disconnect()
    disconnect = connectMessages(database.platform, {
      mail: { url: 'smtp://127.0.0.1:9', from: 'termine@stadt.example', plain: false, inbox: null },
      sms: null,
    })
    await queue()
    await send()
    expect((await row()).state).toBe('queued')
    database.platform.clock.advance(11 * MINUTE_MS)
    const [email] = messageChecks(database.platform)
    expect(await email?.missing()).toContain('Eine Nachricht wartet')
  })

  test('given a day of failures, gives up', async () => {
    mail.refuse = () => ({ code: 450, message: 'try later' })
    await queue()
    for (let tries = 0; tries < 60 && (await row()).state === 'queued'; tries += 1) {
      database.platform.clock.set((await row()).next_try_at)
      await send()
    }
    expect(await row()).toMatchObject({ state: 'failed', failed_because: 'gave-up' })
  })
})

describe('any number of processes', () => {
  test('given many messages and four senders, each is sent once', async () => {
    for (let n = 0; n < 40; n += 1) await queue({ recipient: `p${n}@example.org` })
    await Promise.all([send(), send(), send(), send()])
    expect(mail.mails.map(({ to }) => to[0]).toSorted()).toEqual(
      Array.from({ length: 40 }, (_, n) => `p${n}@example.org`).toSorted(),
    )
  })

  test('given a process that dies while it sends, another one sends it when the lease is over', async () => {
    await queue()
    await ctx.db
      .updateTable('message')
      .set({ state: 'sending', attempts: 1, leased_until: new Date(ctx.clock.now().getTime() + LEASE_MS) })
      .execute()
    expect(await send()).toBe(0)
    database.platform.clock.advance(LEASE_MS)
    expect(await send()).toBe(1)
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 })
  })

  test('given a sender that is slower than its lease, its late note changes nothing', async () => {
    await queue()
    let late = true
    mail.beforeAccept = async () => {
      if (!late) return
      late = false
      database.platform.clock.advance(LEASE_MS)
      await send()
    }
    await send()
    const told = (await kindsOfEvents()).filter((name) => name === 'message.sent')
    expect(told).toHaveLength(1)
    // The one copy too many that cannot be avoided is known by its Message-ID.
    expect(new Set(mail.mails.map((one) => one.header('message-id'))).size).toBe(1)
  })
})

describe('an SMS', () => {
  test('given a gateway, is handed in with its token and a reference that stays', async () => {
    await queue({ channel: 'sms', recipient: '+491713920012' })
    await send()
    expect(sms.received).toEqual([
      {
        authorization: 'Bearer geheim',
        to: '+491713920012',
        text: 'Ein Satz mit ß.\n',
        reference: (await row()).id,
      },
    ])
  })

  test.each([
    [422, 'failed'],
    [503, 'queued'],
    [401, 'queued'],
  ])('given the answer %i, is %s', async (status, state) => {
    sms.status = status
    await queue({ channel: 'sms', recipient: '+491713920012' })
    await send()
    expect(await row()).toMatchObject({ state, answer_code: status })
  })
})
