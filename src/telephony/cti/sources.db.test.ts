import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { givenAccount, type GivenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import { newId } from '../../platform/ids.ts'
import { changeCtiSource } from './changeCtiSource.ts'
import { ctiSourcesView, ctiTokenView } from './contract.ts'
import { createCtiSource } from './createCtiSource.ts'
import { signer } from './cti.testkit.ts'
import { listCtiSources } from './listCtiSources.ts'
import { renewCtiToken } from './renewCtiToken.ts'
import { ctiRoutes } from './routes.ts'

const database = useDatabase()
const { publicKey } = signer()
let ask: ReturnType<typeof client>
let admin: GivenAccount
let lead: GivenAccount
let made = 0

beforeAll(async () => {
  const { cityId } = await givenCity(database.platform)
  admin = await givenAccount(database.platform, cityId, 'admin')
  lead = await givenAccount(database.platform, cityId, 'lead')
  ask = client(database.platform, ctiRoutes({ publicUrl: 'https://telefon.example.de' }))
})

const create = async (more: Record<string, unknown> = {}) => {
  made += 1
  const body = { name: `Anlage ${made}`, kind: 'generic', ...more }
  return ask('POST', '/api/v1/cti-sources', { cookie: admin.cookie, body })
}
const created = async (more: Record<string, unknown> = {}) =>
  ctiTokenView.parse(await (await create(more)).json())
const hears = async (token: string): Promise<boolean> =>
  (await ask('POST', `/api/cti/${token}`, { body: {} })).status !== 401
const change = (id: string, body: Record<string, unknown>) =>
  ask('PUT', `/api/v1/cti-sources/${id}`, {
    cookie: admin.cookie,
    body: {
      name: 'Anlage',
      kind: 'generic',
      publicKey: null,
      signatureRequired: false,
      active: true,
      ...body,
    },
  })

describe('the telephone systems of a city', () => {
  test('given a new one, its token is shown once, with the address to enter', async () => {
    const { source, token, url } = await created()
    expect(url).toBe(`https://telefon.example.de/api/cti/${token}`)
    expect(await hears(token)).toBe(true)
    const list = await (await ask('GET', '/api/v1/cti-sources', { cookie: admin.cookie })).text()
    expect(ctiSourcesView.parse(JSON.parse(list)).sources).toContainEqual(source)
    expect(list).not.toContain(token)
  })

  test('given it is switched off, its token is refused, and taken again when it is switched on', async () => {
    const { source, token } = await created()
    await change(source.id, { name: source.name, active: false })
    expect(await hears(token)).toBe(false)
    await change(source.id, { name: source.name, active: true })
    expect(await hears(token)).toBe(true)
  })

  test('given a renewed token, the old one is refused', async () => {
    const { source, token } = await created({ kind: 'sipgate', publicKey, signatureRequired: true })
    const response = await ask('POST', `/api/v1/cti-sources/${source.id}/token`, { cookie: admin.cookie })
    const renewed = ctiTokenView.parse(await response.json())
    expect(renewed.url).toBe(`https://telefon.example.de/api/cti/sipgate/${renewed.token}`)
    const knock = (t: string) => ask('POST', `/api/cti/sipgate/${t}`, { body: {} })
    expect(await (await knock(token)).text()).toContain('Token')
    expect(await (await knock(renewed.token)).text()).toContain('Signatur')
  })

  test.each([
    ['no name', { name: ' ' }, 'name'],
    ['an unknown kind', { kind: 'pbx' }, 'kind'],
    ['a key that is none', { kind: 'sipgate', publicKey: 'abc' }, 'publicKey'],
    ['a signature without a key', { kind: 'sipgate', signatureRequired: true }, 'publicKey'],
    ['a key where nothing is signed', { publicKey }, 'publicKey'],
    ['a name that is taken', { name: 'Vergeben' }, 'name'],
  ])('given %s, it answers 422 at the field', async (_, more, field) => {
    if (field === 'name') await create({ name: 'Vergeben' })
    const response = await create(more)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ error: { fields: { [field]: expect.any(String) } } })
  })

  test('given a private key, it is refused and not stored', async () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nMA==\n-----END PRIVATE KEY-----'
    expect((await create({ kind: 'sipgate', publicKey: pem })).status).toBe(422)
  })

  test('given an id that is none or is not there, it answers 404', async () => {
    expect((await change(newId(), {})).status).toBe(404)
    expect((await change('nichts', {})).status).toBe(404)
  })

  test('given an actor without the right, every verb refuses', async () => {
    const input = { name: 'X', kind: 'generic', publicKey: null, signatureRequired: false } as const
    await expect(listCtiSources(lead.ctx)).rejects.toMatchObject({ status: 403 })
    await expect(createCtiSource(lead.ctx, input)).rejects.toMatchObject({ status: 403 })
    await expect(changeCtiSource(lead.ctx, newId(), { ...input, active: true })).rejects.toMatchObject({
      status: 403,
    })
    await expect(renewCtiToken(lead.ctx, newId())).rejects.toMatchObject({ status: 403 })
  })
})
