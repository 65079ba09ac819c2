import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type MailServer, startMailServer } from '../../../tests/kit/mail.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { connectMessages } from '../../messages/connect.ts'
import { sendDue } from '../../messages/sendDue.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { readCategories, saveCategory } from '../../reports/categories/saveCategory.ts'
import { objectToAnswer, openReport, reportKinds } from '../../reports/index.ts'
import { moveReport } from '../../reports/moveReport.ts'
import { releaseReport } from '../../reports/open311/releaseReport.ts'
import { forgetFollowers } from '../../reports/public/followers/forgetFollowers.ts'
import { aReport, givenCategories } from '../../reports/reports.testkit.ts'
import { pagesApp, textOf } from '../pages.testkit.ts'

const DAY_MS = 86_400_000
const database = useDatabase()
const kinds = new Map(reportKinds('https://stadt.example').map((kind) => [kind.name, kind]))
let app: Hono
let city: GivenCity
let staff: GivenAccount
let mail: MailServer
let disconnect = (): void => undefined
let host: string
let made = 0
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
  mail.mails.length = 0
  mail.refuse = null
  database.platform.clock.set('2026-11-23T08:00:00Z')
  made += 1
  host = `folgen${made}.example`
  city = await givenCity(database.platform, { hostnames: [host] })
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  staff = await givenAccount(database.platform, city.cityId, 'report')
  await givenCategories(admin.ctx, city)
  const { categories } = await readCategories(admin.ctx)
  const { id, ...category } = categories.find((one) => one.id === 'strasse')!
  await saveCategory(admin.ctx, id, { ...category, published: true })
  ;({ caseId, number } = await shownReport())
})
afterAll(async () => {
  disconnect()
  await mail.stop()
})

const citizen = () => ({ ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } as const })
const nobody = { name: null, phone: null, email: null }
async function shownReport() {
  const opened = await openReport(citizen(), aReport({ contact: nobody }))
  await releaseReport(staff.ctx, opened.caseId, true)
  return opened
}
const send = () => sendDue(database.platform, kinds)
const post = (path: string, fields: Record<string, string> = {}) =>
  app.request(`http://${host}${path}`, {
    method: 'POST',
    headers: { origin: `http://${host}`, host },
    body: new URLSearchParams(fields),
  })
const ask = (email: string, of = number) => post(`/meldungen/${of}`, { email })
const get = (path: string) => app.request(`http://${host}${path}`)
const stored = async (): Promise<string[]> => {
  const { rows } = await database.pool.query(`select email from report_follower where city_id = $1`, [
    city.cityId,
  ])
  return rows.map((row: { email: string }) => row.email)
}
const linkIn = (text: string): string => /\/meldungen\/folgen\/[\w-]+/.exec(text)?.[0] ?? ''
const move = (state: 'in-work' | 'done', text: string) =>
  moveReport(staff.ctx, caseId, { state, text, plannedFor: null })

/** @returns the path of the mail's link */
async function follow(email: string): Promise<string> {
  await ask(email)
  await send()
  const link = linkIn((await mail.about('Möchten Sie')).text)
  await post(link)
  mail.mails.length = 0
  return link
}

test('given an address, it hears nothing before the button behind the link of its mail is pressed, and then of each state', async () => {
  const answer = await ask('Erik@Example.org')
  expect(textOf(await answer.text())).toContain('Bitte sehen Sie in Ihr Postfach')
  await send()
  const [asked] = await mail.received(1)
  expect(asked?.to).toEqual(['erik@example.org'])
  expect(await (await get(linkIn(asked!.text))).text()).toContain('Ja, der Meldung folgen')
  await move('in-work', '')
  await send()
  expect(mail.mails).toHaveLength(1)
  expect(textOf(await (await post(linkIn(asked!.text))).text())).toContain('Sie folgen dieser Meldung.')
  await move('in-work', 'Nur ein Wort.')
  await move('done', 'Die Platte ist verfugt.')
  await send()
  expect(mail.mails).toHaveLength(2)
  const news = await mail.about(`Neues zur Meldung ${number}`)
  expect(news.text).toContain('Der Stand ist jetzt: erledigt.')
  expect(news.text).not.toContain('verfugt')
  expect(linkIn(news.text)).toBe(linkIn(asked!.text))
  await objectToAnswer(citizen(), caseId, 'Sie wackelt wieder.')
  await send()
  expect((await mail.received(3))[2]?.text).toContain('Der Stand ist jetzt: in Arbeit.')
})

test('given the link to stop, the address is deleted and hears nothing; a second time is harmless', async () => {
  const link = await follow('erik@example.org')
  expect(await stored()).toEqual(['erik@example.org'])
  for (let time = 0; time < 2; time += 1)
    expect(await (await post(`${link}/ende`)).text()).toContain('Ihre Adresse ist gelöscht.')
  expect(await stored()).toEqual([])
  expect((await get(link)).status).toBe(404)
  await move('done', 'Fertig.')
  await send()
  expect(mail.mails).toEqual([])
})

test('given an address that is asked again and again, even after it was deleted, one mail goes out a day and the page says the same', async () => {
  const first = await (await ask('erik@example.org')).text()
  await Promise.all([ask('erik@example.org'), ask('ERIK@example.org')])
  await send()
  const link = linkIn((await mail.received(1))[0]!.text)
  await post(`${link}/ende`)
  expect(await (await ask('erik@example.org')).text()).toBe(first)
  await send()
  expect(mail.mails).toHaveLength(1)
  database.platform.clock.advance(DAY_MS)
  await ask('erik@example.org')
  await send()
  expect(mail.mails).toHaveLength(2)
})

test('given many reports for one address, ten mails within a day are the most', async () => {
  for (let n = 0; n < 12; n += 1) await ask('erik@example.org', (await shownReport()).number)
  await send()
  expect(mail.mails).toHaveLength(10)
})

test('given no address, a report that is hidden, or another site, nothing is stored', async () => {
  const wrong = await ask('erik@')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="erik@"')
  const elsewhere = { origin: 'https://elsewhere.example', host }
  const body = new URLSearchParams({ email: 'erik@example.org' })
  const foreign = await app.request(`http://${host}/meldungen/${number}`, {
    method: 'POST',
    headers: elsewhere,
    body,
  })
  expect(foreign.status).toBe(403)
  await releaseReport(staff.ctx, caseId, false)
  expect((await ask('erik@example.org')).status).toBe(404)
  expect(await stored()).toEqual([])
})

test('given a report that is hidden between, what waits is not sent', async () => {
  await follow('erik@example.org')
  await move('in-work', '')
  await releaseReport(staff.ctx, caseId, false)
  await send()
  expect(mail.mails).toEqual([])
  expect(await forgetFollowers(database.platform)).toBeGreaterThan(0)
  expect(await stored()).toEqual([])
})

test('given time, who did not confirm is forgotten after two days, and who did 30 days after the end', async () => {
  await follow('erik@example.org')
  await ask('ute@example.org')
  database.platform.clock.advance(2 * DAY_MS)
  await forgetFollowers(database.platform)
  expect(await stored()).toEqual(['erik@example.org'])
  await move('done', 'Fertig.')
  database.platform.clock.advance(30 * DAY_MS - 1000)
  await forgetFollowers(database.platform)
  expect(await stored()).toEqual(['erik@example.org'])
  database.platform.clock.advance(1000)
  await forgetFollowers(database.platform)
  expect(await stored()).toEqual([])
})
