import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { importPast } from '../../trial/baseline/importPast.ts'
import { play } from '../../trial/history.testkit.ts'
import { publishTrial } from '../../trial/plan/publishTrial.ts'
import { decideTrial, saveTrial, startTrial } from '../../trial/plan/saveTrial.ts'
import { showInterim } from '../../trial/plan/showInterim.ts'
import { aPlan, pastCalls, playTrial, queueLogOf } from '../../trial/trial.testkit.ts'
import { closeTrial } from '../../trial/verdict/closeTrial.ts'
import { expectWholePage, pagesApp, textOf } from '../pages.testkit.ts'

const database = useDatabase()
const HOST = 'versuch.example'
let app: Hono
let city: GivenCity
let lead: GivenAccount
let clerk: GivenAccount
let id: string
/** The one after it, which runs. */
let next: string

beforeAll(async () => {
  const { platform } = database
  platform.clock.set('2026-08-31T08:00:00Z')
  city = await givenCity(platform, { hostnames: [HOST] })
  lead = await givenAccount(platform, city.cityId, 'lead')
  clerk = await givenAccount(platform, city.cityId, 'clerk')
  await importPast(lead.ctx, { name: 'queue_log', bytes: Buffer.from(queueLogOf(pastCalls())) })
  const specialDays = [{ day: '2026-09-28', why: 'Kommunalwahl' }]
  id = await saveTrial(lead.ctx, null, aPlan({ specialDays }))
  await startTrial(lead.ctx, id)
  await playTrial({ platform, city, clerk: clerk.ctx, sourceId: '' })
  platform.clock.set('2026-10-14T08:00:00Z')
  await closeTrial(lead.ctx, id)
  next = await saveTrial(
    lead.ctx,
    null,
    aPlan({
      title: 'Noch ein Testbetrieb',
      period: { from: '2026-10-19', to: '2026-11-06' },
      decidesOn: '2026-11-20',
    }),
  )
  await startTrial(lead.ctx, next)
  platform.clock.set('2026-10-20T08:00:00Z')
  const scene = { platform, city, clerk: clerk.ctx, sourceId: '' }
  for (let call = 0; call < 12; call += 1)
    await play(scene, [
      {
        kind: 'phone',
        source: 'asterisk',
        wait: 60_000,
        waitMs: call === 0 ? 25_000 : 4_000,
        talkMs: 90_000,
      },
    ])
  app = pagesApp(platform)
})

const get = (path: string) => app.request(`http://${HOST}${path}`)

describe('a trial that runs', () => {
  test('given a city that does not show it, nobody finds it', async () => {
    expect((await get(`/testbetrieb/${next}`)).status).toBe(404)
  })

  test('given one that does, everybody reads its whole weeks, and no verdict', async () => {
    await showInterim(lead.ctx, next, true)
    database.platform.clock.set('2026-10-28T08:00:00Z')
    const text = textOf(await (await get('/testbetrieb')).text())
    expect(text).toContain('Noch ein Testbetrieb')
    expect(text).toContain('(läuft noch)')
    const answer = await get(`/testbetrieb/${next}`)
    const html = await answer.text()
    expectWholePage(html, 'de')
    const shown = textOf(html).replaceAll('\u00A0', ' ')
    // From Monday, 19 October: the week of the 26th has begun.
    expect(shown).toContain('5 von 15 Tagen sind ausgewertet.')
    expect(shown).toContain('19. Oktober 2026 bis 25. Oktober 2026 12 91,7 % –')
    expect(shown).not.toContain('26. Oktober 2026 bis')
    expect(shown).toContain('vorher 33,3 % –')
    expect(shown).not.toMatch(/: (nicht )?erreicht|zu wenig Daten/)
    expect(shown).not.toContain('€')
  })

  test('given the city hides it again, nobody finds it any more', async () => {
    await showInterim(lead.ctx, next, false)
    expect((await get(`/testbetrieb/${next}`)).status).toBe(404)
    expect(textOf(await (await get('/testbetrieb')).text())).not.toContain('Noch ein Testbetrieb')
  })

  test('given a trial that is counted, or somebody who is no lead, there is nothing to show', async () => {
    await expect(showInterim(lead.ctx, id, true)).rejects.toMatchObject({ status: 409 })
    await expect(showInterim(clerk.ctx, next, true)).rejects.toMatchObject({ status: 403 })
  })
})

