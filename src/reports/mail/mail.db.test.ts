import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenCase } from '../../cases/cases.testkit.ts'
import { handleMails } from '../../messages/mailbox/handleMails.ts'
import { type GivenMailbox, givenMailbox } from '../../messages/mailbox/mailbox.testkit.ts'
import { forgetMails, RAW_KEPT_DAYS, WORDS_KEPT_DAYS } from '../../messages/mailbox/forgetMails.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import { mergeReport } from '../merging/mergeReport.ts'
import { givenCategories } from '../reports.testkit.ts'
import { decideMail } from './decideMail.ts'
import { mailRoutes } from './mailRoutes.ts'
import { chooseIntake, readMailFile, readMails } from './readMails.ts'
import { takeMail } from './takeMail.ts'

const database = useDatabase()
const DAY_MS = 86_400_000
let city: GivenCity
let admin: GivenAccount
let desk: GivenAccount
let agent: GivenAccount
let mailbox: GivenMailbox

beforeEach(async () => {
  await database.pool.query('delete from mail')
  city = await givenCity(database.platform)
  admin = await givenAccount(database.platform, city.cityId, 'admin')
  desk = await givenAccount(database.platform, city.cityId, 'report')
  agent = await givenAccount(database.platform, city.cityId, 'agent')
  await givenCategories(admin.ctx, city)
  await chooseIntake(admin.ctx, { category: 'idee' })
  mailbox = await givenMailbox(database.platform, city.cityId)
})

/** A mail comes in and is handled. */
async function come(raw: string | Buffer): Promise<string> {
  const id = await mailbox.write(raw)
  await handleMails(database.platform, { kinds: new Map(), take: takeMail })
  return id
}
const plain = (from: string, subject: string, text = 'Guten Tag.', head = ''): string =>
  `From: ${from}\r\nMessage-ID: <${subject.replaceAll(/\W/g, '')}@example.org>\r\nSubject: ${subject}\r\n${head}\r\n${text}\r\n`
