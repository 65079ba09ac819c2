import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { addClosure } from '../../city/index.ts'
import { removeClosure } from '../../city/removeClosure.ts'
import { client } from '../../people/request.testkit.ts'
import { changedSettings, settingsView } from '../contract.ts'
import { weekView } from './contract.ts'
import { settingsRoutes } from './settingsRoutes.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { Context, Role, StaffContext } from '../../platform/context.ts'
import {
  as,
  book,
  EIGHT,
  givenOffice,
  MINUTE,
  OFFICE,
  officeOf,
  proof,
  rowsOf,
  shiftOf,
  wishFor,
} from '../booking.testkit.ts'
import { cancelAppointment } from '../booking/cancelAppointment.ts'
import { confirmHold } from '../booking/confirmHold.ts'
import { holdAppointment } from '../booking/holdAppointment.ts'
import { moveAppointment } from '../booking/moveAppointment.ts'
import { readAvailability } from '../offers/readAvailability.ts'
import { readSettings } from './readSettings.ts'
import { saveOffice } from './saveOffice.ts'
import { settleClosures } from '../booking/settleDay.ts'
import { saveServiceSetting } from './saveServiceSetting.ts'
import { removeShift, saveShift, setShiftException } from './saveShift.ts'

const database = useDatabase()
let city: GivenCity
let admin: StaffContext
let web: Context

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
  web = as(database.platform, city.cityId, 'citizen')
})

const booked = async () =>
  (await rowsOf(database.platform, city.cityId)).filter((row) => row.state === 'booked')
const tomorrow = { from: '2026-11-24', to: '2026-11-24' }
const freeTomorrow = async () => {
  const { days } = await readAvailability(web, { services: [{ id: 'eid-pin', persons: 1 }], ...tomorrow })
  return days.flatMap(({ times }) => times)
}

describe('a shift changed over existing bookings', () => {
  test('given all still fit, they are put on the new lanes', async () => {
    const [early] = await givenOffice(admin)
    await book(web, EIGHT)
    await saveShift(admin, OFFICE, null, shiftOf({ label: 'Zweiter Dienst' }))
    expect(await removeShift(admin, OFFICE, early!, false)).toEqual({ conflicts: [] })
    const [row] = await booked()
    expect(row).toMatchObject({ needs_attention: false })
    expect(row!.lane).not.toContain(early)
  })

  test('given some no longer fit, refuses with their list and changes nothing', async () => {
    const [early] = await givenOffice(admin)
    const late = await book(web, EIGHT + 90 * MINUTE)
    await book(web, EIGHT)
    const change = saveShift(admin, OFFICE, early!, shiftOf({ closes: 540 }))
    await expect(change).rejects.toMatchObject({
      status: 409,
      code: 'conflicts',
      extensions: {
        conflicts: [
          { reference: late.reference, officeId: OFFICE, start: new Date(late.start).toISOString() },
        ],
      },
    })
    expect((await booked()).map((row) => row.needs_attention)).toEqual([false, false])
    expect(await freeTomorrow()).toContain('09:45')
  })

  test('given the list is accepted, nothing is lost: they stand, are marked, and can be moved or cancelled', async () => {
    const [early] = await givenOffice(admin)
    const [first, second] = [await book(web, EIGHT + 90 * MINUTE), await book(web, EIGHT + 105 * MINUTE)]
    const { conflicts } = await saveShift(
      admin,
      OFFICE,
      early!,
      shiftOf({ closes: 540, acceptConflicts: true }),
    )
    expect(conflicts.map(({ reference }) => reference)).toEqual([first.reference, second.reference])
    expect((await booked()).map((row) => row.needs_attention)).toEqual([true, true])
    // Told once: a further change does not tell them again.
    expect(await saveOffice(admin, OFFICE, officeOf({ counters: 9 }))).toMatchObject({ conflicts: [] })
    await moveAppointment(web, first.reference, proof(first), EIGHT)
    await cancelAppointment(web, second.reference, proof(second))
    expect(await booked()).toMatchObject([{ reference: first.reference, needs_attention: false }])
  })

  test('given the shift is as before again, who was marked has a place again', async () => {
    const [early] = await givenOffice(admin)
    await book(web, EIGHT + 90 * MINUTE, { services: [{ id: 'personalausweis', persons: 1 }] })
    await saveShift(admin, OFFICE, early!, shiftOf({ closes: 540, acceptConflicts: true }))
    await saveShift(admin, OFFICE, early!, shiftOf())
    const [row] = await booked()
    expect(row).toMatchObject({ needs_attention: false, lane: `${early}#1` })
    const { rows } = await database.pool.query(
      'select kind, unit from appointment_device where appointment_id = $1',
      [row!.id],
    )
    expect(rows).toEqual([{ kind: 'fingerprint', unit: 1 }])
  })

  test('given only a hold no longer fits, it is given back and its owner offered other times', async () => {
    const [early] = await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT + 90 * MINUTE))
    expect(await saveShift(admin, OFFICE, early!, shiftOf({ closes: 540 }))).toMatchObject({ conflicts: [] })
    const contact = { name: 'Kim', email: 'kim@example.org', phone: undefined }
    await expect(confirmHold(web, held.id, proof(held), contact)).rejects.toMatchObject({
      code: 'hold-expired',
    })
  })

  test('given one day with fewer people, only that day is looked at', async () => {
    const [early] = await givenOffice(admin, { shifts: [{ people: 2 }] })
    await book(web, EIGHT)
    const second = await book(web, EIGHT)
    await book(web, EIGHT + 24 * 60 * MINUTE)
    const at = { officeId: OFFICE, shiftId: early!, date: '2026-11-24' }
    const { conflicts } = await setShiftException(admin, at, { people: 1, acceptConflicts: true })
    expect(conflicts).toHaveLength(1)
    await setShiftException(admin, at, { acceptConflicts: false })
    expect((await booked()).map((row) => row.needs_attention)).toEqual([false, false, false])
    expect(second.start).toBe(EIGHT)
  })
})

