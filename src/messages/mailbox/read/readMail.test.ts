import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aMail, parts } from './mail.testkit.ts'
import { type ReadMail, readMail } from './readMail.ts'

async function read(raw: Uint8Array): Promise<ReadMail> {
  const result = await readMail(raw)
  if ('unreadable' in result) throw new Error(result.unreadable)
  return result
}
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

describe('an encoding', () => {
  test('given eight bits of Latin-1 and no character set, keeps its umlauts', async () => {
    const raw = aMail({ 'Content-Type': 'text/plain' }, latin1('Müll an der Straße\r\n'))
    expect((await read(raw)).text).toBe('Müll an der Straße')
  })

  test('given no type at all, keeps its umlauts', async () => {
    expect((await read(aMail({ 'Content-Type': null }, latin1('Müll\r\n')))).text).toBe('Müll')
    expect((await read(aMail({ 'Content-Type': null }, 'Müll\r\n'))).text).toBe('Müll')
  })

  test('given UTF-8 that is called ISO-8859-1, is repaired', async () => {
    const raw = aMail({ 'Content-Type': 'text/plain; charset=iso-8859-1' }, 'Große Straße, 5 €\r\n')
    expect((await read(raw)).text).toBe('Große Straße, 5 €')
  })

  test('given true ISO-8859-1, is not repaired to death', async () => {
    const raw = aMail({ 'Content-Type': 'text/plain; charset=iso-8859-1' }, latin1('Müll Ã¼ber Müll\r\n'))
    expect((await read(raw)).text).toBe('Müll Ã¼ber Müll')
  })

  test('given windows-1252 as quoted-printable, is read', async () => {
    const head = {
      'Content-Type': 'text/plain; charset=windows-1252',
      'Content-Transfer-Encoding': 'quoted-printable',
    }
    expect((await read(aMail(head, 'M=FCll =84hier=93\r\n'))).text).toBe('Müll „hier“')
  })

  test('given HTML that names its character set inside only, is read by that', async () => {
    const html = '<html><head><meta charset="windows-1252"></head><body>Müll</body></html>'
    expect((await read(aMail({ 'Content-Type': 'text/html' }, latin1(html)))).text).toContain('Müll')
  })

  test('given control characters, loses them', async () => {
    const { text } = await read(aMail({}, 'eins\u0000zwei\u000bdrei\u0007\r\nvier\r\n'))
    expect(text).toBe('einszweidrei\nvier')
  })

  test('given a line break inside an encoded subject, is one line', async () => {
    const subject = `=?utf-8?B?${Buffer.from('Laterne\r\nBcc: alle@example.org').toString('base64')}?=`
    expect((await read(aMail({ Subject: subject }))).subject).toBe('Laterne Bcc: alle@example.org')
  })

  test('given an address with umlauts, is that address', async () => {
    const raw = aMail({ From: 'jürgen@müller.example' })
    expect((await read(raw)).from?.address).toBe('jürgen@müller.example')
  })

  test('given a date that is none, has no date', async () => {
    expect((await read(aMail({ Date: 'gestern Abend' }))).sentAt).toBeNull()
    expect((await read(aMail())).sentAt?.toISOString()).toBe('2026-11-23T08:00:00.000Z')
  })
})

