import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { createApp } from '../../app.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { hashOf } from '../../platform/secret.ts'
import { objectToAnswer } from '../follow/objectToAnswer.ts'
import { reportForReporter } from '../follow/reportForReporter.ts'
import { moveReport } from '../moveReport.ts'
import { saveCategory } from '../categories/saveCategory.ts'
import { findCategory } from '../categories/store.ts'
import { releaseReport } from '../open311/releaseReport.ts'
import { openReport } from '../openReport.ts'
import { readReport } from '../readReport.ts'
import { reportRoutes } from '../routes.ts'
import { aReport, givenCategories } from '../reports.testkit.ts'
import { addPhoto } from './addPhoto.ts'
import { blackenPhoto } from './blackenPhoto.ts'
import { deletePhoto } from './deletePhoto.ts'
import { forgetPhotos } from './forgetPhotos.ts'
import { keepLoosePhoto, loosePhotosOf, removeLoosePhoto } from './loosePhotos.ts'
import type { TakenPhoto } from './model.ts'
import { jpeg } from './photos.testkit.ts'
import { readPhoto } from './readPhoto.ts'
import { releasePhoto } from './releasePhoto.ts'
import { takePhoto } from './takePhoto.ts'

const database = useDatabase()
const DAY_MS = 86_400_000
const KEY = 'key-of-a-draft-that-nobody-guesses'
let city: GivenCity
let staff: GivenAccount
let admin: GivenAccount
let citizen: Context
let host: string
let made = 0

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  await database.pool.query('delete from report_photo')
  made += 1
  host = `stadt${made}.example`
  city = await givenCity(database.platform, { hostnames: [host] })
  admin = await givenAccount(database.platform, city.cityId, 'admin')
  await givenCategories(admin.ctx, city)
  staff = await givenAccount(database.platform, city.cityId, 'report')
  citizen = { ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } }
})

async function photo(seed = 1): Promise<TakenPhoto> {
  const taken = await takePhoto(await jpeg({ seed }))
  if (!taken.ok) throw new Error(taken.cause)
  return taken.value
}
const keep = async (seed = 1, key = KEY) => keepLoosePhoto(citizen, key, await photo(seed))
const withPhotos = (over = {}) =>
  openReport(citizen, aReport({ idempotencyKey: KEY, photosOf: KEY, ...over }))
const countOf = async (caseId: string) => (await reportForReporter(citizen, caseId)).photos.length
const add = async (caseId: string, seed: number, ctx: Context = citizen) => {
  const taken = await photo(seed)
  await inTransaction(ctx, (tx) => addPhoto(tx, ctx, caseId, taken))
}
const answer = (caseId: string) =>
  moveReport(staff.ctx, caseId, { state: 'done', text: 'Liegt wieder fest.', plannedFor: null })
const later = (days: number) =>
  database.platform.clock.set(new Date(database.platform.clock.now().getTime() + days * DAY_MS).toISOString())
const rows = async () =>
  (
    await database.pool.query<{ case_id: string | null; large: boolean }>(
      'select case_id, large is not null as large from report_photo order by id',
    )
  ).rows

