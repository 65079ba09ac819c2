import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type MailServer, startMailServer } from '../../../tests/kit/mail.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { connectMessages } from '../../messages/connect.ts'
import { handleMails } from '../../messages/mailbox/handleMails.ts'
import { type GivenMailbox, givenMailbox } from '../../messages/mailbox/mailbox.testkit.ts'
import { ownId } from '../../messages/ownId.ts'
import { sendDue } from '../../messages/sendDue.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { signingKey } from '../../platform/http/signingKey.ts'
import { openReport, reportKinds, takeMail } from '../../reports/index.ts'
import { decideMail } from '../../reports/mail/decideMail.ts'
import { mergeReport } from '../../reports/merging/mergeReport.ts'
import { moveReport } from '../../reports/moveReport.ts'
import { readReport } from '../../reports/readReport.ts'
import { aReport, givenCategories } from '../../reports/reports.testkit.ts'
import { expectWholePage, pagesApp, textOf } from '../pages.testkit.ts'

const DAY_MS = 86_400_000
const KNOWN = 'jana@example.org'
const OTHER = 'jana.beispiel@arbeit.example'
const database = useDatabase()
const kinds = new Map(reportKinds('https://stadt.example').map((kind) => [kind.name, kind]))
let app: Hono
let city: GivenCity
let staff: GivenAccount
let mail: MailServer
let disconnect = (): void => undefined
let host: string
let made = 0
let written = 0
let mailbox: GivenMailbox
let caseId: string
let number: string

beforeAll(async () => {
  app = pagesApp(database.platform)
  mail = await startMailServer()
})
beforeEach(async () => {
  disconnect()
  disconnect = connectMessages(database.platform, {
    mail: { url: mail.url, from: 'rathaus@stadt.example', plain: false, inbox: null },
    sms: null,
  })
  database.platform.clock.set('2026-11-23T08:00:00Z')
  made += 1
  host = `absender${made}.example`
  city = await givenCity(database.platform, { hostnames: [host] })
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  staff = await givenAccount(database.platform, city.cityId, 'report')
  await givenCategories(admin.ctx, city)
  const contact = { name: null, phone: null, email: KNOWN }
  ;({ caseId, number } = await openReport(citizen(), { ...aReport(), contact }))
  mailbox = await givenMailbox(database.platform, city.cityId)
  await sendDue(database.platform, kinds)
  mail.mails.length = 0
})
afterAll(async () => {
  disconnect()
  await mail.stop()
})

const citizen = () => ({ ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } as const })

/** An answer to a letter of ours, as the reader of the mailbox writes it down and handles it. */
async function answer(from: string, words: string): Promise<string> {
  const key = await signingKey(database.platform)
  const ours = `<${ownId(key, city.cityId, { of: 'case', id: caseId })}@stadt.example>`
  written += 1
  const head = `From: ${from}\r\nMessage-ID: <${written}@example.org>\r\nReferences: ${ours}\r\nSubject: Re: Ihre Meldung`
  const id = await mailbox.write(`${head}\r\n\r\n${words}\r\n`)
  await handleMails(database.platform, { kinds, take: takeMail })
  await sendDue(database.platform, kinds)
  return id
}
const words = async (): Promise<string[]> =>
  (await readReport(staff.ctx, caseId)).updates.filter((one) => one.byReporter).map(({ text }) => text)
const get = (path: string) => app.request(`http://${host}${path}`)
const post = (path: string, origin = `http://${host}`) =>
  app.request(`http://${host}${path}`, { method: 'POST', headers: { host, origin } })
/** The letters that ask, without the receipts. */
const asked = () => mail.mails.filter(({ text }) => text.includes('/meldung/absender/'))
const linkIn = (text: string): string => /\/meldung\/absender\/[\w-]+/.exec(text)?.[0] ?? ''