const rowOf = (id: string) =>
  database.platform.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const caseOf = (id: string) =>
  database.platform.db.selectFrom('case').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('a mail', () => {
  test('given a city that chose no category, waits; a person makes a report of it', async () => {
    await database.pool.query('delete from mail_intake')
    const id = await come(plain('Jana <jana@example.org>', 'Laterne', 'Sie brennt nicht.'))
    expect((await rowOf(id)).waits_because).toBe('no-category')
    const { caseId } = await decideMail(desk.ctx, id, { as: 'report', category: 'strasse' })
    expect(await caseOf(caseId!)).toMatchObject({
      reason: 'Laterne\n\nSie brennt nicht.',
      contact_name: 'Jana',
      contact_email: 'jana@example.org',
      channel: 'email',
    })
    expect(await rowOf(id)).toMatchObject({ became: 'report', handled_by: desk.ctx.actor.accountId })
  })

  test('given two people who decide about it, one of them is told that it is decided', async () => {
    const id = await come('Subject: nichts\r\n\r\nOhne Absender\r\n')
    const both = await Promise.allSettled([
      decideMail(desk.ctx, id, { as: 'report', category: 'idee' }),
      decideMail(admin.ctx, id, { as: 'discarded' }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409 } })
  })

  test('given an agent of the provider, is not theirs to decide', async () => {
    const id = await come('Subject: nichts\r\n\r\nOhne Absender\r\n')
    await expect(decideMail(agent.ctx, id, { as: 'discarded' })).rejects.toMatchObject({ status: 403 })
    expect((await rowOf(id)).state).toBe('waiting')
  })

  test('given a category that there is not, or a case of another team, is said so', async () => {
    const id = await come('Subject: nichts\r\n\r\nOhne Absender\r\n')
    await expect(decideMail(desk.ctx, id, { as: 'report', category: 'gibtsnicht' })).rejects.toMatchObject({
      fields: { category: expect.any(String) },
    })
    const { number } = await givenCase(admin.ctx, city)
    await expect(decideMail(desk.ctx, id, { as: 'case', number })).rejects.toMatchObject({ status: 403 })
    expect((await rowOf(id)).state).toBe('waiting')
  })

  test('given one that belongs to a case, is put there; a wrong number is said at its field', async () => {
    const first = await come(plain('jana@example.org', 'Laterne'))
    const { number } = await caseOf((await rowOf(first)).case_id!)
    const id = await come('Subject: nichts\r\n\r\nOhne Absender\r\n')
    const saysOf = (wrong: string) =>
      decideMail(desk.ctx, id, { as: 'case', number: wrong }).catch(({ fields }) => fields?.number)
    expect(await saysOf('12')).toContain('Es fehlen Zeichen.')
    expect(await saysOf('000-000')).toBe('Ein Anliegen mit dieser Nummer gibt es nicht.')
    await decideMail(desk.ctx, id, { as: 'case', number })
    expect(await rowOf(id)).toMatchObject({ became: 'reply', case_id: (await rowOf(first)).case_id })
  })

  test('given the same again, is one report', async () => {
    await come(plain('jana@example.org', 'Laterne'))
    const again = await come(
      plain('jana@example.org', 'Laterne', 'Guten Tag.', 'Received: by another.example\r\n'),
    )
    expect(await rowOf(again)).toMatchObject({ became: 'again', case_id: null })
  })

  test('given an id that was sent before with other words, is not lost', async () => {
    await come(plain('jana@example.org', 'Laterne'))
    const other = await come(plain('jana@example.org', 'Laterne', 'Etwas ganz anderes.'))
    expect((await rowOf(other)).became).toBe('report')
  })

  test('given the number of somebody else’s case, is a report of its own that says so', async () => {
    const first = await come(plain('jana@example.org', 'Laterne'))
    const { number } = await caseOf((await rowOf(first)).case_id!)
    const id = await come(plain('mallory@example.org', `Re: ${number}`))
    const { case_id: caseId, became } = await rowOf(id)
    expect(became).toBe('report')
    const notes = await database.platform.db
      .selectFrom('case_note')
      .select('text')
      .where('case_id', '=', caseId!)
      .execute()
    expect(notes.map(({ text }) => text).join()).toContain('Nummer eines anderen Anliegens')
  })

  test('given a report that belongs to another one, stands where that is worked', async () => {
    const worked = (await rowOf(await come(plain('kim@example.org', 'Laterne am Rathaus')))).case_id!
    const own = (await rowOf(await come(plain('jana@example.org', 'Laterne')))).case_id!
    await mergeReport(desk.ctx, own, { number: (await caseOf(worked)).number })
    const id = await come(plain('jana@example.org', `Re: ${(await caseOf(own)).number}`, 'Es ist dunkel.'))
    expect(await rowOf(id)).toMatchObject({ became: 'reply', case_id: worked })
  })

  test('given a text longer than a report can be, is cut there and whole here', async () => {
    const words = 'Scherben überall. '.repeat(400)
    const id = await come(
      plain('jana@example.org', 'Scherben', words, 'Content-Type: text/plain; charset=utf-8\r\n'),
    )
    const row = await rowOf(id)
    expect(row.words?.length).toBeGreaterThan(7000)
    expect((await caseOf(row.case_id!)).reason).toMatch(/gekürzt/)
  })

  test('given the scanners’ test file, nobody may save it', async () => {
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-')
    const body = `--g\r\nContent-Type: text/plain\r\n\r\nHallo\r\n--g\r\nContent-Type: application/x-x\r\nContent-Disposition: attachment; filename=a.com\r\n\r\n${eicar}\r\n--g--\r\n`
    const id = await come(
      plain('jana@example.org', 'Datei', body, 'Content-Type: multipart/mixed; boundary=g\r\n'),
    )
    const file = await database.platform.db.selectFrom('mail_file').selectAll().executeTakeFirstOrThrow()
    expect(file.blocked).toBe('virus')
    await expect(readMailFile(desk.ctx, { mailId: id, id: file.id })).rejects.toMatchObject({ status: 404 })
  })

  test('given a file that could run, is saved by staff and shown by nobody', async () => {
    const body =
      '--g\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=a.html\r\n\r\n<script>1</script>\r\n--g--\r\n'
    const head = 'Content-Type: multipart/mixed; boundary=g\r\nFrom: zwei@example.org\r\n'
    const id = await come(plain('eins@example.org', 'Datei', body, head))
    const file = await database.platform.db
      .selectFrom('mail_file')
      .select('id')
      .where('mail_id', '=', id)
      .executeTakeFirstOrThrow()
    const get = client(database.platform, mailRoutes)
    for (const path of [`/api/v1/mails/${id}/files/${file.id}`, `/api/v1/mails/${id}/raw`]) {
      expect((await get('GET', path)).status).toBe(401)
      expect((await get('GET', path, { cookie: agent.cookie })).status).toBe(403)
      const answer = await get('GET', path, { cookie: desk.cookie })
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringMatching(/^attachment; filename="/),
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      expect(await answer.text()).toContain('<script>1</script>')
    }
  })

  test('given an agent of the provider, is not shown', async () => {
    await expect(readMails(agent.ctx, { which: 'waiting' })).rejects.toMatchObject({ status: 403 })
  })

  test('given a program that is about to end, waits for the next one', async () => {
    const id = await mailbox.write(plain('jana@example.org', 'Laterne'))
    const hands = { kinds: new Map(), take: takeMail }
    expect(await handleMails(database.platform, hands, () => true)).toBe(0)
    expect((await rowOf(id)).state).toBe('new')
    expect(await handleMails(database.platform, hands)).toBe(1)
  })

  test('given that its handling fails, is tried three times and then waits', async () => {
    const raw = Buffer.from(plain('jana@example.org', 'kaputt'))
    const id = await mailbox.write(raw)
    let tries = 0
    const take = async (): Promise<never> => {
      tries += 1
      throw new Error('broken')
    }
    await handleMails(database.platform, { kinds: new Map(), take })
    expect(tries).toBe(3)
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', waits_because: 'failed', raw })
  })

  test('given its time is over, what it said is gone; what waits stays', async () => {
    const automatic = await come(
      plain('Jana <jana@example.org>', 'weg', 'Urlaub', 'Auto-Submitted: auto-replied\r\n'),
    )
    const waiting = await come('Subject: nichts\r\n\r\nOhne Absender\r\n')
    database.platform.clock.advance((RAW_KEPT_DAYS + 1) * DAY_MS)
    await forgetMails(database.platform)
    expect(await rowOf(automatic)).toMatchObject({ raw: null, words: 'Urlaub', sender_name: 'Jana' })
    database.platform.clock.advance(WORDS_KEPT_DAYS * DAY_MS)
    await forgetMails(database.platform)
    expect(await rowOf(automatic)).toMatchObject({
      words: null,
      sender: null,
      sender_name: null,
      subject: null,
    })
    expect((await rowOf(waiting)).raw).not.toBeNull()
  })
})
