import { expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { book, EIGHT, givenOffice, MINUTE, OFFICE, rowsOf } from '../booking.testkit.ts'
import { forgetContacts } from '../booking/forgetContacts.ts'
import { settleClosures } from '../booking/settleDay.ts'
import { setShiftException } from '../settings/saveShift.ts'
import type { WalkInInput } from './contract.ts'
import { kindsOf, useDayPeople } from './day.testkit.ts'
import { markAppointment } from './markAppointment.ts'
import { readOfficeDay } from './readOfficeDay.ts'
import { squeezeIn } from './squeezeIn.ts'

const database = useDatabase()
const people = useDayPeople(database)

const walkIn = (values: Partial<WalkInInput> = {}): WalkInInput => ({
  office: OFFICE,
  service: 'eid-pin',
  persons: 1,
  name: 'Robin Beispiel',
  reason: 'Reise morgen früh',
  besidePlan: false,
  ...values,
})
const listed = async () => (await readOfficeDay(people.clerk.ctx, {})).items

test('given room, a person without an appointment waits like everybody else and takes capacity', async () => {
  await givenOffice(people.admin)
  database.platform.clock.set(new Date(EIGHT + 20_000))
  const { reference, besidePlan } = await squeezeIn(people.clerk.ctx, walkIn())
  expect(besidePlan).toBe(false)
  expect(await listed()).toMatchObject([
    {
      reference,
      state: 'arrived',
      name: 'Robin Beispiel',
      squeezedBecause: 'Reise morgen früh',
      besidePlan: false,
    },
  ])
  const [row] = await rowsOf(database.platform, people.city.cityId)
  expect(row).toMatchObject({ channel: 'counter', starts_at: new Date(EIGHT) })
  expect(row?.lane).toMatch(/#1$/)
  expect(await kindsOf(database, row!.id)).toEqual([
    'appointment.booked',
    'appointment.squeezed-in',
    'appointment.arrived',
  ])
  await expect(book(people.web, EIGHT + 15 * MINUTE)).resolves.toMatchObject({ start: EIGHT + 15 * MINUTE })
})

test('given no room, a clerk is told who can; a lead takes the person beside the plan, and nobody loses a place', async () => {
  await givenOffice(people.admin)
  const booked = await book(people.web, EIGHT)
  database.platform.clock.set(new Date(EIGHT))
  await expect(squeezeIn(people.clerk.ctx, walkIn())).rejects.toMatchObject({
    status: 409,
    code: 'no-room',
    message: 'Dafür ist jetzt niemand frei. Die Teamleitung kann trotzdem einschieben.',
  })
  await expect(squeezeIn(people.clerk.ctx, walkIn({ besidePlan: true }))).rejects.toMatchObject({
    status: 403,
  })
  const both = await Promise.all([
    squeezeIn(people.lead.ctx, walkIn({ besidePlan: true })),
    squeezeIn(people.lead.ctx, walkIn({ besidePlan: true, service: 'personalausweis' })),
  ])
  expect(both.every(({ besidePlan }) => besidePlan)).toBe(true)
  await settleClosures(database.platform)
  expect((await listed()).filter(({ needsAttention }) => needsAttention)).toEqual([])
  const [walked] = (await listed()).filter(({ besidePlan }) => besidePlan)
  await markAppointment(people.clerk.ctx, walked!.id, { verb: 'call', seen: 'arrived', counter: '1' })
  await markAppointment(people.clerk.ctx, walked!.id, { verb: 'serve', seen: 'called' })
  expect((await listed()).find(({ id }) => id === booked.id)).toMatchObject({
    state: 'booked',
    needsAttention: false,
  })
})

test('given somebody beside the plan and a changed shift, nobody else is marked for it', async () => {
  const [shift] = await givenOffice(people.admin)
  await book(people.web, EIGHT)
  database.platform.clock.set(new Date(EIGHT))
  await squeezeIn(people.lead.ctx, walkIn({ besidePlan: true }))
  const at = { officeId: OFFICE, shiftId: shift!, date: '2026-11-24' }
  const more = await setShiftException(people.admin, at, { people: 2, acceptConflicts: false })
  expect(more.conflicts).toEqual([])
  // With two at work there is room for both.
  expect((await listed()).map(({ besidePlan, needsAttention }) => [besidePlan, needsAttention])).toEqual([
    [false, false],
    [false, false],
  ])
})

test('given wrong words, says so at the field; the reason goes with the contact', async () => {
  await givenOffice(people.admin)
  database.platform.clock.set(new Date(EIGHT))
  await expect(squeezeIn(people.clerk.ctx, walkIn({ service: 'kirchenaustritt' }))).rejects.toMatchObject({
    fields: { service: 'Für diese Leistung können keine Termine gebucht werden.' },
  })
  await expect(squeezeIn(people.clerk.ctx, walkIn({ office: 'nirgends' }))).rejects.toMatchObject({
    status: 404,
  })
  await squeezeIn(people.clerk.ctx, walkIn())
  database.platform.clock.set('2026-12-31T09:00:00Z')
  await forgetContacts(database.platform)
  const [row] = await rowsOf(database.platform, people.city.cityId)
  expect(row).toMatchObject({ contact_name: null, squeezed_because: null })
})
