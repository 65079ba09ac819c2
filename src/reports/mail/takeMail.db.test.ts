import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type MailServer, startMailServer } from '../../../tests/kit/mail.ts'
import { pdf } from '../../cases/attachments/attachments.testkit.ts'
import { givenCase } from '../../cases/cases.testkit.ts'
import { connectMessages } from '../../messages/connect.ts'
import { sendDue } from '../../messages/sendDue.ts'
import { newId } from '../../platform/ids.ts'
import { saveCategory } from '../categories/saveCategory.ts'
import { mergeReport } from '../merging/mergeReport.ts'
import { moveReport } from '../moveReport.ts'
import { openReport } from '../openReport.ts'
import { bomb, heic, jpeg } from '../photos/photos.testkit.ts'
import { putAway } from '../putAway/putAway.ts'
import { readReport } from '../readReport.ts'
import { aReport } from '../reports.testkit.ts'
import { decideMail } from './decideMail.ts'
import { readMails } from './readMails.ts'
import { givenMailDesk, type MailDesk } from './mail.testkit.ts'

const DAY_MS = 86_400_000
const JANA = 'jana@example.org'
const NOBODY = { name: null, phone: null, email: null }
const database = useDatabase()
let mail: MailServer
let disconnect = (): void => undefined
let house: MailDesk
/** Jana's report. */
let caseId: string
let number: string

beforeAll(async () => {
  mail = await startMailServer()
})
beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  disconnect = connectMessages(database.platform, {
    mail: { url: mail.url, from: 'rathaus@stadt.example', plain: false, inbox: null },
    sms: null,
  })
  house = await givenMailDesk(database.platform)
  ;({ caseId, number } = await openReport(house.citizen, aReport()))
  await leave()
})
afterEach(() => disconnect())
afterAll(() => mail.stop())

/** All mails that are to go are gone. @returns whom they went to */
async function leave(): Promise<readonly string[]> {
  mail.mails.length = 0
  await sendDue(database.platform, house.kinds)
  return mail.mails.flatMap(({ to }) => to)
}
const report = (id = caseId) => readReport(house.desk.ctx, id)
const words = async (id = caseId) =>
  (await report(id)).updates.filter((one) => one.byReporter).map(({ text }) => text)
const notes = async (id: string) => {
  const rows = await database.platform.db
    .selectFrom('case_note')
    .select('text')
    .where('case_id', '=', id)
    .execute()
  return rows.map(({ text }) => text)
}
const filesOf = (mailId: string) =>
  database.platform.db
    .selectFrom('mail_file')
    .select('name')
    .where('mail_id', '=', mailId)
    .orderBy('position')
    .execute()
const answering = async (head: Readonly<Record<string, string | null>> = {}) => ({
  References: await house.signed({ of: 'case', id: caseId }),
  ...head,
})
const settle = () =>
  moveReport(house.desk.ctx, caseId, { state: 'done', text: 'Die Platte liegt fest.', plannedFor: null })

/** A mail with these files. */
const withFiles = (...files: readonly { name: string; bytes: Buffer }[]) => {
  const head = { 'Content-Type': 'multipart/mixed; boundary=grenze' }
  const parts = files.map(
    ({ name, bytes }) =>
      `--grenze\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}\r\n`,
  )
  const text = '--grenze\r\nContent-Type: text/plain\r\n\r\nSiehe Anlagen.\r\n'
  return { head, body: `${text}${parts.join('')}--grenze--\r\n` }
}

