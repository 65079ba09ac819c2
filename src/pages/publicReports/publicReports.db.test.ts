import type { Hono } from 'hono'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { saveCategory, readCategories } from '../../reports/categories/saveCategory.ts'
import { feedLinkOf, linkOf, openReport } from '../../reports/index.ts'
import { mergeReport, splitReport } from '../../reports/merging/mergeReport.ts'
import { moveReport } from '../../reports/moveReport.ts'
import { releaseReport } from '../../reports/open311/releaseReport.ts'
import { aReport, givenCategories } from '../../reports/reports.testkit.ts'
import { expectWholePage, pagesApp, textOf } from '../pages.testkit.ts'

const database = useDatabase()
let app: Hono
let city: GivenCity
let admin: GivenAccount
let staff: GivenAccount
let host: string
let made = 0

beforeAll(() => {
  app = pagesApp(database.platform)
})
beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  made += 1
  host = `stadt${made}.example`
  city = await givenCity(database.platform, { hostnames: [host] })
  admin = await givenAccount(database.platform, city.cityId, 'admin')
  staff = await givenAccount(database.platform, city.cityId, 'report')
  await givenCategories(admin.ctx, city)
  await opened(true)
})

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://${host}${path}`, { headers })
const shown = async (path: string): Promise<string> => textOf(await (await get(path)).text())
const citizen = () => ({ ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } as const })

/** 'strasse' may be shown in public, or no longer. */
async function opened(published: boolean): Promise<void> {
  const { categories } = await readCategories(admin.ctx)
  const { id, ...category } = categories.find((one) => one.id === 'strasse')!
  await saveCategory(admin.ctx, id, { ...category, published })
}
async function report(over: Parameters<typeof aReport>[0] = {}, released = true) {
  const made = await openReport(citizen(), aReport(over))
  if (released) await releaseReport(staff.ctx, made.caseId, true)
  return made
}

