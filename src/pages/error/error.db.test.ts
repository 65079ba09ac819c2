import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { createApp } from '../../app.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { rawRoute } from '../../platform/http/route.ts'
import { notAllowed } from '../../platform/problems.ts'
import { expectWholePage, textOf } from '../pages.testkit.ts'

const database = useDatabase()

beforeAll(async () => {
  await givenCity(database.platform, { name: 'Lünen', demo: true })
})

/** A page that fails as told. */
async function failing(error: Error, lang: string) {
  const app = createApp({
    platform: database.platform,
    routes: [
      rawRoute({
        method: 'get',
        path: '/kaputt',
        roles: 'public',
        respond: () => {
          throw error
        },
      }),
    ],
    readiness: [],
    publicDir: import.meta.dirname,
    trustProxy: false,
  })
  const response = await app.request(`/kaputt?lang=${lang}`)
  return { status: response.status, html: await response.text() }
}

const databaseAway = (): Error => Object.assign(new Error('gone'), { code: '57P01' })

describe('an error on a page', () => {
  it.each([
    { error: notAllowed(), status: 403, heading: 'Das ist hier nicht erlaubt' },
    { error: databaseAway(), status: 503, heading: 'Gerade geht es nicht' },
    { error: new Error('a secret detail'), status: 500, heading: 'Da ist etwas schiefgegangen' },
  ])('given $error, answers $status in the layout', async ({ error, status, heading }) => {
    const answer = await failing(error, 'de')
    expect(answer.status).toBe(status)
    expectWholePage(answer.html, 'de')
    expect(textOf(answer.html)).toContain(heading)
    expect(answer.html).toMatch(/<title>Fehler: /)
    expect(answer.html).not.toContain('secret')
  })

  it.each(['en', 'einfach'])('given the language %s, is said in it', async (lang) => {
    const { html } = await failing(new Error('x'), lang)
    expect(textOf(html)).not.toContain('Der Fehler ist aufgezeichnet')
  })

  it('given a fault of ours, does not ask the database whose page it is', async () => {
    expect((await failing(databaseAway(), 'de')).html).not.toContain('Lünen')
    expect((await failing(notAllowed(), 'de')).html).toContain('Stadt Lünen')
  })
})