describe('photos of a draft', () => {
  test('given a photo, only the key of its draft shows it or takes it away', async () => {
    expect(await keep()).toBe('kept')
    const [kept] = await loosePhotosOf(citizen, KEY)
    expect(kept?.small.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(await loosePhotosOf(citizen, 'another key')).toEqual([])
    const elsewhere = await givenCity(database.platform)
    expect(await loosePhotosOf({ ...citizen, cityId: elsewhere.cityId }, KEY)).toEqual([])
    await removeLoosePhoto(citizen, 'another key', kept!.id)
    expect(await loosePhotosOf(citizen, KEY)).toHaveLength(1)
    await removeLoosePhoto(citizen, KEY, kept!.id)
    expect(await rows()).toEqual([])
  })

  test('given the same photo twice, it is one; given six at the same moment, five are kept', async () => {
    expect([await keep(1), await keep(1)]).toEqual(['kept', 'kept'])
    expect(await rows()).toHaveLength(1)
    const six = await Promise.all([2, 3, 4, 5, 6].map((seed) => keep(seed)))
    expect(six.toSorted()).toEqual(['full', 'kept', 'kept', 'kept', 'kept'])
    expect(await rows()).toHaveLength(5)
  })

  test('given nobody sends the report, its photos are gone after a day, and not before', async () => {
    await keep()
    await withPhotos({ idempotencyKey: 'other', photosOf: null })
    later(0.99)
    expect(await forgetPhotos(database.platform)).toBe(0)
    later(0.02)
    expect(await forgetPhotos(database.platform)).toBe(1)
    expect(await rows()).toEqual([])
  })

  test('given a write past the rules, the database refuses it', async () => {
    const { caseId } = await withPhotos()
    const { large, small, width, height } = await photo()
    const row = {
      city_id: city.cityId,
      case_id: caseId as string | null,
      draft_hash: null as Buffer | null,
      place: 1,
      large,
      small,
      width,
      height,
      added_at: database.platform.clock.now(),
    }
    const insert = (change: Partial<typeof row> & { released_at?: Date; released_by?: string }) =>
      database.platform.db
        .insertInto('report_photo')
        .values({ ...row, id: newId(), ...change })
        .execute()
    await insert({})
    await expect(insert({})).rejects.toMatchObject({ constraint: 'report_photo_place' })
    const at = row.added_at
    for (const wrong of [
      { place: 6 },
      { place: 0 },
      { case_id: null },
      { draft_hash: hashOf(KEY) },
      { released_at: at },
      { case_id: null, draft_hash: hashOf(KEY), released_at: at, released_by: staff.account.id },
      { large: Buffer.alloc(0) },
    ])
      await expect(insert({ place: 2, ...wrong })).rejects.toMatchObject({ code: '23514' })
  })
})

describe('photos of a report', () => {
  test('given a report is opened, its draft’s photos are its own, with an event that tells nothing of them', async () => {
    await keep(1)
    await keep(2)
    await keep(3, 'somebody else')
    const { caseId } = await withPhotos()
    expect(await countOf(caseId)).toBe(2)
    expect(await loosePhotosOf(citizen, KEY)).toEqual([])
    expect(await loosePhotosOf(citizen, 'somebody else')).toHaveLength(1)
    const events = await database.platform.db
      .selectFrom('event')
      .select(['subject_id as of', 'data'])
      .where('kind', '=', 'report.photo-added')
      .where('city_id', '=', city.cityId)
      .execute()
    expect(events).toEqual([
      { of: caseId, data: { photoId: expect.any(String) } },
      { of: caseId, data: { photoId: expect.any(String) } },
    ])
  })

  test('given the same request again, also with the same photos sent again, nothing is there twice', async () => {
    await keep(1)
    await keep(2)
    const [first, twin] = await Promise.all([withPhotos(), withPhotos()])
    expect(twin.caseId).toBe(first.caseId)
    expect(await countOf(first.caseId)).toBe(2)
    // The answer was lost: the whole form comes again, with one photo more.
    await keep(1)
    await keep(2)
    await keep(3)
    const again = await withPhotos()
    expect(again.caseId).toBe(first.caseId)
    expect(await countOf(first.caseId)).toBe(3)
    expect(await rows()).toHaveLength(3)
  })

  test('given a report that is refused, its photos stay with the draft', async () => {
    await keep()
    await expect(withPhotos({ description: '' })).rejects.toMatchObject({ status: 422 })
    expect(await loosePhotosOf(citizen, KEY)).toHaveLength(1)
  })

  test('given photos are added later, the sixth is refused, and the same one again is not one more', async () => {
    const { caseId } = await withPhotos()
    for (const seed of [1, 2, 3, 4]) await add(caseId, seed)
    await add(caseId, 4)
    expect(await countOf(caseId)).toBe(4)
    const two = await Promise.allSettled([add(caseId, 5), add(caseId, 6)])
    expect(two.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(add(caseId, 7)).rejects.toMatchObject({ status: 409, code: 'photos-full' })
    expect(await countOf(caseId)).toBe(5)
  })

  test('given an answer, the photos are deleted when it can no longer be objected to, and none is added then', async () => {
    await keep(1)
    await keep(2)
    const { caseId } = await withPhotos()
    await answer(caseId)
    later(29.9)
    await add(caseId, 3)
    expect(await forgetPhotos(database.platform)).toBe(0)
    later(0.2)
    await expect(add(caseId, 4)).rejects.toMatchObject({ status: 409, code: 'report-over' })
    expect(await forgetPhotos(database.platform)).toBe(3)
    expect(await countOf(caseId)).toBe(0)
  })

  test('given an objection, the photos stay while the report is in work again', async () => {
    await keep()
    const { caseId } = await withPhotos()
    await answer(caseId)
    later(20)
    await objectToAnswer(citizen, caseId, 'Sie wackelt noch.')
    later(40)
    expect(await forgetPhotos(database.platform)).toBe(0)
    expect(await countOf(caseId)).toBe(1)
  })
})

/** A report with one photo, in a category that the city opened. */
async function givenPhoto() {
  const category = (await findCategory(database.platform.db, city.cityId, 'strasse'))!
  const { id: _, ...rest } = category
  await saveCategory(admin.ctx, 'strasse', { ...rest, published: true, questions: [...category.questions] })
  await keep()
  const { caseId } = await withPhotos()
  const [photo] = (await readReport(staff.ctx, caseId)).photos
  return { caseId, id: photo!.id }
}
const get = (path: string, cookie = '') =>
  createApp({
    platform: database.platform,
    routes: reportRoutes,
    readiness: [],
    publicDir: '',
    trustProxy: true,
  }).request(`http://${host}${path}`, { headers: { cookie } })
const auditOf = async (id: string) =>
  (
    await database.platform.db
      .selectFrom('audit')
      .select(['action', 'account_id as by'])
      .where('subject_id', '=', id)
      .orderBy('at')
      .orderBy('id')
      .execute()
  ).map(({ action, by }) => (by === staff.account.id ? action : `${action} by another`))

describe('photos for staff', () => {
  test('given a member of the team, it is answered as a picture that runs and stays nowhere, and the look is written down', async () => {
    const { caseId, id } = await givenPhoto()
    const path = `/api/v1/reports/${caseId}/photos/${id}`
    const answer = await get(`${path}/large`, staff.cookie)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="foto-${id}.jpg"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ width: 400, format: 'jpeg' })
    expect(await auditOf(id)).toEqual(['report.photo-read'])
    expect((await get(`${path}/middle`, staff.cookie)).status).toBe(404)
    expect((await get(`${path}/large`)).status).toBe(401)
  })

  test('given another team’s clerk, an agent, another city or another report, there is nothing to see and to do', async () => {
    const { caseId, id } = await givenPhoto()
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
    const agent = await givenAccount(database.platform, city.cityId, 'agent')
    const elsewhere = await givenCity(database.platform)
    const stranger = await givenAccount(database.platform, elsewhere.cityId, 'lead')
    const { caseId: other } = await withPhotos({ idempotencyKey: 'other', photosOf: null })
    const boxes = [{ left: 0, top: 0, width: 1, height: 1 }]
    for (const [ctx, of, status] of [
      [clerk.ctx, caseId, 403],
      [agent.ctx, caseId, 403],
      [stranger.ctx, caseId, 404],
      [staff.ctx, other, 404],
    ] as const) {
      const which = { caseId: of, id }
      await expect(readPhoto(ctx, which, 'small')).rejects.toMatchObject({ status })
      await expect(releasePhoto(ctx, which, false)).rejects.toMatchObject({ status })
      await expect(blackenPhoto(ctx, which, boxes)).rejects.toMatchObject({ status })
      await expect(deletePhoto(ctx, which, 'Ein Gesicht.')).rejects.toMatchObject({ status })
    }
    expect(await rows()).toHaveLength(1)
    expect(await auditOf(id)).toEqual([])
  })

  test('given a photo is released, everybody sees it as long as its report is shown too', async () => {
    const which = await givenPhoto()
    const { caseId, id } = which
    const seen = async () => (await get(`/fotos/${id}.jpg`)).status
    expect(await seen()).toBe(404)
    await expect(releasePhoto(staff.ctx, which, true)).rejects.toMatchObject({ code: 'report-hidden' })
    await releaseReport(staff.ctx, caseId, true)
    expect(await seen()).toBe(404)
    await releasePhoto(staff.ctx, which, true)
    await releasePhoto(staff.ctx, which, true)
    const shown = await get(`/fotos/${id}-klein.jpg`)
    expect(shown.status).toBe(200)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, no-store',
    })
    expect(await seen()).toBe(200)
    expect((await readReport(staff.ctx, caseId)).photos).toMatchObject([{ released: true, by: null }])
    await releaseReport(staff.ctx, caseId, false)
    expect(await seen()).toBe(404)
    await releaseReport(staff.ctx, caseId, true)
    await releasePhoto(staff.ctx, which, false)
    expect(await seen()).toBe(404)
    expect(await auditOf(id)).toEqual(['report.photo-released', 'report.photo-hidden'])
    for (const path of ['x.jpg', `${id}.png`, `${newId()}.jpg`])
      expect((await get(`/fotos/${path}`)).status).toBe(404)
  })

  test('given the time of a photo is over, the small one stays as long as everybody sees it', async () => {
    const which = await givenPhoto()
    await releaseReport(staff.ctx, which.caseId, true)
    await releasePhoto(staff.ctx, which, true)
    await answer(which.caseId)
    later(30.1)
    expect(await forgetPhotos(database.platform)).toBe(1)
    expect(await forgetPhotos(database.platform)).toBe(0)
    expect(await rows()).toEqual([{ case_id: which.caseId, large: false }])
    const left = await (await get(`/fotos/${which.id}.jpg`)).arrayBuffer()
    expect(await sharp(left).metadata()).toMatchObject({ format: 'jpeg' })
    await releasePhoto(staff.ctx, which, false)
    expect(await forgetPhotos(database.platform)).toBe(1)
    expect(await rows()).toEqual([])
  })

  test('given boxes are made black, what was under them is in neither picture, and the rest is as before', async () => {
    const which = await givenPhoto()
    // The left half was red.
    await blackenPhoto(staff.ctx, which, [{ left: 0, top: 0, width: 0.5, height: 1 }])
    for (const size of ['large', 'small'] as const) {
      const { data, info } = await sharp(await readPhoto(staff.ctx, which, size))
        .raw()
        .toBuffer({ resolveWithObject: true })
      const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3).subarray(0, 3)]
      for (let x = 0; x < info.width / 2 - 16; x += 7)
        for (let y = 0; y < info.height; y += 7) expect(Math.max(...at(x, y))).toBeLessThan(8)
      expect(at(info.width - 10, 100)[2]).toBeGreaterThan(150)
    }
    expect(await auditOf(which.id)).toEqual([
      'report.photo-blackened',
      'report.photo-read',
      'report.photo-read',
    ])
  })

  test('given a photo is deleted, it is nowhere any more, and who did it and why is written down', async () => {
    const which = await givenPhoto()
    const { caseId, id } = which
    await add(caseId, 2)
    await releaseReport(staff.ctx, caseId, true)
    await releasePhoto(staff.ctx, which, true)
    const addresses = [`/fotos/${id}.jpg`, `/fotos/${id}-klein.jpg`]
    const own = ['large', 'small'].map((size) => `/api/v1/reports/${caseId}/photos/${id}/${size}`)
    const statuses = async () =>
      (await Promise.all([...addresses, ...own].map((path) => get(path, staff.cookie)))).map(
        ({ status }) => status,
      )
    expect(await statuses()).toEqual([200, 200, 200, 200])
    const two = await Promise.allSettled([
      deletePhoto(staff.ctx, which, 'Eine Person ist zu erkennen.'),
      deletePhoto(staff.ctx, which, 'Eine Person ist zu erkennen.'),
    ])
    // Who comes second hears that it is gone.
    expect(two.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(two.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 404 } })
    expect(await statuses()).toEqual([404, 404, 404, 404])
    expect(await rows()).toHaveLength(1)
    expect(await countOf(caseId)).toBe(1)
    expect((await readReport(staff.ctx, caseId)).photos.map((photo) => photo.id)).not.toContain(id)
    const { rows: deeds } = await database.pool.query(
      `select account_id, note from audit where subject_id = $1 and action = 'report.photo-deleted'`,
      [id],
    )
    expect(deeds).toEqual([{ account_id: staff.account.id, note: 'Eine Person ist zu erkennen.' }])
    const { rows: events } = await database.pool.query(
      `select data from event where city_id = $1 and kind = 'report.photo-deleted'`,
      [city.cityId],
    )
    expect(events).toEqual([{ data: { photoId: id } }])
    const notes = await database.pool.query('select text from case_note where case_id = $1', [caseId])
    expect(notes.rows).toEqual([{ text: 'Foto gelöscht. Eine Person ist zu erkennen.' }])
  })

  test('given no reason, a photo stays, and the sentence is at the field', async () => {
    const { caseId, id } = await givenPhoto()
    const request = client(database.platform, reportRoutes)
    const path = `http://${host}/api/v1/reports/${caseId}/photos/${id}/delete`
    const answer = await request('POST', path, { cookie: staff.cookie, body: { reason: '  ' } })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ error: { fields: { reason: 'Bitte sagen Sie, warum.' } } })
    expect(await rows()).toHaveLength(1)
  })
})