describe('a closure over existing bookings', () => {
  test('given a day that the city closes, its bookings are marked and not lost; opened again, they have their place', async () => {
    await givenOffice(admin)
    await book(web, EIGHT, { services: [{ id: 'personalausweis', persons: 1 }] })
    await addClosure(admin, { date: '2026-11-24', reason: 'Wasserrohrbruch' })
    await settleClosures(database.platform)
    expect(await booked()).toMatchObject([{ needs_attention: true }])
    await removeClosure(admin, '2026-11-24')
    await settleClosures(database.platform)
    expect(await booked()).toMatchObject([{ needs_attention: false }])
  })

  test('given a closed day with bookings, a change that has nothing to do with it is not refused', async () => {
    await givenOffice(admin)
    await book(web, EIGHT)
    await addClosure(admin, { date: '2026-11-24', reason: 'Wasserrohrbruch' })
    expect(await saveOffice(admin, OFFICE, officeOf({ counters: 9 }))).toMatchObject({ conflicts: [] })
    expect(await booked()).toMatchObject([{ needs_attention: true }])
  })

  test('given somebody without a place, a cancellation makes room for them before anybody else', async () => {
    const [early] = await givenOffice(admin, { shifts: [{ people: 2 }] })
    await book(web, EIGHT)
    await book(web, EIGHT)
    await saveShift(admin, OFFICE, early!, shiftOf({ people: 1, acceptConflicts: true }))
    const [kept] = (await booked()).filter((row) => !row.needs_attention)
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
    await cancelAppointment(clerk.ctx, kept!.reference!, null)
    expect(await booked()).toMatchObject([{ needs_attention: false }])
  })
})

