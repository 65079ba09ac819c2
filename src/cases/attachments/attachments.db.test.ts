import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { createApp } from '../../app.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { asSystem, inTransaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { givenCase } from '../cases.testkit.ts'
import { readAudit } from '../../people/readAudit.ts'
import { closeCase } from '../closeCase.ts'
import { caseView } from '../contract.ts'
import { readCase } from '../readCase.ts'
import { caseRoutes } from '../routes.ts'
import { addAttachment } from './addAttachment.ts'
import { exe, pdf, png } from './attachments.testkit.ts'
import { attachmentAdded, MOST_BYTES, MOST_PER_CASE } from './contract.ts'
import { forgetAttachments } from './forgetAttachments.ts'
import { readAttachment } from './readAttachment.ts'
import { removeAttachment } from './removeAttachment.ts'
import { uploadAttachment } from './uploadAttachment.ts'

const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount
let caseId: string

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  caseId = (await givenCase(clerk.ctx, city)).id
})

const add = (name = 'Vollmacht.pdf', bytes = pdf(), { ctx } = clerk) =>
  uploadAttachment(ctx, caseId, { name, bytes })
const attachments = async (id = caseId) => (await readCase(clerk.ctx, id)).attachments
const auditOf = (id: string) =>
  database.platform.db
    .selectFrom('audit')
    .select(['action', 'account_id as by'])
    .where('subject_id', '=', id)
    .orderBy('at')
    .execute()
const eventsOf = (id: string) =>
  database.platform.db
    .selectFrom('event')
    .select(['kind', 'case_id as caseId', 'actor_kind as actor', 'data'])
    .where('subject_id', '=', id)
    .orderBy('seq')
    .execute()

/** As a browser sends it. */
function request(
  method: string,
  path: string,
  { cookie }: { cookie?: string },
  body?: Buffer | ReadableStream,
) {
  const app = createApp({
    platform: database.platform,
    routes: caseRoutes,
    readiness: [],
    publicDir: '',
    trustProxy: true,
  })
  const streamed = body instanceof ReadableStream ? ({ duplex: 'half' } as const) : {}
  return app.request(`/api/v1/cases/${path}`, {
    method,
    headers: cookie ? { cookie } : {},
    ...(body === undefined
      ? {}
      : { body: body instanceof Buffer ? new Uint8Array(body) : body, ...streamed }),
  })
}