describe('an answer to a letter of ours', () => {
  test('given the address of the case, however it is written, is an update', async () => {
    const row = await house.comes(await answering({ From: 'JANA@Example.org' }), 'Sie wackelt noch.')
    expect(row).toMatchObject({ state: 'done', became: 'reply', case_id: caseId })
    expect(await words()).toEqual(['Sie wackelt noch.'])
    const told = await database.platform.db
      .selectFrom('event')
      .innerJoin('report_update', (join) =>
        join
          .onRef('report_update.city_id', '=', 'event.city_id')
          .on(sql<boolean>`report_update.id::text = event.data ->> 'updateId'`),
      )
      .select(['event.kind', 'report_update.text'])
      .where('event.case_id', '=', caseId)
      .where('event.kind', '=', 'report.replied')
      .execute()
    expect(told).toEqual([{ kind: 'report.replied', text: 'Sie wackelt noch.' }])
    await database.pool.query('update "case" set contact_email = $1 where id = $2', [
      'Jana@Example.ORG',
      caseId,
    ])
    expect((await house.comes(await answering())).became).toBe('reply')
  })

  test('given the id of one letter, stands in the case that it was about; of a letter that nobody knows, is new', async () => {
    const { id } = await database.platform.db
      .selectFrom('message')
      .select('id')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    const row = await house.comes({ 'In-Reply-To': await house.signed({ of: 'message', id }) })
    expect(row).toMatchObject({ became: 'reply', case_id: caseId })
    const unknown = await house.comes({ 'In-Reply-To': await house.signed({ of: 'message', id: newId() }) })
    expect(unknown.became).toBe('report')
    expect(unknown.case_id).not.toBe(caseId)
  })

  test('given several cases, stands in the one that was written about last', async () => {
    const other = await openReport(house.citizen, aReport({ description: 'Etwas anderes.' }))
    const older = await house.signed({ of: 'case', id: caseId })
    const newer = await house.signed({ of: 'case', id: other.caseId })
    const row = await house.comes({ References: `${older} ${newer}` })
    expect(row.case_id).toBe(other.caseId)
  })

  test('given only the address that names the case, stands there', async () => {
    const own = (await house.signed({ of: 'case', id: caseId })).slice(1, -1).split('@')[0]
    const row = await house.comes({ 'Delivered-To': `buergertelefon+${own}@stadt.example` })
    expect(row).toMatchObject({ became: 'reply', case_id: caseId })
  })

  test('given a report that was put away, brings it back', async () => {
    await putAway(house.desk.ctx, caseId, { day: '2026-11-25', reason: 'Der Bauhof kommt.' })
    await house.comes(await answering())
    expect((await report()).away).toBeNull()
  })

  test('given an answer within 30 days after ours, is in work again; later it is a report of its own', async () => {
    await settle()
    database.platform.clock.advance(30 * DAY_MS - 1)
    expect(await house.comes(await answering(), 'Sie wackelt.')).toMatchObject({ case_id: caseId })
    expect((await report()).state).toBe('in-work')
    await settle()
    database.platform.clock.advance(30 * DAY_MS)
    const late = await house.comes(await answering(), 'Wieder lose.')
    expect(late.became).toBe('report')
    expect(late.case_id).not.toBe(caseId)
    expect((await notes(late.case_id!)).join()).toContain('lange beendet')
    expect((await report()).state).toBe('done')
  })

  test('given a report that belongs to an answered one, says there that it is not solved', async () => {
    const worked = await openReport(house.citizen, aReport({ contact: NOBODY }))
    await mergeReport(house.desk.ctx, caseId, { number: worked.number })
    await moveReport(house.desk.ctx, worked.caseId, { state: 'done', text: 'Fertig.', plannedFor: null })
    const row = await house.comes(await answering(), 'Sie wackelt.')
    expect(row).toMatchObject({ became: 'reply', case_id: worked.caseId })
    expect((await report(worked.caseId)).state).toBe('in-work')
  })

  test('given more words than a report takes, is cut there and whole with the mail', async () => {
    const long = 'Scherben überall. '.repeat(300)
    const row = await house.comes(await answering(), long)
    const [update = ''] = await words()
    expect(update).toHaveLength(4000)
    expect(update).toMatch(/\(gekürzt\)$/)
    expect(row.words?.length).toBeGreaterThan(5000)
    await settle()
    database.platform.clock.advance(1000)
    await house.comes(await answering(), `Nein. ${long}`)
    expect((await report()).state).toBe('in-work')
    expect((await words()).at(-1)).toHaveLength(2000)
  })

  test('given no words, its subject stands there, and without one that it had none', async () => {
    await house.comes(await answering({ Subject: 'Sie wackelt' }), '\r\n')
    database.platform.clock.advance(1000)
    await house.comes(await answering({ Subject: null }), '\r\n')
    expect(await words()).toEqual(['Sie wackelt', '(Diese E-Mail hatte keinen Text.)'])
  })

  test('given a case of the other line, is a note there, with its PDF and its picture', async () => {
    const { id } = await givenCase(house.citizen, house.city)
    const { head, body } = withFiles(
      { name: 'antrag.pdf', bytes: pdf() },
      { name: 'ausweis.jpg', bytes: await jpeg() },
      { name: 'a.zip', bytes: Buffer.from('PK') },
    )
    const References = await house.signed({ of: 'case', id })
    const row = await house.comes({ ...head, References }, body)
    expect(row).toMatchObject({ became: 'note', case_id: id })
    expect(await notes(id)).toEqual(['E-Mail: Siehe Anlagen.'])
    const kept = await database.platform.db
      .selectFrom('case_attachment')
      .select('name')
      .where('case_id', '=', id)
      .execute()
    expect(kept).toEqual([{ name: 'antrag.pdf' }, { name: 'ausweis.jpg' }])
    expect(await filesOf(row.id)).toEqual([{ name: 'a.zip' }])
  })
})