test('given an answer from another address, the known one is asked without a word of it, and a press of a button puts it into the report', async () => {
  await answer(OTHER, 'Die Lampe flackert jetzt nur noch nachts.')
  expect(await words()).toEqual([])
  expect(asked()).toHaveLength(1)
  const [letter] = asked()
  expect(letter!.header('to')).toContain(KNOWN)
  expect(letter!.text).toContain(`Meldung ${number}`)
  expect(letter!.text).toContain('j…@arbeit.example')
  expect(letter!.text).not.toContain('flackert')
  expect(letter!.raw).not.toContain(OTHER)

  const path = linkIn(letter!.text)
  // A program that follows the link changes nothing.
  for (let looks = 0; looks < 2; looks += 1) {
    const page = await (await get(path)).text()
    expectWholePage(page, 'de')
    expect(textOf(page)).toContain('j…@arbeit.example')
    expect(textOf(page)).not.toContain('flackert')
  }
  expect(await words()).toEqual([])
  const done = await post(path)
  expect(done.status).toBe(200)
  expect(textOf(await done.text())).toContain('Ihre Antwort steht jetzt in Ihrer Meldung.')
  expect(await words()).toEqual(['Die Lampe flackert jetzt nur noch nachts.'])
  // Once: the link is worth nothing any more.
  expect((await post(path)).status).toBe(404)
  expect((await get(path)).status).toBe(404)
  expect(await words()).toHaveLength(1)
})

test('given the same address again, nobody is asked twice; each other one is asked about', async () => {
  await answer(OTHER, 'Eins.')
  await answer(OTHER.toUpperCase(), 'Zwei.')
  expect(asked()).toHaveLength(1)
  await answer('jemand@example.com', 'Drei.')
  expect(asked()).toHaveLength(2)
})

test('given somebody at the city hall decides first, or two weeks go by, the link says that it is over', async () => {
  const id = await answer(OTHER, 'Eins.')
  const path = linkIn(asked()[0]!.text)
  await decideMail(staff.ctx, id, { as: 'discarded' })
  expect((await post(path)).status).toBe(404)
  await answer('jemand@example.com', 'Zwei.')
  const second = linkIn(asked()[1]!.text)
  expect((await get(second)).status).toBe(200)
  database.platform.clock.set(new Date(database.platform.clock.now().getTime() + 14 * DAY_MS).toISOString())
  expect((await get(second)).status).toBe(404)
  expect((await post(second)).status).toBe(404)
  expect(await words()).toEqual([])
})

test('given another text in place of the link, or another page that sends the form, nothing happens', async () => {
  await answer(OTHER, 'Eins.')
  const path = linkIn(asked()[0]!.text)
  // In the middle: the last letter has bits that mean nothing.
  const at = path.lastIndexOf('/') + 30
  const changed = `${path.slice(0, at)}${path[at] === 'A' ? 'B' : 'A'}${path.slice(at + 1)}`
  expect((await get(changed)).status).toBe(404)
  expect((await post(`${path.slice(0, 30)}`)).status).toBe(404)
  expect((await post(path, 'https://boese.example')).status).toBe(403)
  expect(await words()).toEqual([])
})

test('given a report that belongs to another one by now, the answer stands where that is worked', async () => {
  await answer(OTHER, 'Eins.')
  const worked = await openReport(citizen(), aReport())
  await mergeReport(staff.ctx, caseId, { number: worked.number })
  expect((await post(linkIn(asked()[0]!.text))).status).toBe(200)
  const { updates } = await readReport(staff.ctx, worked.caseId)
  expect(updates.filter((one) => one.byReporter).map(({ text }) => text)).toEqual(['Eins.'])
})

test('given a report that is answered by then, begins it anew; one that was answered long ago stays as it is', async () => {
  const done = { state: 'done', text: 'Die Platte liegt fest.', plannedFor: null } as const
  await answer(OTHER, 'Sie wackelt.')
  await moveReport(staff.ctx, caseId, done)
  expect((await post(linkIn(asked()[0]!.text))).status).toBe(200)
  expect((await readReport(staff.ctx, caseId)).state).toBe('in-work')

  await moveReport(staff.ctx, caseId, done)
  const answered = database.platform.clock.now().getTime()
  database.platform.clock.set(new Date(answered + 20 * DAY_MS).toISOString())
  await answer('jemand@example.com', 'Immer noch.')
  database.platform.clock.set(new Date(answered + 30 * DAY_MS).toISOString())
  expect((await post(linkIn(asked()[1]!.text))).status).toBe(404)
  expect((await readReport(staff.ctx, caseId)).state).toBe('done')
})

test('given other languages, the page is whole in each', async () => {
  await answer(OTHER, 'Eins.')
  expect(asked()).toHaveLength(1)
  for (const lang of ['en', 'einfach']) {
    const shown = await get(`${linkIn(asked()[0]!.text)}?lang=${lang}`)
    expect(shown.status).toBe(200)
    expectWholePage(await shown.text(), lang === 'en' ? 'en' : 'de-simple')
  }
})