describe('a sender', () => {
  test('given two From headers, is nobody', async () => {
    const raw = Buffer.concat([Buffer.from('From: amt@stadt.example\r\n'), aMail()])
    expect(await read(raw)).toMatchObject({ from: null, fromFault: 'several' })
  })

  test('given two people in one From, is nobody', async () => {
    const raw = aMail({ From: 'a@example.org, b@example.org' })
    expect(await read(raw)).toMatchObject({ from: null, fromFault: 'several' })
  })

  test('given a name that looks like an address, is the address', async () => {
    const { from } = await read(aMail({ From: '"Meldung <chef@stadt.example>" <evil@example.org>' }))
    expect(from?.address).toBe('evil@example.org')
  })

  test.each([
    [{ From: null }, 'none'],
    [{ From: 'Team: a@example.org;' }, null],
    [{ From: 'Team:;' }, 'unreadable'],
    [{ From: 'kein Absender' }, 'unreadable'],
    [{ From: '' }, 'unreadable'],
  ])('given %j, is %s', async (head, fault) => {
    expect((await read(aMail(head))).fromFault).toBe(fault)
  })

  test('given a name, is called so, in as many letters as fit', async () => {
    const named = async (name: string) => (await read(aMail({ From: `${name} <jana@example.org>` }))).from
    expect(await named('Jana Beispiel')).toEqual({ address: 'jana@example.org', name: 'Jana Beispiel' })
    expect((await named('J'.repeat(121)))?.name).toBe('J'.repeat(120))
  })

  test('given an address longer than any may be (RFC 5321), is nobody', async () => {
    const host = `${'h'.repeat(60)}.`.repeat(4)
    const long = (part: number) => aMail({ From: `${'p'.repeat(part)}@${host}de` })
    expect((await read(long(7))).from?.address).toHaveLength(254)
    expect(await read(long(8))).toMatchObject({ from: null, fromFault: 'unreadable' })
  })

  test('given 20,000 colons, is answered soon', async () => {
    const before = performance.now()
    await readMail(aMail({ From: `${':'.repeat(20_000)}a@example.org` }))
    expect(performance.now() - before).toBeLessThan(20_000)
  })
})

describe('references', () => {
  test('given a comment behind the id and commas between, are the ids alone, the newest first', async () => {
    const { references } = await read(
      aMail({
        'In-Reply-To': '<a@x.example> (Ihre Nachricht vom 3.)',
        References: '<c@x.example>,<b@x.example>,\r\n <a@x.example>',
      }),
    )
    expect(references).toEqual(['<a@x.example>', '<b@x.example>', '<c@x.example>'])
  })

  test('given where it was delivered, knows the tagged address', async () => {
    const { to } = await read(aMail({ 'Delivered-To': 'buergertelefon+m.abc@stadt.example' }))
    expect(to).toContain('buergertelefon+m.abc@stadt.example')
  })
})

test('given more references than anybody needs, the newest hundred count', async () => {
  const ids = Array.from({ length: 150 }, (_, n) => `<${n}@example.org>`)
  const { references } = await read(aMail({ References: ids.join('\r\n ') }))
  expect(references).toEqual(ids.toReversed().slice(0, 100))
})

test.each(['To', 'Cc', 'Delivered-To', 'X-Original-To', 'Envelope-To'])(
  'given an address in %s, it was sent there',
  async (name) => {
    const raw = aMail({ To: null, [name]: 'Rathaus <rathaus+m.1@stadt.example>, b@stadt.example' })
    expect((await read(raw)).to).toEqual(['rathaus+m.1@stadt.example', 'b@stadt.example'])
  },
)