describe('an answer that is not to be believed', () => {
  test('given another address, waits beside the case, and the known one is asked', async () => {
    const row = await house.comes(await answering({ From: 'mallory@example.org' }), 'Bitte einstellen.')
    expect(row).toMatchObject({ state: 'waiting', waits_because: 'stranger', case_id: caseId })
    expect(await words()).toEqual([])
    expect(await leave()).toEqual([JANA])
  })

  test('given that a person puts it into the case, its words and its photo stand there', async () => {
    const { head, body } = withFiles(
      { name: 'foto.jpg', bytes: await jpeg() },
      { name: 'liste.txt', bytes: Buffer.from('Scherben') },
    )
    const { id } = await house.comes(await answering({ ...head, From: 'mallory@example.org' }), body)
    await decideMail(house.desk.ctx, id, { as: 'case', number })
    expect(await words()).toEqual(['Siehe Anlagen.'])
    expect((await report()).photos).toHaveLength(1)
    expect(await filesOf(id)).toEqual([{ name: 'liste.txt' }])
  })

  test('given that a person puts it into an answered case, the answer stands', async () => {
    await settle()
    const { id } = await house.comes(await answering({ From: 'mallory@example.org' }), 'Danke.')
    await decideMail(house.desk.ctx, id, { as: 'case', number })
    expect(await words()).toEqual(['Danke.'])
    expect((await report()).state).toBe('done')
  })

  test('given that a person sets it aside, it stays beside the case that it named', async () => {
    const { id } = await house.comes(await answering({ From: 'mallory@example.org' }))
    await decideMail(house.desk.ctx, id, { as: 'discarded' })
    const { mails } = await readMails(house.desk.ctx, { which: 'aside' })
    expect(mails).toMatchObject([{ became: 'discarded', case: { id: caseId } }])
  })

  test('given a case of somebody who practises, nobody is asked', async () => {
    await database.pool.query('update "case" set practice = true where id = $1', [caseId])
    await house.comes(await answering({ From: 'mallory@example.org' }))
    expect(await leave()).toEqual([])
  })

  test.each([
    ['no address', NOBODY],
    ['an address that takes nothing', { ...NOBODY, email: JANA }],
  ])('given a case with %s, nobody is asked', async (_, contact) => {
    ;({ caseId } = await openReport(house.citizen, aReport({ contact })))
    await database.pool.query('update "case" set email_refused_at = now() where contact_email is not null')
    await leave()
    const row = await house.comes(await answering({ From: 'mallory@example.org' }))
    expect(row.waits_because).toBe('stranger')
    expect(await leave()).toEqual([])
  })

  test('given an address that got ten mails today, it is not asked', async () => {
    for (let n = 0; n < 9; n += 1) await openReport(house.citizen, aReport({ description: `Platte ${n}` }))
    expect(await leave()).toHaveLength(9)
    await house.comes(await answering({ From: 'mallory@example.org' }))
    expect(await leave()).toEqual([])
    database.platform.clock.advance(DAY_MS + 1)
    await house.comes(await answering({ From: 'mallory@example.org' }))
    expect(await leave()).toEqual([JANA])
  })

  test('given several senders, waits, and nobody is asked about one of them', async () => {
    const row = await house.comes(await answering({ From: `mallory@example.org, ${JANA}` }))
    expect(row).toMatchObject({ waits_because: 'from-several', case_id: caseId })
    expect(await words()).toEqual([])
    expect(await leave()).toEqual([])
  })

  test('given an id that only looks like ours, waits and belongs to no case', async () => {
    const real = await house.signed({ of: 'case', id: caseId })
    const forged = real.replace(/^(<c\.[\w.-]{30})(.)/, (_, head, one) => `${head}${one === 'A' ? 'B' : 'A'}`)
    const row = await house.comes({ References: forged })
    expect(row).toMatchObject({ waits_because: 'forged', case_id: null })
    expect(await words()).toEqual([])
    expect(await leave()).toEqual([])
  })

  test('given an id of another city, is forged', async () => {
    const other = await givenMailDesk(database.platform)
    const row = await house.comes({ References: await other.signed({ of: 'case', id: caseId }) })
    expect(row.waits_because).toBe('forged')
  })

  test('given two numbers in the subject, waits', async () => {
    const other = await openReport(house.citizen, aReport({ description: 'Etwas anderes.' }))
    const row = await house.comes({ Subject: `Re: ${number} und ${other.number}` })
    expect(row).toMatchObject({ waits_because: 'several-numbers', case_id: null })
  })
})