describe('the list', () => {
  test('given reports, only a released one of a category that the city opened is there, and no address of a person', async () => {
    const seen = await report()
    const unread = await report({ description: 'Noch nicht gelesen.' }, false)
    const html = await (await get('/meldungen')).text()
    expectWholePage(html, 'de')
    expect(textOf(html)).toContain(`Straße und Gehweg ${seen.number}`)
    expect(textOf(html)).toContain(
      'Vor der Post ist eine Platte lose. eingegangen : Bald kümmert sich jemand darum.',
    )
    expect(html).toContain('Münsterstraße 1')
    expect(html).not.toContain('jana@')
    expect(html).not.toContain(unread.number)
    await opened(false)
    expect(await shown('/meldungen')).not.toContain(seen.number)
  })

  test('given filters, the list and its feed show what fits', async () => {
    const first = await report()
    const second = await report({ description: 'Das Schild ist umgefallen.', place: 'Am Markt 3' })
    await moveReport(staff.ctx, second.caseId, { state: 'done', text: 'Es steht wieder.', plannedFor: null })
    for (const [query, expected] of [
      ['q=schilder', second],
      ['q=markt', second],
      ['q=platte', first],
      ['stand=offen', first],
      ['stand=beendet', second],
    ] as const) {
      const other = expected === first ? second : first
      for (const path of ['/meldungen', '/meldungen.rss']) {
        const html = await (await get(`${path}?${query}`)).text()
        expect(html, query).toContain(expected.number)
        expect(html, query).not.toContain(other.number)
      }
    }
    expect(await shown('/meldungen?kategorie=idee')).toContain('Dazu gibt es keine öffentliche Meldung.')
    expect((await get(`/meldungen?q=${encodeURIComponent(`'"(&|!:*<`)}&nach=x&stand=x`)).status).toBe(200)
  })

  test('given more than a page, the next one goes on where it ended and each is there once', async () => {
    const numbers: string[] = []
    for (let n = 0; n < 27; n += 1) {
      database.platform.clock.advance(1000)
      numbers.unshift((await report({ contact: { name: null, phone: null, email: null } })).number)
    }
    const first = await (await get('/meldungen')).text()
    const [, next = ''] = /href="(\/meldungen\?nach=[^"]+)"/.exec(first) ?? []
    const second = await (await get(next)).text()
    const inOrder = [first, second].flatMap((html) =>
      [...html.matchAll(/href="\/meldungen\/([A-Z][^"/?]+)"/g)].map(([, number]) => number),
    )
    expect(inOrder).toEqual(numbers)
    expect(second).not.toContain('nach=')
  })

  test('given private ground, neither house number nor words of the place are shown or found', async () => {
    const { caseId, number } = await report({
      place: 'Hinter dem Haus von Familie Beispiel',
      isPrivate: true,
    })
    const html = await (await get(`/meldungen/${number}`)).text()
    expect(html).not.toContain('Familie Beispiel')
    expect(await shown('/meldungen?q=Familie')).not.toContain(number)
    expect(textOf(html)).toContain('Auf privatem Grund zeigen wir nur die Straße.')
    expect(caseId).toBeTruthy()
  })
})

describe('the same reported twice', () => {
  const other = () => report({ description: 'Die Platte wackelt noch immer.' })

  test('given one that belongs to another one, the list has the other, and the old address leads there', async () => {
    const worked = await report()
    const merged = await other()
    await mergeReport(staff.ctx, merged.caseId, { number: worked.number })
    for (const path of ['/meldungen', '/meldungen?q=platte', '/meldungen?stand=offen', '/meldungen.rss']) {
      const html = await (await get(path)).text()
      expect(html, path).toContain(worked.number)
      expect(html, path).not.toContain(merged.number)
    }
    const page = await get(`/meldungen/${merged.number}`)
    expect([page.status, page.headers.get('location')]).toEqual([302, `/meldungen/${worked.number}`])
    const feed = await get(`/meldungen/${merged.number}/verlauf.rss`)
    expect(feed.headers.get('location')).toBe(`/meldungen/${worked.number}/verlauf.rss`)
    await splitReport(staff.ctx, merged.caseId)
    expect(await shown('/meldungen')).toContain(merged.number)
    expect((await get(`/meldungen/${merged.number}`)).status).toBe(200)
  })

  test('given one that belongs to another one that is not shown, its old address is a 404 like any', async () => {
    const worked = await report({}, false)
    const merged = await other()
    await mergeReport(staff.ctx, merged.caseId, { number: worked.number })
    expect((await get(`/meldungen/${merged.number}`)).status).toBe(404)
    expect(await shown('/meldungen')).not.toContain(merged.number)
  })
})

describe('searching', () => {
  test('given words of which one was said and one is of the place, both together find it', async () => {
    const { number } = await report()
    expect(await shown('/meldungen?q=platte+M%C3%BCnsterstra%C3%9Fe')).toContain(number)
    expect(await shown('/meldungen?q=platte+Marktstra%C3%9Fe')).not.toContain(number)
  })
})

describe('the page of a report', () => {
  test('given steps, their states are shown and no word that staff or the reporter wrote', async () => {
    const { caseId, number } = await report()
    database.platform.clock.advance(60_000)
    await moveReport(staff.ctx, caseId, {
      state: 'in-work',
      text: 'Frau Beispiel ist dran.',
      plannedFor: null,
    })
    await moveReport(staff.ctx, caseId, { state: 'in-work', text: 'Noch ein Wort.', plannedFor: null })
    const html = await (await get(`/meldungen/${number.toLowerCase()}`)).text()
    expectWholePage(html, 'de')
    expect(html).not.toContain('Beispiel')
    expect(html).not.toContain('Noch ein Wort')
    expect([...html.matchAll(/<li><p class="muted">/g)]).toHaveLength(2)
    const feed = await (await get(`/meldungen/${number}/verlauf.rss`)).text()
    expect(feed.match(/<item>/g)).toHaveLength(2)
    expect(feed).toContain('<title>in Arbeit</title>')
    expect(feed).not.toContain('Beispiel')
  })

  test('given a number that is withheld, unknown or none, everybody gets the same 404', async () => {
    const { number } = await report({}, false)
    const [withheld, ...others] = await Promise.all(
      [number, 'LU-ZZZ-ZZZ', "x'y"].map(async (one) => {
        const answer = await get(`/meldungen/${encodeURIComponent(one)}`)
        return `${answer.status} ${textOf(await answer.text())}`
      }),
    )
    expect(withheld).toMatch(/^404 /)
    for (const other of others) expect(other).toBe(withheld)
    expect((await get(`/meldungen/${number}/verlauf.rss`)).status).toBe(404)
  })
})

describe('feeds', () => {
  test('given an unchanged list, the tag saves sending it again; a report less is a new feed', async () => {
    const { caseId } = await report()
    const first = await get('/meldungen.rss')
    expect(first.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    const tag = first.headers.get('etag') ?? ''
    expect((await get('/meldungen.rss', { 'if-none-match': tag })).status).toBe(304)
    await releaseReport(staff.ctx, caseId, false)
    const after = await get('/meldungen.rss', { 'if-none-match': tag })
    expect(after.status).toBe(200)
    expect(await after.text()).not.toContain('<item>')
  })

  test('given the private address, whoever reported reads every step with its words; the link of a message is no feed', async () => {
    const { caseId } = await report({}, false)
    await moveReport(staff.ctx, caseId, { state: 'in-work', text: 'Wir waren da.', plannedFor: null })
    await moveReport(staff.ctx, caseId, { state: 'done', text: 'Sie ist wieder fest.', plannedFor: null })
    const answer = await get(`/meldung/feed/${await feedLinkOf(database.platform, city.cityId, caseId)}`)
    const xml = await answer.text()
    expect(xml.match(/<item>/g)).toHaveLength(3)
    expect(xml).toContain('Wir waren da.')
    expect(xml).toContain('Sie ist wieder fest.')
    expect(answer.headers.get('cache-control')).toContain('private')
    const link = await linkOf(database.platform, city.cityId, caseId)
    expect((await get(`/meldung/feed/${link}`)).status).toBe(404)
  })
})