describe('hostile MIME', () => {
  test('given a thousand parts, is not readable, and says so', async () => {
    const many = parts(
      ...Array.from({ length: 1200 }, () => ({ head: 'Content-Type: text/plain', body: 'a' })),
    )
    const result = await readMail(aMail({ 'Content-Type': many.type }, many.body))
    expect(result).toHaveProperty('unreadable')
  })

  test('given parts a thousand deep, is not readable, and says so', async () => {
    let body = 'Content-Type: text/plain\r\n\r\nganz innen\r\n'
    for (let depth = 0; depth < 1000; depth += 1)
      body = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${body}\r\n--b${depth}--\r\n`
    const result = await readMail(Buffer.from(`From: a@example.org\r\n${body}`))
    expect(result).toHaveProperty('unreadable')
  })

  test('given a head above a megabyte, is not readable, and says so', async () => {
    const raw = Buffer.concat([Buffer.from('X-Viel: viel viel viel\r\n'.repeat(80_000)), aMail()])
    expect(await readMail(raw)).toHaveProperty('unreadable')
  })

  test('given HTML, is its words and nothing that could run or be fetched', async () => {
    const html =
      '<p>Guten Tag</p><script>alert(1)</script><img src="https://spy.example/x.gif" onerror="alert(2)"><a href="javascript:alert(3)">hier</a>'
    const { text } = await read(aMail({ 'Content-Type': 'text/html; charset=utf-8' }, html))
    expect(text).toContain('Guten Tag')
    // An address may stand there as words; nothing of it is markup any more.
    expect(text).not.toMatch(/<|alert\([12]|onerror/)
  })

  test('given HTML alone beside a file, is its words all the same', async () => {
    const both = parts(
      { head: 'Content-Type: text/html; charset=utf-8', body: '<p>Guten <b>Tag</b></p>' },
      {
        head: 'Content-Type: text/html\r\nContent-Disposition: attachment; filename="a.html"',
        body: '<p>Datei</p>',
      },
    )
    expect((await read(aMail({ 'Content-Type': both.type }, both.body))).text).toBe('Guten Tag')
  })

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system.ini', 'system.ini'],
    ['foto\u202egpj.exe', 'fotogpj.exe'],
    ['', 'Anlage 1'],
    ['...', 'Anlage 1'],
  ])('given an attachment called %j, is called %j', async (name, safe) => {
    const encoded = `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`
    const part = parts({
      head: `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${encoded}"`,
      body: 'abc',
    })
    const { attachments } = await read(aMail({ 'Content-Type': part.type }, part.body))
    expect(attachments.map((file) => file.name)).toEqual([safe])
  })

  test('given a file whose name and type are endless, has the beginning of both', async () => {
    const type = `application/${'t'.repeat(200)}`
    const head = `Content-Type: ${type}\r\nContent-Disposition: attachment; filename=${'n'.repeat(200)}.pdf`
    const { type: whole, body } = parts({ head, body: 'x' })
    const [file] = (await read(aMail({ 'Content-Type': whole }, body))).attachments
    expect(file).toMatchObject({ name: 'n'.repeat(120), contentType: type.slice(0, 120) })
  })

  test('given a mail inside a mail, it is a file with a name of ours', async () => {
    const part = parts({ head: 'Content-Type: message/rfc822', body: 'Subject: innen\r\n\r\nHallo' })
    const { attachments } = await read(aMail({ 'Content-Type': part.type }, part.body))
    expect(attachments).toHaveLength(1)
    expect(attachments[0]?.name).toBe('Anlage 1')
  })

  test('given any bytes at all, answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (raw) => {
        expect(await readMail(raw)).toBeDefined()
      }),
      { numRuns: 60 },
    )
  })
})

describe('a bounce', () => {
  const dsn = (status: string, action = 'failed', type = 'multipart/report; report-type=delivery-status') =>
    aMail(
      { 'Content-Type': `${type}; boundary=grenze`, From: 'MAILER-DAEMON@mx.example', 'Return-Path': '<>' },
      parts(
        { head: 'Content-Type: text/plain', body: 'Das ging nicht.' },
        {
          head: 'Content-Type: message/delivery-status',
          body: `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; weg@example.org\r\nAction: ${action}\r\nStatus: ${status}`,
        },
        {
          head: 'Content-Type: text/rfc822-headers',
          body: 'Message-ID: <m.0123456789012345678901.abcdefghijklmnopqrstuv@stadt.example>',
        },
      ).body,
    )

  test.each([
    ['5.1.1', 'failed', true],
    ['5.0.0', 'failed', true],
    ['5.2.2', 'failed', false],
    ['4.4.1', 'failed', false],
    ['4.0.0', 'delayed', false],
    ['5.0.0', 'delivered', false],
  ])('given the status %s and %s, is permanent: %s', async (status, action, permanent) => {
    const { bounce } = await read(dsn(status, action))
    expect(bounce).toMatchObject({ permanent, code: status, recipient: 'weg@example.org' })
  })

  test('given it, names our message, and its text is nobody’s words', async () => {
    const { bounce, ownWords, automatic } = await read(dsn('5.1.1'))
    expect(bounce?.ourMessageIds).toEqual(['<m.0123456789012345678901.abcdefghijklmnopqrstuv@stadt.example>'])
    expect(ownWords).toBe('')
    expect(automatic).not.toBeNull()
  })

  test('given a server that does not call it a report, is one all the same', async () => {
    expect((await read(dsn('5.0.0', 'failed', 'multipart/mixed'))).bounce?.permanent).toBe(true)
  })

  test('given the older kind that only names whom it failed for, is one', async () => {
    const raw = aMail({ 'X-Failed-Recipients': 'weg@example.org', From: 'Mailer-Daemon@mx.example' })
    expect((await read(raw)).bounce).toMatchObject({ permanent: true, recipient: 'weg@example.org' })
  })

  test('given a person’s mail, is none', async () => expect((await read(aMail())).bounce).toBeNull())
})