describe('the report of a trial', () => {
  test('given one that is not published, nobody finds it', async () => {
    for (const path of [`/testbetrieb/${id}`, `/testbetrieb/${id}.csv`, `/testbetrieb/${id}.json`])
      expect((await get(path)).status).toBe(404)
    expect(textOf(await (await get('/testbetrieb')).text())).toContain('noch kein Ergebnis')
  })

  test('given one that is, its first part says the answer, how certain it is and what it cost', async () => {
    await publishTrial(lead.ctx, id)
    await decideTrial(lead.ctx, id, { decision: 'adapt', text: 'Ab Januar auch samstags.' })
    const answer = await get(`/testbetrieb/${id}`)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expectWholePage(html, 'de')
    const text = textOf(html).replaceAll('\u00A0', ' ')
    expect(text).toContain('Ergebnis: besser, und das ist sicher.')
    expect(text).toContain('Empfehlung nach der Regel, die seit dem 31. August 2026 feststeht')
    expect(text).toContain('Entschieden: Es geht weiter, mit Änderungen. Ab Januar auch samstags.')
    // 21 days, each with nine of ten; on four of them an eleventh gave up. Before, two of six.
    expect(text).toContain('In 15 Sekunden angenommen 88,3 %')
    expect(text).toContain('vorher 33,3 %')
    expect(text).toContain('Ziel: mindestens 80,0 %: erreicht')
    expect(text).toContain('28. September 2026: Kommunalwahl')
    // A holiday on a day that is never open is nothing that is missing.
    expect(text).not.toContain('Tag der Deutschen Einheit')
    expect(text).toContain('25,00 € je geklärtem Anliegen')
    expect(textOf(await (await get('/testbetrieb')).text())).toContain('Telefon-Service im Testbetrieb')
  })

  test.each(['en', 'einfach'])('given %s, the page is whole', async (lang) => {
    for (const path of [`/testbetrieb/${id}`, '/testbetrieb'])
      expectWholePage(await (await get(`${path}?lang=${lang}`)).text(), lang === 'en' ? 'en' : 'de-simple')
  })

  test('given a table and data, each day is there, those named as special marked, small numbers hidden', async () => {
    const csv = await (await get(`/testbetrieb/${id}.csv`)).text()
    const [head, ...lines] = csv.trim().split('\r\n')
    expect(head).toContain('period;day;special;offered;answered')
    expect(lines.filter((line) => line.startsWith('trial;'))).toHaveLength(22)
    expect(lines).toContainEqual(expect.stringMatching(/^trial;2026-09-28;1;11;10;9;/) as string)
    // One concern a day is fewer than five.
    expect(lines.every((line) => line.endsWith(';;'))).toBe(true)
    const data = (await (await get(`/testbetrieb/${id}.json`)).json()) as Record<string, unknown>
    expect(data).toMatchObject({ result: { answer: 'better' }, inputsSha256: expect.any(String) as string })
    expect(JSON.stringify(data)).not.toContain(lead.ctx.actor.accountId)
  })

  test.each(['nichts', '0190a5d0-0000-7000-8000-000000000000', '..%2f..%2fetc'])(
    'given the address of none (%s), says so',
    async (wrong) => {
      for (const path of [`/testbetrieb/${wrong}`, `/testbetrieb/${wrong}.csv`])
        expect((await get(path)).status).toBe(404)
    },
  )
})