describe('adding', () => {
  test('given a file, the case shows it, the event names no name, and the deed is in the audit trail', async () => {
    const bytes = pdf('Unterlagen')
    const { id } = await add('Vollmacht Jana Beispiel.pdf', bytes)
    const view = caseView.parse(await readCase(clerk.ctx, caseId))
    expect(view.attachments).toEqual([
      {
        id,
        name: 'Vollmacht Jana Beispiel.pdf',
        mediaType: 'application/pdf',
        size: bytes.length,
        addedAt: '2026-11-23T08:00:00.000Z',
        by: 'Test clerk',
        mayRemove: true,
      },
    ])
    expect(view.timeline.at(-1)?.text).toBe('Anlage hinzugefügt: Vollmacht Jana Beispiel.pdf (PDF, 1 kB).')
    expect(await eventsOf(id)).toEqual([
      {
        kind: 'case.attachment-added',
        caseId,
        actor: 'account',
        data: { attachmentId: id, mediaType: 'application/pdf', size: bytes.length },
      },
    ])
    expect(await auditOf(id)).toEqual([{ action: 'case.attachment-added', by: clerk.account.id }])
  })

  test('given a file of a citizen, it is nobody’s of the staff', async () => {
    const ctx = { ...clerk.ctx, actor: { kind: 'citizen' as const } }
    await inTransaction(ctx, (tx) => addAttachment(tx, ctx, caseId, { name: 'foto.png', bytes: png() }))
    expect(await attachments()).toMatchObject([{ name: 'foto.png', by: null, mayRemove: false }])
  })

  test('given the same content twice, also at the same moment and under another name, it is one file', async () => {
    const first = await add()
    expect(await add('Kopie.pdf')).toEqual({ id: first.id, name: 'Vollmacht.pdf', joined: true })
    const twins = await Promise.all([add('a.png', png()), add('b.png', png())])
    expect(twins.map(({ joined }) => joined).toSorted()).toEqual([false, true])
    expect(await attachments()).toHaveLength(2)
    expect((await eventsOf(first.id)).length).toBe(1)
    const other = await givenCase(clerk.ctx, city)
    await uploadAttachment(clerk.ctx, other.id, { name: 'Vollmacht.pdf', bytes: pdf() })
    expect(await attachments(other.id)).toHaveLength(1)
  })

  test('given 19 files, of two more at the same moment one is added and the other refused', async () => {
    for (let made = 1; made < MOST_PER_CASE; made += 1) await add(`${made}.pdf`, pdf(String(made)))
    const two = await Promise.allSettled([add('a.pdf', pdf('a')), add('b.pdf', pdf('b'))])
    expect(two.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(add('c.pdf', pdf('c'))).rejects.toMatchObject({ status: 409, code: 'case-full' })
    expect(await attachments()).toHaveLength(MOST_PER_CASE)
    // What is there already is still recognised.
    expect(await add('1.pdf', pdf('1'))).toMatchObject({ joined: true })
  })

  test.each([
    ['a program', exe(), 'weder PDF noch'],
    ['nothing', Buffer.alloc(0), 'leer'],
  ])('given %s under the name of a PDF, refuses it with a sentence', async (_what, bytes, sentence) => {
    await expect(add('rechnung.pdf', bytes)).rejects.toMatchObject({
      status: 422,
      fields: { file: expect.stringContaining(sentence) },
    })
    expect(await attachments()).toEqual([])
  })

  test('given exactly 10 MB it is added, given one byte more it is not', async () => {
    const largest = Buffer.alloc(MOST_BYTES, pdf())
    expect(await add('groß.pdf', largest)).toMatchObject({ joined: false })
    await expect(add('groß.pdf', Buffer.concat([largest, pdf()]))).rejects.toMatchObject({ status: 413 })
  })

  test('given a write past the rules, the database refuses it', async () => {
    const row = {
      city_id: city.cityId,
      case_id: caseId,
      name: 'a.pdf',
      media_type: 'application/pdf',
      bytes: pdf(),
      added_by: null,
      added_at: database.platform.clock.now(),
    }
    const insert = (change: Partial<typeof row>) =>
      database.platform.db
        .insertInto('case_attachment')
        .values({ ...row, id: newId(), ...change })
        .execute()
    await insert({})
    await expect(insert({})).rejects.toMatchObject({ constraint: 'case_attachment_once' })
    for (const wrong of [
      { media_type: 'text/html' },
      { name: '../a.pdf' },
      { name: 'a\n.pdf' },
      { name: 'a'.repeat(121) },
      { bytes: Buffer.alloc(MOST_BYTES + 1) },
      { bytes: Buffer.alloc(0) },
    ]) {
      await expect(insert({ bytes: pdf('other'), ...wrong })).rejects.toMatchObject({ code: '23514' })
    }
  })
})

describe('over HTTP', () => {
  test('given a file, gives back its bytes as a file that is saved and never shown, and writes the look down', async () => {
    const bytes = png('Bild\0\xff')
    const sent = await request(
      'POST',
      `${caseId}/attachments?name=Gr%C3%BC%C3%9Fe%20%22x%22.png`,
      clerk,
      bytes,
    )
    const { id } = attachmentAdded.parse(await sent.json())
    const got = await request('GET', `${caseId}/attachments/${id}`, clerk)
    expect(got.status).toBe(200)
    expect(Buffer.from(await got.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="Gr__e _x_.png"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20_x_.png`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      'case.attachment-added',
      'case.attachment-read',
    ])
    expect((await request('DELETE', `${caseId}/attachments/${id}`, clerk)).status).toBe(204)
    expect((await request('GET', `${caseId}/attachments/${id}`, clerk)).status).toBe(404)
  })

  test('given more than 10 MB, with and without a length told before, answers 413 and keeps nothing', async () => {
    const large = Buffer.alloc(MOST_BYTES + 1, pdf())
    const streamed = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(large))
        controller.close()
      },
    })
    for (const body of [large, streamed]) {
      const answer = await request('POST', `${caseId}/attachments?name=a.pdf`, clerk, body)
      expect(answer.status).toBe(413)
      expect(await answer.json()).toMatchObject({
        error: { message: 'Das ist zu groß (höchstens 10 MB).' },
      })
    }
    expect(await attachments()).toEqual([])
  })

  test('given nobody signed in, refuses before a byte is read', async () => {
    let asked = 0
    const body = new ReadableStream(
      {
        pull(controller) {
          asked += 1
          controller.enqueue(new Uint8Array(1024))
        },
      },
      { highWaterMark: 0 },
    )
    expect((await request('POST', `${caseId}/attachments?name=a.pdf`, {}, body)).status).toBe(401)
    expect(asked).toBe(0)
  })
})

describe('who may', () => {
  test('given an agent of the provider, every way is closed', async () => {
    const { id } = await add()
    const agent = await givenAccount(database.platform, city.cityId, 'agent')
    const path = `${caseId}/attachments`
    expect((await request('POST', path, agent, pdf('x'))).status).toBe(403)
    expect((await request('GET', `${path}/${id}`, agent)).status).toBe(403)
    expect((await request('DELETE', `${path}/${id}`, agent)).status).toBe(403)
    await expect(add('a.pdf', pdf('x'), agent)).rejects.toMatchObject({ status: 403 })
    await expect(readAttachment(agent.ctx, { caseId, id })).rejects.toMatchObject({ status: 403 })
    await expect(removeAttachment(agent.ctx, { caseId, id })).rejects.toMatchObject({ status: 403 })
    expect(await attachments()).toHaveLength(1)
    expect(await auditOf(id)).toHaveLength(1)
  })

  test('given another team’s clerk or another city, refuses and writes no look down', async () => {
    const { id } = await add()
    const report = await givenAccount(database.platform, city.cityId, 'report')
    const elsewhere = await givenCity(database.platform)
    const stranger = await givenAccount(database.platform, elsewhere.cityId, 'lead')
    for (const [{ ctx }, status] of [
      [report, 403],
      [stranger, 404],
    ] as const) {
      await expect(readAttachment(ctx, { caseId, id })).rejects.toMatchObject({ status })
      await expect(removeAttachment(ctx, { caseId, id })).rejects.toMatchObject({ status })
      await expect(uploadAttachment(ctx, caseId, { name: 'a.pdf', bytes: pdf('y') })).rejects.toMatchObject({
        status,
      })
    }
    expect(await auditOf(id)).toHaveLength(1)
  })

  test('given the id of a file under another case, there is none', async () => {
    const { id } = await add()
    const other = await givenCase(clerk.ctx, city)
    await expect(readAttachment(clerk.ctx, { caseId: other.id, id })).rejects.toMatchObject({ status: 404 })
    await expect(removeAttachment(clerk.ctx, { caseId: other.id, id })).rejects.toMatchObject({ status: 404 })
  })
})

describe('removing', () => {
  test('given a colleague, refuses; given who added it, the row is gone and the event stays', async () => {
    const { id } = await add('Vollmacht Jana Beispiel.pdf')
    const colleague = await givenAccount(database.platform, city.cityId, 'clerk')
    expect((await readCase(colleague.ctx, caseId)).attachments).toMatchObject([{ mayRemove: false }])
    await expect(removeAttachment(colleague.ctx, { caseId, id })).rejects.toMatchObject({
      status: 403,
      code: 'not-yours',
    })
    await removeAttachment(clerk.ctx, { caseId, id })
    await expect(removeAttachment(clerk.ctx, { caseId, id })).rejects.toMatchObject({ status: 404 })
    const view = await readCase(clerk.ctx, caseId)
    expect(view.attachments).toEqual([])
    expect(view.timeline.slice(-2).map(({ text }) => text)).toEqual([
      'Anlage hinzugefügt (PDF, 1 kB).',
      'Anlage gelöscht.',
    ])
    expect(JSON.stringify(await eventsOf(id))).not.toContain('Jana')
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      'case.attachment-added',
      'case.attachment-removed',
    ])
  })

  test('given a lead, any file goes', async () => {
    const { id } = await add()
    const lead = await givenAccount(database.platform, city.cityId, 'lead')
    expect((await readCase(lead.ctx, caseId)).attachments).toMatchObject([{ mayRemove: true }])
    await removeAttachment(lead.ctx, { caseId, id })
    expect(await attachments()).toEqual([])
  })
})

test('given looks and deeds, the administrator finds the case by them, also when the file is gone', async () => {
  const { id } = await add()
  await readAttachment(clerk.ctx, { caseId, id })
  await removeAttachment(clerk.ctx, { caseId, id })
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  const rows = (await readAudit(admin.ctx)).filter(({ subject }) => subject.id === id)
  expect(rows.map(({ action, subject }) => [action, subject.caseId])).toEqual([
    ['case.attachment-removed', caseId],
    ['case.attachment-read', caseId],
    ['case.attachment-added', caseId],
  ])
})

describe('forgetting', () => {
  test('given a case that was closed 30 days ago, its files go with its e-mail address, those of an open one stay', async () => {
    const { clock } = database.platform
    const { id } = await add()
    const open = await givenCase(clerk.ctx, city)
    await uploadAttachment(clerk.ctx, open.id, { name: 'a.pdf', bytes: pdf() })
    const system = asSystem(database.platform, city.cityId)
    await inTransaction(system, (tx) => closeCase(tx, system, caseId, 'settled'))
    await add('spät.pdf', pdf('afterwards'))
    clock.set('2026-12-23T07:59:59Z')
    await forgetAttachments(database.platform)
    expect(await attachments()).toHaveLength(2)
    clock.set('2026-12-23T08:00:00Z')
    await forgetAttachments(database.platform)
    expect(await attachments()).toEqual([])
    expect(await attachments(open.id)).toHaveLength(1)
    expect((await eventsOf(id)).at(-1)).toEqual({
      kind: 'case.attachment-removed',
      caseId,
      actor: 'system',
      data: { attachmentId: id, because: 'time-is-over' },
    })
    await expect(add('neu.pdf', pdf('new'))).rejects.toMatchObject({ status: 409, code: 'case-over' })
  })
})
