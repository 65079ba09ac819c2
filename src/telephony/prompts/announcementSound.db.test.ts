import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { announce, withdrawAnnouncement } from '../../city/announce.ts'
import { givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { givenAccount, type GivenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import { newId } from '../../platform/ids.ts'
import { announcementsFor, recordAnnouncement, spokenAnnouncements } from './announcementSound.ts'
import { promptRoutes } from './routes.ts'

const database = useDatabase()
let city: GivenCity
let lead: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  lead = await givenAccount(database.platform, city.cityId, 'lead')
})

/** Silence as the telephone plays it. */
function wave(seconds: number, rate = 8000): Buffer {
  const bytes = seconds * rate * 2
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + bytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(bytes, 40)
  return Buffer.concat([head, Buffer.alloc(bytes)])
}

const given = (lineIds: string[], from: string | null = null): Promise<string> =>
  announce(lead.ctx, {
    text: 'Heute ist Wahltag.',
    textEn: null,
    textEinfach: null,
    link: null,
    important: true,
    lineIds,
    from,
    until: '2026-11-23T18:00',
  })
const heard = (line: 'service' | 'report') =>
  announcementsFor(
    database.platform.db,
    { cityId: city.cityId, id: city.lines[line].id },
    database.platform.clock.now(),
  )

test('given a spoken announcement of one line, only its callers hear it, and only while it counts', async () => {
  const id = await given([city.lines.service.id], '2026-11-23T10:00')
  await recordAnnouncement(lead.ctx, id, wave(2))
  expect(await heard('service')).toEqual([])
  database.platform.clock.set('2026-11-23T09:00:00Z')
  expect(await heard('service')).toEqual([`sonderansage-${id}`])
  expect(await heard('report')).toEqual([])
  await withdrawAnnouncement(lead.ctx, id)
  expect(await heard('service')).toEqual([])
})

test('given an announcement for no line, a sound is refused at its field, because nobody would hear it', async () => {
  const id = await given([])
  await expect(recordAnnouncement(lead.ctx, id, wave(1))).rejects.toMatchObject({
    status: 422,
    fields: { sound: expect.stringContaining('keine Leitung') },
  })
  expect(await heard('service')).toEqual([])
})

test('given a next one, forgets the sound of those that are over', async () => {
  const first = await given([city.lines.service.id])
  await recordAnnouncement(lead.ctx, first, wave(1))
  await withdrawAnnouncement(lead.ctx, first)
  const second = await given([city.lines.service.id])
  await recordAnnouncement(lead.ctx, second, wave(1))
  expect([...(await spokenAnnouncements(database.platform.db, city.cityId))]).toEqual([second])
})

test('given a file that is too long, none, or of the wrong kind, says so at the field', async () => {
  const id = await given([city.lines.service.id])
  for (const file of [wave(16), Buffer.from('x'), wave(1, 44_100)])
    await expect(recordAnnouncement(lead.ctx, id, file)).rejects.toMatchObject({
      status: 422,
      fields: { sound: expect.any(String) },
    })
  await expect(recordAnnouncement(lead.ctx, newId(), wave(1))).rejects.toMatchObject({ status: 404 })
})

test.each(['agent', 'clerk', 'report'] as const)('given the role %s, refuses', async (role) => {
  const id = await given([city.lines.service.id])
  const other = await givenAccount(database.platform, city.cityId, role)
  await expect(recordAnnouncement(other.ctx, id, wave(1))).rejects.toMatchObject({ status: 403 })
  const path = `/api/v1/announcements/${id}/sound`
  const answer = await client(database.platform, promptRoutes)('PUT', path, { cookie: other.cookie })
  expect(answer.status).toBe(403)
})