describe('what a machine wrote', () => {
  test('given two cities that write to each other, stops after one mail each', async () => {
    const other = await givenMailDesk(database.platform)
    await house.comes({ From: 'buergertelefon@andere.example' })
    expect(await leave()).toEqual(['buergertelefon@andere.example'])
    const receipt = Buffer.from(mail.mails[0]!.raw, 'latin1')
    expect(await other.takes(receipt)).toMatchObject({ became: 'automatic', case_id: null })
    expect(await leave()).toEqual([])
  })

  test('given that nobody can say how many mails went out, none goes out and the mail waits', async () => {
    await database.pool.query('alter table message rename to message_away')
    const row = await house
      .comes({})
      .finally(() => database.pool.query('alter table message_away rename to message'))
    expect(row).toMatchObject({ state: 'waiting', waits_because: 'failed', tries: 3 })
    expect(await leave()).toEqual([])
  })

  test('given it answers a letter of ours, stands beside the case and changes nothing', async () => {
    const before = await report()
    const head = await answering({ 'Auto-Submitted': 'auto-replied' })
    expect(await house.comes(head)).toMatchObject({ became: 'automatic', case_id: caseId })
    expect(await report()).toEqual(before)
    await settle()
    await leave()
    await house.comes(head, 'Ich bin im Urlaub.')
    expect((await report()).state).toBe('done')
    expect(await leave()).toEqual([])
  })

  test('given it answers nothing of ours, opens nothing and gets nothing', async () => {
    const head = { 'Auto-Submitted': 'auto-generated', From: 'noreply@example.org' }
    expect(await house.comes(head)).toMatchObject({ became: 'automatic', case_id: null })
    expect(await leave()).toEqual([])
  })

  test('given a mail of ours that comes back, is put aside', async () => {
    const head = await answering({ 'Message-ID': await house.signed({ of: 'message', id: newId() }) })
    expect(await house.comes(head)).toMatchObject({ became: 'ours', case_id: null })
    expect(await words()).toEqual([])
    expect(await leave()).toEqual([])
  })

  test('given an address to which ten mails went today, its report gets no receipt and says so', async () => {
    for (let n = 0; n < 9; n += 1) {
      const { case_id: id } = await house.comes({ Subject: `Danke ${n}` })
      expect(await notes(id!)).toEqual([])
    }
    expect(await leave()).toHaveLength(9)
    const { case_id: id } = await house.comes({ Subject: 'Danke 9', From: JANA.toUpperCase() })
    expect(await leave()).toEqual([])
    expect((await notes(id!)).join()).toContain('Keine Eingangsbestätigung')
  })
})

