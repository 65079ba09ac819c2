import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { cancelAppointment } from '../appointments/booking/cancelAppointment.ts'
import { moveAppointment } from '../appointments/booking/moveAppointment.ts'
import { EIGHT, givenOffice, MINUTE, officeOf, rowsOf, shiftOf } from '../appointments/booking.testkit.ts'
import { saveOffice } from '../appointments/settings/saveOffice.ts'
import { saveShift } from '../appointments/settings/saveShift.ts'
import { FakeSwitchboard, givenCallback, TEST_PHONE } from '../callbacks/callbacks.testkit.ts'
import { callBack } from '../callbacks/attempts/callBack.ts'
import { takeCallback } from '../callbacks/worklist/take.ts'
import { readCase } from '../cases/index.ts'
import { publicStatus } from '../cases/index.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { connectMessages } from '../messages/index.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import type { StaffContext } from '../platform/context.ts'
import { Problem } from '../platform/problems.ts'
import { bookFromCallback } from './bookFromCallback.ts'
import type { BookingWork } from './bookingWork.ts'
import { cancelBookedInCall, moveBooked, openBooked, renewKeyInCall } from './changeBooked.ts'
import { complete } from './complete.ts'
import {
  type BookingDraft,
  bookInput,
  type Completed,
  type CompleteInput,
  type HeldTime,
} from './contract.ts'
import { FULL, givenCall } from './desk.testkit.ts'
import { holdLonger, holdTime } from './holdTime.ts'
import { offerTimes } from './offerTimes.ts'

const database = useDatabase()
let city: GivenCity
let agent: GivenAccount
let switchboard: FakeSwitchboard

beforeEach(async () => {
  const { platform } = database
  platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(platform)
  agent = await givenAccount(platform, city.cityId, 'agent')
  switchboard = new FakeSwitchboard()
  await givenOffice((await givenAccount(platform, city.cityId, 'admin')).ctx)
})

const services = [{ id: 'eid-pin', persons: 1 }]
const at = (start: number) => new Date(start).toISOString()
const inCall = (id: string): BookingWork => ({ kind: 'call', id })
const hold = (ctx: StaffContext, work: BookingWork, start = EIGHT): Promise<HeldTime> =>
  holdTime(ctx, work, { services, start: at(start) })
const booking = (held: HeldTime | null, part: Partial<BookingDraft> = {}): BookingDraft => ({
  persons: 1,
  more: [],
  held,
  ...part,
})
const save = (callId: string, held: HeldTime | null, part: Partial<CompleteInput> = {}): Promise<Completed> =>
  complete(agent.ctx, switchboard, callId, {
    ...FULL,
    outcome: 'appointment',
    serviceId: 'eid-pin',
    reason: '',
    windowStart: null,
    appointment: booking(held),
    ...part,
  })
const fieldsOf = async (work: Promise<unknown>): Promise<Problem['fields']> => {
  const refusal = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(refusal instanceof Problem)) throw refusal ?? new Error('not refused')
  return refusal.fields
}
const appointments = () => rowsOf(database.platform, city.cityId)
const rows = (table: 'case' | 'callback' | 'intake') =>
  database.platform.db.selectFrom(table).selectAll().where('city_id', '=', city.cityId).execute()