describe('settings', () => {
  test('given bookings at the same moment, none stands where nobody works any more', async () => {
    const [early] = await givenOffice(admin, { shifts: [{ people: 8 }] })
    const work = Array.from({ length: 8 }, (_, n) => book(web, EIGHT + (n % 2) * 90 * MINUTE))
    const change = saveShift(
      admin,
      OFFICE,
      early!,
      shiftOf({ people: 8, closes: 540, acceptConflicts: true }),
    )
    await Promise.allSettled([...work, change])
    await change
    for (const row of await booked())
      expect(row.ends_at <= new Date(EIGHT + 60 * MINUTE) || row.needs_attention).toBe(true)
  })

  test('given a shift that cannot be, says so at the field', async () => {
    await givenOffice(admin)
    await expect(saveShift(admin, OFFICE, null, shiftOf({ closes: 480 }))).rejects.toMatchObject({
      status: 422,
      fields: { closes: expect.any(String) },
    })
    await expect(saveShift(admin, 'nirgendwo', null, shiftOf())).rejects.toMatchObject({ status: 422 })
  })

  test('given a service that the catalogue has not, says so', async () => {
    await givenOffice(admin)
    const setting = { setupMinutes: 0, minutes: 10, devices: [], bookable: true }
    await expect(saveServiceSetting(admin, 'mondflug', setting)).rejects.toMatchObject({ status: 422 })
    await expect(
      saveServiceSetting(admin, 'eid-pin', { ...setting, devices: ['kamera'] }),
    ).rejects.toMatchObject({ fields: { devices: expect.stringContaining('kamera') } })
  })

  test('given a closed office, nothing is offered', async () => {
    await givenOffice(admin)
    await saveOffice(admin, OFFICE, officeOf({ active: false }))
    await expect.poll(() => freeTomorrow().catch((error: { status: number }) => error.status)).toBe(404)
  })

  test('given a team lead, says who works when, and sets neither places nor services', async () => {
    const [early] = await givenOffice(admin)
    const { ctx: lead } = await givenAccount(database.platform, city.cityId, 'lead')
    const refused = { status: 403 }
    const { id } = await saveShift(lead, OFFICE, null, shiftOf({ label: 'Vertretung' }))
    const at = { officeId: OFFICE, shiftId: early!, date: '2026-11-24' }
    await setShiftException(lead, at, { people: 2, acceptConflicts: false })
    await removeShift(lead, OFFICE, id, false)
    await expect(saveOffice(lead, OFFICE, officeOf())).rejects.toMatchObject(refused)
    const setting = { setupMinutes: 0, minutes: 10, devices: [], bookable: true }
    await expect(saveServiceSetting(lead, 'eid-pin', setting)).rejects.toMatchObject(refused)
  })

  test('given a new office, its id and the kinds of its devices come from their names; a name twice is told', async () => {
    await givenOffice(admin)
    const { id } = await saveOffice(
      admin,
      null,
      officeOf({ name: 'Bürgerbüro Brambauer', devices: [{ name: 'Foto-Automat', units: 2 }] }),
    )
    expect(id).toBe('buergerbuero-brambauer')
    const { offices } = await readSettings(admin)
    expect(offices.find((office) => office.id === id)?.devices).toEqual([
      { kind: 'foto-automat', name: 'Foto-Automat', units: 2 },
    ])
    await expect(saveOffice(admin, null, officeOf({ name: 'Bürgerbüro' }))).rejects.toMatchObject({
      fields: { name: 'Ein Büro mit diesem Namen gibt es schon.' },
    })
    const twice = [
      { name: 'Foto-Automat', units: 1 },
      { name: 'Foto Automat', units: 1 },
    ]
    await expect(saveOffice(admin, id, officeOf({ name: 'Neu', devices: twice }))).rejects.toMatchObject({
      fields: { devices: expect.any(String) },
    })
  })

  test.each(['agent', 'clerk', 'report'] satisfies Role[])(
    'given the role %s, nothing can be set',
    async (role) => {
      const [early] = await givenOffice(admin)
      const { ctx } = await givenAccount(database.platform, city.cityId, role)
      const refused = { status: 403 }
      await expect(saveOffice(ctx, OFFICE, officeOf())).rejects.toMatchObject(refused)
      await expect(saveShift(ctx, OFFICE, null, shiftOf())).rejects.toMatchObject(refused)
      await expect(removeShift(ctx, OFFICE, early!, true)).rejects.toMatchObject(refused)
      const at = { officeId: OFFICE, shiftId: early!, date: '2026-11-24' }
      await expect(setShiftException(ctx, at, { people: null, acceptConflicts: true })).rejects.toMatchObject(
        refused,
      )
      const setting = { setupMinutes: 0, minutes: 10, devices: [], bookable: true }
      await expect(saveServiceSetting(ctx, 'eid-pin', setting)).rejects.toMatchObject(refused)
    },
  )
})

describe('the interface', () => {
  test('given an administrator, reads what is set, and a change that does not fit answers the list', async () => {
    await givenOffice(admin)
    const late = await book(web, EIGHT + 90 * MINUTE)
    const { cookie } = await givenAccount(database.platform, city.cityId, 'admin')
    const request = client(database.platform, settingsRoutes)
    const read = async () =>
      settingsView.parse(await (await request('GET', '/api/v1/offices', { cookie })).json())
    const { offices, services } = await read()
    expect(offices).toMatchObject([
      { id: OFFICE, counters: 10, shifts: [{ label: 'Frühdienst', people: 1 }] },
    ])
    expect(services.find(({ id }) => id === 'personalausweis')).toMatchObject({ devices: ['fingerprint'] })
    const { id, ...shift } = offices[0]!.shifts[0]!
    const path = `/api/v1/offices/${OFFICE}/shifts/${id}`
    const refused = await request('PUT', path, { cookie, body: { ...shift, closes: 540 } })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      error: { code: 'conflicts', conflicts: [{ reference: late.reference }] },
    })
    const body = { ...shift, closes: 540, acceptConflicts: true }
    const changed = await request('PUT', path, { cookie, body })
    expect(changedSettings.parse(await changed.json()).conflicts).toMatchObject([
      { reference: late.reference },
    ])
    const week = weekView.parse(
      await (await request('GET', `/api/v1/offices/${OFFICE}/week`, { cookie })).json(),
    )
    expect(week.days).toHaveLength(7)
    expect(week.days[0]).toEqual({
      date: '2026-11-23',
      closedBecause: null,
      steps: [{ from: 480, to: 540, people: 1, withoutCounter: 0, onBreak: 0 }],
    })
    expect(week.days[6]).toMatchObject({ date: '2026-11-29', steps: [] })
    const christmas = await request('GET', `/api/v1/offices/${OFFICE}/week?date=2026-12-25`, { cookie })
    expect(weekView.parse(await christmas.json()).days[4]).toMatchObject({
      closedBecause: expect.stringMatching(/Weihnacht/),
      steps: [],
    })
    const off = await request('PUT', `${path}/exceptions/2026-11-25`, { cookie, body: { people: null } })
    expect(off.status).toBe(200)
    expect((await read()).offices[0]?.exceptions).toEqual([{ shiftId: id, date: '2026-11-25', people: null }])
    expect((await request('PUT', '/api/v1/offices/Groß', { cookie, body: officeOf() })).status).toBe(422)
    expect((await request('POST', `${path}/remove`, { cookie, body: {} })).status).toBe(200)
  })
})
