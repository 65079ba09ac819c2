import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { givenAccount, type GivenAccount } from '../../people/people.testkit.ts'
import { mountRoutes } from '../../platform/http/mount.ts'
import { root } from '../../root.ts'
import { mediaOf } from '../asterisk/voice/media.ts'
import { hearPrompt, listPrompts, resetPrompt, uploadPrompt } from './changePrompt.ts'
import { promptRoutes } from './routes.ts'

const database = useDatabase()
const VOICE = readFileSync(join(root, 'deploy/asterisk/sounds/freizeichen/ton.wav'))
const HEUTE = { lang: 'de', name: 'heute' }
let admin: GivenAccount
let cityId: string

beforeEach(async () => {
  ;({ cityId } = await givenCity(database.platform))
  admin = await givenAccount(database.platform, cityId, 'admin')
})

const mediaFor = async (address: string | null) =>
  (await mediaOf(database.platform.db, cityId, address)).of(['heute', 'uhr'], 'de')

describe('a city’s own announcements', () => {
  test('given none, every prompt has its built-in sound', async () => {
    const { prompts } = await listPrompts(admin.ctx)
    expect(prompts.every(({ own }) => own === null)).toBe(true)
    for (const prompt of prompts)
      expect((await hearPrompt(admin.ctx, prompt)).subarray(0, 4).toString()).toBe('RIFF')
  })

  test('given a recording, callers hear it from an address of its own, and each upload has another one', async () => {
    await uploadPrompt(admin.ctx, HEUTE, VOICE)
    expect(await hearPrompt(admin.ctx, HEUTE)).toEqual(VOICE)
    const [first, second] = await mediaFor('http://10.0.0.5:8080')
    expect(first).toMatch(/^sound:http:\/\/10\.0\.0\.5:8080\/telephone\/prompts\/[\w-]{32}\.wav$/)
    expect(second).toBe('sound:freizeichen/uhr')
    await uploadPrompt(admin.ctx, HEUTE, VOICE)
    expect((await mediaFor('http://10.0.0.5:8080'))[0]).not.toBe(first)
    const app = new Hono()
    mountRoutes(app, promptRoutes, {
      platform: database.platform,
      identify: { cityOf: async () => cityId, staffOf: async () => null },
      trustProxy: false,
    })
    const address = (await mediaFor('http://10.0.0.5:8080'))[0]?.replace('sound:', '') ?? ''
    const sound = await app.request(address)
    expect(Buffer.from(await sound.arrayBuffer())).toEqual(VOICE)
    expect(sound.headers.get('cache-control')).toMatch(/max-age/)
  })

  test('given it is reset, or no address to fetch it from, the built-in one is played', async () => {
    await uploadPrompt(admin.ctx, HEUTE, VOICE)
    expect((await mediaFor(null))[0]).toBe('sound:freizeichen/heute')
    await resetPrompt(admin.ctx, HEUTE)
    await resetPrompt(admin.ctx, HEUTE)
    expect((await mediaFor('http://10.0.0.5:8080'))[0]).toBe('sound:freizeichen/heute')
  })

  test('given a file that is no such WAV, or longer than a minute, refuses with a sentence at the field', async () => {
    await expect(uploadPrompt(admin.ctx, HEUTE, Buffer.from('nothing'))).rejects.toMatchObject({
      status: 422,
      fields: { file: expect.stringMatching(/keine WAV-Datei/) },
    })
    const long = Buffer.concat([VOICE, Buffer.alloc(16_000 * 61)])
    long.writeUInt32LE(long.length - 44, 40)
    await expect(uploadPrompt(admin.ctx, HEUTE, long)).rejects.toMatchObject({
      fields: { file: expect.stringMatching(/länger als eine Minute/) },
    })
  })

  test('given somebody else than an administrator, or a prompt that is not one, refuses', async () => {
    const lead = await givenAccount(database.platform, cityId, 'lead')
    await expect(uploadPrompt(lead.ctx, HEUTE, VOICE)).rejects.toMatchObject({ status: 403 })
    await expect(listPrompts(lead.ctx)).rejects.toMatchObject({ status: 403 })
    await expect(hearPrompt(admin.ctx, { lang: 'de', name: '../../x' })).rejects.toMatchObject({
      status: 404,
    })
  })
})