describe('booking in a call', () => {
  test('given a held time, the record, the case and the appointment are one', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const { offers, bring } = await offerTimes(agent.ctx, inCall(callId), {
      services,
      from: null,
      office: null,
    })
    expect(offers[0]).toMatchObject({ day: 'heute', clock: '9:30' })
    expect(bring).toMatch(/^Bitte bringen Sie mit: /)
    const held = await hold(agent.ctx, inCall(callId))
    expect(held).toMatchObject({ day: 'morgen', clock: '8:00', aloud: 'morgen um 8 Uhr', extended: false })
    const done = await save(callId, held)
    expect(done.appointment).toMatchObject({
      aloud: 'morgen um 8 Uhr',
      reference: expect.stringMatching(/-T-/),
    })
    const [found] = await rows('case')
    expect(found).toMatchObject({
      state: 'settled',
      intake_outcome: 'appointment',
      contact_name: 'Jana Beispiel',
    })
    expect(found?.reason).toMatch(/^Termin: /)
    expect(await appointments()).toMatchObject([
      {
        state: 'booked',
        case_id: found?.id,
        reference: done.appointment?.reference,
        contact_name: 'Jana Beispiel',
        contact_phone: '+491713920012',
        channel: 'phone',
        created_by: agent.account.id,
      },
    ])
    // No message reaches anybody here: a key is said, once, and only its hash is kept.
    expect(done.appointment?.phoneKey).toMatch(/^\d{4} \d{4}$/)
    expect(await save(callId, held)).toEqual({
      ...done,
      appointment: { ...done.appointment, phoneKey: null },
    })
  })

  test('given a caller with number and key, moves and cancels; somebody else’s call is refused', async () => {
    const first = await givenCall(database.platform, city, agent)
    const done = await save(first, await hold(agent.ctx, inCall(first)))
    const said = { reference: done.appointment?.reference ?? '', key: done.appointment?.phoneKey ?? '' }
    const callId = await givenCall(database.platform, city, agent, { caller: null })
    const opened = await openBooked(agent.ctx, callId, said)
    expect(opened).toMatchObject({ state: 'open', aloud: 'morgen um 8 Uhr', services: [expect.any(String)] })
    expect(opened.offers).toHaveLength(5)
    const [other] = opened.offers
    if (!other) throw new Error('no other time')
    expect(await moveBooked(agent.ctx, callId, { ...said, start: other.start })).toMatchObject({
      state: 'open',
      aloud: other.aloud,
    })
    const { phoneKey } = await renewKeyInCall(agent.ctx, callId, said)
    await expect(cancelBookedInCall(agent.ctx, callId, said)).rejects.toMatchObject({ status: 404 })
    expect(await cancelBookedInCall(agent.ctx, callId, { ...said, key: phoneKey })).toMatchObject({
      state: 'cancelled',
      offers: [],
    })
    const stranger = await givenAccount(database.platform, city.cityId, 'agent')
    await expect(openBooked(stranger.ctx, callId, said)).rejects.toMatchObject({ status: 403 })
    const practice = await givenCall(database.platform, city, agent, { source: 'training' })
    await expect(openBooked(agent.ctx, practice, said)).rejects.toMatchObject({ code: 'practice' })
  })

  test('given a mobile number and a gateway for SMS, number and key are on their way, and the agent says so', async () => {
    const disconnect = connectMessages(database.platform, {
      sms: { url: 'http://127.0.0.1:9/send', token: null },
    })
    const callId = await givenCall(database.platform, city, agent)
    const held = await hold(agent.ctx, inCall(callId))
    const done = await save(callId, held)
    expect(done.appointment?.told).toBe('sms')
    expect(await save(callId, held)).toEqual(done)
    const [booked] = await appointments()
    const messages = await database.platform.db
      .selectFrom('message')
      .select(['kind', 'recipient'])
      .where('subject_id', '=', booked?.id ?? '')
      .execute()
    expect(messages).toEqual([{ kind: 'appointment.booked', recipient: '+491713920012' }])
    disconnect()
    connectMessages(database.platform, {})
  })

  test('given the case, its history and the status page say when', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const done = await save(callId, await hold(agent.ctx, inCall(callId)))
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk', {
      teamIds: [city.teams.office],
    })
    const [found] = await rows('case')
    const view = await readCase(clerk.ctx, found?.id ?? '')
    expect(view.appointment).toEqual({ state: 'booked', text: 'morgen um 8 Uhr' })
    expect(view.timeline.map(({ text }) => text)).toContain('Termin gebucht: morgen um 8 Uhr.')
    expect(JSON.stringify(view.timeline)).not.toContain('Beispiel')
    const status = await publicStatus(
      { ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } },
      { number: done.caseNumber ?? '', digits: '0012', address: '192.0.2.7', language: 'de' },
    )
    expect(status.stateText).toBe('Ihr Termin ist gebucht.')
    expect(status.appointmentText).toBe('Sie haben einen Termin: morgen um 8 Uhr.')
    expect(status.nextSteps[0]).toMatch(/^Bitte bringen Sie zum Termin mit: /)
  })

  test('given an appointment that is moved and cancelled, the case and the status page say so', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const done = await save(callId, await hold(agent.ctx, inCall(callId)))
    const reference = done.appointment?.reference ?? ''
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk', {
      teamIds: [city.teams.office],
    })
    const [found] = await rows('case')
    const view = () => readCase(clerk.ctx, found?.id ?? '')
    await moveAppointment(clerk.ctx, reference, null, EIGHT + 30 * MINUTE)
    expect((await view()).appointment).toEqual({ state: 'booked', text: 'morgen um 8:30 Uhr' })
    await cancelAppointment(clerk.ctx, reference, null)
    const { appointment, timeline } = await view()
    expect(appointment).toEqual({ state: 'cancelled', text: 'morgen um 8:30 Uhr' })
    expect(timeline.map(({ text }) => text).slice(-2)).toEqual([
      'Termin verlegt: morgen um 8:30 Uhr.',
      'Termin abgesagt: morgen um 8:30 Uhr.',
    ])
    const status = await publicStatus(
      { ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } },
      { number: done.caseNumber ?? '', digits: '0012', address: '192.0.2.8', language: 'de' },
    )
    expect(status).toMatchObject({
      stateText: 'Ihr Anliegen ist erledigt.',
      appointmentText: 'Ihr Termin morgen um 8:30 Uhr ist abgesagt.',
    })
  })

  test('given an open case whose call is owed, the appointment joins it and nothing is owed any more', async () => {
    const owed = await givenCallback(database.platform, city, agent.ctx)
    const callId = await givenCall(database.platform, city, agent, { caller: TEST_PHONE })
    const held = await hold(agent.ctx, inCall(callId))
    const done = await save(callId, held, { belongsTo: owed.caseNumber })
    expect(done).toMatchObject({ caseNumber: owed.caseNumber, promise: null })
    expect(done.appointment?.reference).toMatch(/-T-/)
    expect(await appointments()).toMatchObject([{ state: 'booked', case_id: owed.caseId }])
    expect(await rows('callback')).toMatchObject([{ state: 'done', promise: 'withdrawn' }])
    expect(await rows('case')).toMatchObject([{ id: owed.caseId, state: 'settled' }])
  })

  test('given another time, the first is free again; held longer once', async () => {
    const work = inCall(await givenCall(database.platform, city, agent))
    await hold(agent.ctx, work)
    const second = await hold(agent.ctx, work, EIGHT + 15 * MINUTE)
    expect((await appointments()).map(({ state }) => state).toSorted()).toEqual(['cancelled', 'held'])
    const longer = await holdLonger(agent.ctx, work, second)
    expect(longer).toMatchObject({ extended: true, expiresAt: '2026-11-23T08:20:00.000Z' })
    expect(await fieldsOf(holdLonger(agent.ctx, work, longer))).toHaveProperty('appointment')
  })

  test('given a hold that ran out while typing, nothing is saved and the field says so', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const held = await hold(agent.ctx, inCall(callId))
    database.platform.clock.advance(10 * MINUTE)
    expect(await fieldsOf(save(callId, held))).toEqual({ appointment: expect.stringContaining('abgelaufen') })
    expect(await rows('case')).toEqual([])
    expect(await rows('intake')).toEqual([])
    const again = await hold(agent.ctx, inCall(callId))
    expect((await save(callId, again)).appointment).not.toBeNull()
  })

  test('given a record that ends otherwise, the time is given back', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const held = await hold(agent.ctx, inCall(callId))
    await save(callId, held, { outcome: 'settled', reason: 'Hat sich erledigt.' })
    expect((await appointments()).map(({ state }) => state)).toEqual(['cancelled'])
  })

  test('given a record that lacks something, each field says what', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const bare = { serviceId: null, contactName: ' ', contactPhone: '' }
    expect(Object.keys(await fieldsOf(save(callId, null, bare))).toSorted()).toEqual([
      'appointment',
      'contactName',
      'contactPhone',
      'serviceId',
    ])
    expect(await fieldsOf(save(callId, null, { phoneReadBack: false }))).toHaveProperty('phoneReadBack')
  })

  test('given another service than was held, it is not booked', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const held = await hold(agent.ctx, inCall(callId))
    expect(await fieldsOf(save(callId, held, { serviceId: 'personalausweis' }))).toHaveProperty('appointment')
    expect(await fieldsOf(save(callId, held, { appointment: booking(held, { persons: 2 }) }))).toHaveProperty(
      'appointment',
    )
    expect(await rows('case')).toEqual([])
  })

  test('given a service that nobody comes for, the sentence says so', async () => {
    const work = inCall(await givenCall(database.platform, city, agent))
    const steuerId = { services: [{ id: 'steuer-id', persons: 1 }], from: null, office: null }
    expect(await fieldsOf(offerTimes(agent.ctx, work, steuerId))).toEqual({
      services: 'Für diese Leistung können keine Termine gebucht werden.',
    })
  })

  test('given a day, the times begin there; given the end of what is released, there are none', async () => {
    const work = inCall(await givenCall(database.platform, city, agent))
    const { offers } = await offerTimes(agent.ctx, work, { services, from: '2026-12-01', office: null })
    expect(offers[0]).toMatchObject({ day: 'Di, 1.12.', clock: '8:00' })
    const none = await offerTimes(agent.ctx, work, { services, from: '2027-11-01', office: null })
    expect(none).toMatchObject({ offers: [], later: null })
  })

  test('given several offices, each time names its own; one may be wished, and the time is held there', async () => {
    const admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
    const nord = officeOf({ name: 'Bürgerbüro Nord', address: 'Nordstraße 2', devices: [] })
    const { id } = await saveOffice(admin, null, nord)
    await saveShift(admin, id, null, shiftOf({ opens: 540, closes: 660 }))
    const work = inCall(await givenCall(database.platform, city, agent))
    const all = await offerTimes(agent.ctx, work, { services, from: '2026-11-24', office: null })
    expect(all.offices.map(({ name }) => name)).toEqual(['Bürgerbüro', 'Bürgerbüro Nord'])
    expect(all.offers[0]).toMatchObject({ clock: '8:00', office: { name: 'Bürgerbüro' } })
    const there = await offerTimes(agent.ctx, work, { services, from: '2026-11-24', office: id })
    expect(there.offers[0]).toMatchObject({ clock: '9:00', office: { id, address: 'Nordstraße 2' } })
    const held = await holdTime(agent.ctx, work, {
      services,
      start: there.offers[0]?.start ?? '',
      office: id,
    })
    expect(held.office).toMatchObject({ name: 'Bürgerbüro Nord' })
    expect(await appointments()).toMatchObject([{ office_id: id, state: 'held' }])
    const nowhere = holdTime(agent.ctx, work, { services, start: at(EIGHT), office: 'nirgendwo' })
    await expect(nowhere).rejects.toMatchObject({ status: 404 })
  })

  test('given practice, everything is played and nothing is held or booked', async () => {
    const callId = await givenCall(database.platform, city, agent, { source: 'training' })
    const work = inCall(callId)
    const held = await hold(agent.ctx, work)
    expect(held).toMatchObject({ id: null, aloud: 'morgen um 8 Uhr' })
    expect(await holdLonger(agent.ctx, work, held)).toMatchObject({ extended: true })
    const done = await save(callId, held)
    expect(done.appointment).toEqual({
      reference: null,
      told: null,
      phoneKey: null,
      spelled: null,
      aloud: 'morgen um 8 Uhr',
    })
    expect(await appointments()).toEqual([])
    expect(await rows('case')).toMatchObject([{ practice: true, intake_outcome: 'appointment' }])
  })
})

