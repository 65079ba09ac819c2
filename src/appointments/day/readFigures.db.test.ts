import { expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { book, EIGHT, givenOffice, MINUTE, OFFICE, proof } from '../booking.testkit.ts'
import { cancelAppointment } from '../booking/cancelAppointment.ts'
import { moveAppointment } from '../booking/moveAppointment.ts'
import { useDayPeople } from './day.testkit.ts'
import { figuresCsv } from './figuresCsv.ts'
import { markAppointment } from './markAppointment.ts'
import { readAppointmentFigures } from './readFigures.ts'
import { squeezeIn } from './squeezeIn.ts'

const database = useDatabase()
const people = useDayPeople(database)

test('given a day with every end, the figures from the log are those of the day, and the table has them', async () => {
  await givenOffice(people.admin, { shifts: [{ people: 2 }] })
  const at = (n: number) => book(people.web, EIGHT + n * 15 * MINUTE)
  const [served, missed, cancelled, moved] = [await at(0), await at(1), await at(2), await at(3)]
  await at(4)
  await cancelAppointment(people.web, cancelled.reference, proof(cancelled))
  await moveAppointment(people.web, moved.reference, proof(moved), EIGHT + 86_400_000)
  database.platform.clock.set(new Date(EIGHT + 40 * MINUTE))
  await markAppointment(people.clerk.ctx, served.id, { verb: 'serve', seen: 'booked' })
  await markAppointment(people.clerk.ctx, missed.id, { verb: 'miss', seen: 'booked' })
  await squeezeIn(people.clerk.ctx, {
    office: OFFICE,
    service: 'ausweis-abholen',
    persons: 1,
    name: 'Robin Beispiel',
    reason: 'Reise morgen',
    besidePlan: false,
  })
  const today = { office: OFFICE, from: '2026-11-24', to: '2026-11-24' }
  expect(await readAppointmentFigures(people.clerk.ctx, today)).toMatchObject({
    booked: 5,
    served: 1,
    noShow: 1,
    cancelled: 1,
    notRecorded: 0,
    walkIns: 1,
    // Two people from eight to ten.
    offeredMinutes: 240,
    usedMinutes: 40,
    leadTimeMs: EIGHT + 15 * MINUTE - Date.parse('2026-11-23T08:00:00Z'),
    byService: [
      { id: 'eid-pin', minutes: 30 },
      { id: 'ausweis-abholen', minutes: 10 },
    ],
  })
  database.platform.clock.set('2026-11-26T08:00:00Z')
  const both = await readAppointmentFigures(people.lead.ctx, { ...today, to: '2026-11-25' })
  expect(both).toMatchObject({ booked: 6, notRecorded: 3, offeredMinutes: 480 })
  const csv = figuresCsv({ ...both, office: { id: OFFICE, name: '=Büro;"1"' } })
  expect(csv).toContain('gebucht;6\r\n')
  expect(csv).toContain(`Büro;"'=Büro;""1"""\r\n`)
})

test('given a period without a day, or another role, is refused', async () => {
  await givenOffice(people.admin)
  await expect(readAppointmentFigures(people.admin, {})).rejects.toMatchObject({ status: 403 })
  expect(await readAppointmentFigures(people.clerk.ctx, {})).toMatchObject({
    from: '2026-11-23',
    to: '2026-11-23',
    booked: 0,
    leadTimeMs: null,
  })
})
