import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { newId } from '../../platform/ids.ts'
import { givenCallback } from '../callbacks.testkit.ts'
import { givenEntries, givenRoster } from '../roster/roster.testkit.ts'
import { explainOffer } from './explainOffer.ts'

const database = useDatabase()
let city: GivenCity
let lead: GivenAccount
let clerk: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T12:00:00Z')
  city = await givenCity(database.platform, {
    callbacksPerHour: { office: 1 },
    closures: [{ date: '2026-11-24', reason: 'Personalversammlung' }],
  })
  lead = await givenAccount(database.platform, city.cityId, 'lead')
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

const explain = () => explainOffer(lead.ctx, city.teams.office)
const onDuty = (weekday: number, opens: number, closes: number) =>
  givenEntries(database.platform, city.cityId, {
    teamId: city.teams.office,
    accountId: clerk.account.id,
    weekday,
    opens,
    closes,
  })

test('given the first day of a team without a roster, says what is assumed', async () => {
  expect(await explain()).toEqual({
    offer: 'heute 14–15 Uhr',
    basis: [
      'Ein Rückruf dauert mit Nacharbeit voraussichtlich 8 Minuten (angenommen, weil noch keiner gemessen ist).',
      'Ein Dienstplan fehlt. Es gilt die Zahl der Verwaltung: 1 Rückrufe je Servicestunde, jeder mit 8 Minuten gerechnet.',
      'Noch ist keine Zusage entschieden. Angestrebt ist, dass 95 von 100 gehalten werden.',
    ],
    reasons: [
      'heute 13:30–14 Uhr: Die Zeit reicht für keinen weiteren Rückruf (von 4 Minuten sind 0 Minuten zugesagt; was in die Zeit davor und danach gehört, zählt mit).',
    ],
  })
})

test('given a roster, a full hour, one that is not sure and a closed day, each has its sentence', async () => {
  await onDuty(1, 840, 960)
  await onDuty(3, 480, 720)
  for (let made = 0; made < 6; made += 1)
    await givenCallback(database.platform, city, clerk.ctx, { windowStart: new Date('2026-11-23T13:00:00Z') })
  for (let made = 0; made < 5; made += 1)
    await givenCallback(database.platform, city, clerk.ctx, { windowStart: new Date('2026-11-23T14:00:00Z') })
  const { offer, reasons } = await explain()
  expect(offer).toBe('Mi, 25.11., 8–9 Uhr')
  expect(reasons).toEqual([
    'heute 13:30–14 Uhr: Niemand ist für Rückrufe da.',
    'heute 14–15 Uhr: Die Zeit reicht für keinen weiteren Rückruf (von 51 Minuten sind 48 Minuten zugesagt; was in die Zeit davor und danach gehört, zählt mit).',
    expect.stringMatching(
      /^heute 15–16 Uhr: Nicht sicher genug\. Was vorher zu tun ist, ist mit Reserve erst .+ geschafft\.$/,
    ),
    'morgen: geschlossen (Personalversammlung).',
  ])
})

test('given a roster with nobody in it, says that nobody is there, and names not every hour', async () => {
  await givenRoster(database.platform, city.cityId, city.teams.office)
  const { offer, reasons } = await explain()
  expect(offer).toBeNull()
  expect(reasons).toHaveLength(14)
  expect(reasons.at(-1)).toBe(
    'In den nächsten 90 Tagen ist niemand da, der zurückruft. Bitte den Dienstplan prüfen.',
  )
})

test('given a team that is not there, or a clerk who asks, is refused', async () => {
  await expect(explainOffer(lead.ctx, newId())).rejects.toMatchObject({ status: 404 })
  await expect(explainOffer(clerk.ctx, city.teams.office)).rejects.toMatchObject({ status: 403 })
})