describe('who may not', () => {
  test('given an agent without that call, nothing is offered, held or booked', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const held = await hold(agent.ctx, inCall(callId))
    const other = await givenAccount(database.platform, city.cityId, 'agent')
    await expect(
      offerTimes(other.ctx, inCall(callId), { services, from: null, office: null }),
    ).rejects.toMatchObject({
      status: 403,
    })
    await expect(hold(other.ctx, inCall(callId))).rejects.toMatchObject({ status: 403 })
    // In a call of their own, but with somebody else's hold.
    const own = await givenCall(database.platform, city, other)
    const stolen = complete(other.ctx, switchboard, own, {
      ...FULL,
      outcome: 'appointment',
      serviceId: 'eid-pin',
      appointment: booking(held),
    })
    expect(await fieldsOf(stolen)).toHaveProperty('appointment')
    expect((await appointments()).map(({ state }) => state)).toEqual(['held'])
  })

  test('given a record that is complete or a call that only rings, no time is held', async () => {
    const done = await givenCall(database.platform, city, agent)
    await save(done, null, { outcome: 'settled', reason: 'Öffnungszeiten genannt.' })
    await expect(hold(agent.ctx, inCall(done))).rejects.toMatchObject({ status: 409 })
    const ringing = await givenCall(database.platform, city, agent, { state: 'waiting' })
    await expect(hold(agent.ctx, inCall(ringing))).rejects.toBeInstanceOf(Problem)
  })

  test('given an agent, a callback is not theirs to book in', async () => {
    const { id } = await givenCallback(database.platform, city, agent.ctx)
    await expect(hold(agent.ctx, { kind: 'callback', id })).rejects.toMatchObject({ status: 403 })
  })
})

