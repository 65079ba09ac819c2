import type { Hono } from 'hono'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { openReport } from '../../reports/index.ts'
import { linkOf } from '../../reports/follow/link.ts'
import { aReport, givenCategories } from '../../reports/reports.testkit.ts'
import { expectWholePage, pagesApp, textOf } from '../pages.testkit.ts'

const database = useDatabase()
let app: Hono
let city: GivenCity
let host: string
let made = 0
let caseId: string

beforeAll(() => {
  app = pagesApp(database.platform)
})
beforeEach(async () => {
  made += 1
  host = `folgen${made}.example`
  city = await givenCity(database.platform, { hostnames: [host] })
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  await givenCategories(admin.ctx, city)
  const citizen = { ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } as const }
  ;({ caseId } = await openReport(citizen, aReport()))
})

async function follow(lang: string): Promise<string> {
  const answer = await app.request(`http://${host}/meldung?lang=${lang}`, {
    method: 'POST',
    headers: { host, origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ link: await linkOf(database.platform, city.cityId, caseId) }).toString(),
  })
  expect(answer.status).toBe(200)
  return answer.text()
}

test('given an address that takes nothing, the page says so and where the answer stands, in each language', async () => {
  expect(await follow('de')).not.toContain('kommen zurück')
  await database.pool.query('update "case" set email_refused_at = now() where id = $1', [caseId])
  for (const [lang, page, told] of [
    ['de', 'de', 'Unsere E-Mails an Sie kommen zurück. Jede Antwort steht auch hier. Oder rufen Sie uns an'],
    ['einfach', 'de-simple', 'Unsere E-Mails an Sie kommen zurück.'],
    ['en', 'en', 'Our e-mails to you come back. Every answer stands here too. Or call us'],
  ] as const) {
    const html = await follow(lang)
    expectWholePage(html, page)
    expect(textOf(html)).toContain(told)
  }
})