describe('a mail that is too much', () => {
  test('given it cannot be read, waits as it came, and the next one is read', async () => {
    const part = '--grenze\r\nContent-Type: text/plain\r\n\r\nx\r\n'
    const head = { 'Content-Type': 'multipart/mixed; boundary=grenze' }
    const row = await house.comes(head, `${part.repeat(1500)}--grenze--\r\n`)
    expect(row).toMatchObject({ state: 'waiting', waits_because: 'unreadable', case_id: null, words: null })
    expect(row.raw?.length).toBe(row.size)
    expect((await house.comes()).became).toBe('report')
  })

  test('given a subject and words without end, has the beginning of both', async () => {
    const row = await house.comes({ Subject: 'b'.repeat(2000) }, 'w'.repeat(600_000))
    expect(row.subject).toBe('b'.repeat(998))
    expect(row.words).toBe('w'.repeat(500_000))
    expect(row.became).toBe('report')
  })
})

describe('a new report', () => {
  test('given its words only, or its subject only, is one; given neither, waits', async () => {
    expect(await house.comes({ Subject: null }, 'Nur Worte.')).toMatchObject({ became: 'report' })
    const { case_id: id } = await house.comes({ Subject: 'Nur Betreff' }, '\r\n')
    expect((await report(id!)).description).toBe('Nur Betreff')
    const empty = await house.comes({ Subject: null }, '\r\n')
    expect(empty).toMatchObject({ state: 'waiting', waits_because: 'empty', case_id: null })
  })

  test('given words that begin with the subject, says it once', async () => {
    const { case_id: id } = await house.comes({ Subject: 'Die Laterne' }, 'Die Laterne ist aus.')
    expect((await report(id!)).description).toBe('Die Laterne ist aus.')
  })

  test('given quotes and a signature, has the writer’s own words', async () => {
    const body = 'Die Laterne ist aus.\r\n\r\n> Was ist denn?\r\n-- \r\nJana\r\n'
    const { case_id: id, words: whole } = await house.comes({ Subject: 'Die Laterne' }, body)
    expect((await report(id!)).description).toBe('Die Laterne ist aus.')
    expect(whole).toContain('Was ist denn?')
  })

  test('given a category that is switched off, waits, and stands beside the case that it names', async () => {
    const { city, admin } = house
    await saveCategory(admin.ctx, 'idee', {
      name: 'Idee',
      description: '',
      teamId: city.teams.reports,
      answerHours: 10,
      place: 'asked',
      questions: [],
      instead: null,
      active: false,
      published: false,
      position: 1,
    })
    const head = { From: 'mallory@example.org', Subject: `Zu ${number}` }
    expect(await house.comes(head)).toMatchObject({ waits_because: 'no-category', case_id: caseId })
  })

  test('given a photo, a PDF and what is neither, has photo and PDF; the rest stays with the mail', async () => {
    const { head, body } = withFiles(
      { name: 'liste.txt', bytes: Buffer.from('Scherben') },
      { name: 'foto.jpg', bytes: await jpeg() },
      { name: 'skizze.pdf', bytes: pdf() },
      { name: 'foto.heic', bytes: heic() },
      { name: 'riesig.png', bytes: bomb() },
    )
    const row = await house.comes(head, body)
    expect((await report(row.case_id!)).photos).toHaveLength(1)
    const kept = await database.platform.db
      .selectFrom('case_attachment')
      .select('name')
      .where('case_id', '=', row.case_id)
      .execute()
    expect(kept).toEqual([{ name: 'skizze.pdf' }])
    expect((await filesOf(row.id)).map(({ name }) => name)).toEqual(['liste.txt', 'foto.heic', 'riesig.png'])
  })

  test('given that a person makes it of a mail without sender, says nothing of a receipt', async () => {
    const { id } = await house.comes({ From: null })
    const decided = await decideMail(house.desk.ctx, id, { as: 'report', category: 'idee' })
    expect(await notes(decided.caseId!)).toEqual([])
    expect(await leave()).toEqual([])
  })
})