describe('booking from a callback', () => {
  test('given a callback in hand, it ends with the appointment on its case', async () => {
    const { platform } = database
    const clerk = await givenAccount(platform, city.cityId, 'clerk', { teamIds: [city.teams.office] })
    const { id, caseId } = await givenCallback(platform, city, clerk.ctx)
    const work: BookingWork = { kind: 'callback', id }
    await expect(hold(clerk.ctx, work)).rejects.toMatchObject({ code: 'not-yours' })
    await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, switchboard, id)
    const held = await hold(clerk.ctx, work)
    const input = {
      appointment: booking(held),
      serviceId: 'eid-pin',
      contactName: 'Jana Beispiel',
      contactPhone: '0171 39200 12',
      note: 'Bringt die alte PIN mit.',
    }
    expect(bookInput.safeParse({ ...input, contactEmail: 'kim@' }).success).toBe(false)
    const typed = bookInput.parse({ ...input, contactEmail: ' kim@example.org ' })
    const booked = await bookFromCallback(clerk.ctx, switchboard, id, typed)
    expect(booked.reference).toMatch(/-T-/)
    expect(await rows('callback')).toMatchObject([{ state: 'done', outcome: 'appointment-booked' }])
    expect(await rows('case')).toMatchObject([{ id: caseId, state: 'settled' }])
    expect(await appointments()).toMatchObject([
      { state: 'booked', case_id: caseId, contact_email: 'kim@example.org' },
    ])
  })

  test.each([
    ['an address that was deleted', '', null],
    ['no field for it', undefined, 'jana@example.org'],
  ])('given %s, the address is %o, then %o', async (_what, contactEmail, kept) => {
    const { platform } = database
    const clerk = await givenAccount(platform, city.cityId, 'clerk', { teamIds: [city.teams.office] })
    const { id } = await givenCallback(platform, city, clerk.ctx)
    await platform.db
      .updateTable('case')
      .set({ contact_email: 'jana@example.org' })
      .where('city_id', '=', city.cityId)
      .execute()
    await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, switchboard, id)
    const held = await hold(clerk.ctx, { kind: 'callback', id })
    const input = { appointment: booking(held), serviceId: 'eid-pin', contactName: 'Jana Beispiel' }
    const given = contactEmail === undefined ? {} : { contactEmail }
    await bookFromCallback(clerk.ctx, switchboard, id, {
      ...input,
      contactPhone: '0171 39200 12',
      note: '',
      ...given,
    })
    expect(await appointments()).toMatchObject([{ contact_email: kept }])
  })

  test('given a hold that ran out, the callback stays open', async () => {
    const { platform } = database
    const clerk = await givenAccount(platform, city.cityId, 'clerk', { teamIds: [city.teams.office] })
    const { id } = await givenCallback(platform, city, clerk.ctx)
    await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, switchboard, id)
    const held = await hold(clerk.ctx, { kind: 'callback', id })
    platform.clock.advance(10 * MINUTE)
    const contact = {
      serviceId: 'eid-pin',
      contactName: 'Jana Beispiel',
      contactPhone: '0171 39200 12',
      note: '',
    }
    const late = bookFromCallback(clerk.ctx, switchboard, id, { appointment: booking(held), ...contact })
    expect(await fieldsOf(late)).toHaveProperty('appointment')
    expect(await rows('callback')).toMatchObject([{ state: 'taken', outcome: null }])
  })
})
