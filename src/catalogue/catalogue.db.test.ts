import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity } from '../city/city.testkit.ts'
import { givenAccount } from '../people/people.testkit.ts'
import { client } from '../people/request.testkit.ts'
import { asSystem, inTransaction, type StaffContext } from '../platform/context.ts'
import { startLive } from '../platform/live/live.ts'
import { addService } from './addService.ts'
import { givenCatalogue } from './catalogue.testkit.ts'
import { changeService } from './changeService.ts'
import { catalogueEntry, serviceGuidance, serviceListed, servicePage, serviceSummary } from './contract.ts'
import { CatalogueFileError, importCatalogue } from './importCatalogue.ts'
import { searchServices, serviceById } from './offered.ts'
import { readCatalogueOf } from './readCatalogueOf.ts'
import { catalogueRoutes } from './routes.ts'

const database = useDatabase()
const wedding = {
  name: 'Trauung im Leuchtturm',
  plainName: 'Im Leucht-Turm heiraten',
  leikaKey: null,
  synonyms: ['Molenzauber'],
  channel: 'in-person',
  minutes: 30,
  documents: ['Personalausweis'],
  feeEuro: 80,
  department: 'Standesamt',
  responsible: 'city',
  source: 'https://example.org/trauung',
}

async function givenAdmin(): Promise<StaffContext> {
  // A host name of its own: the first city answers on every other.
  const { cityId } = await givenCity(database.platform, { hostnames: ['leuchtturm.example'] })
  await givenCatalogue(database.platform, cityId)
  return (await givenAccount(database.platform, cityId, 'admin')).ctx
}

const find = (ctx: StaffContext, query: string) => searchServices(ctx, ctx.cityId, query, 3)

test.each(['agent', 'clerk', 'report', 'lead'] as const)(
  'given the role %s, refuses to read or change the catalogue',
  async (role) => {
    const { cityId } = await givenCity(database.platform)
    const { ctx } = await givenAccount(database.platform, cityId, role)
    const refused = { status: 403 }
    await expect(readCatalogueOf(ctx)).rejects.toMatchObject(refused)
    await expect(addService(ctx, { ...wedding, active: true })).rejects.toMatchObject(refused)
    await expect(changeService(ctx, 'personalausweis', { ...wedding, active: true })).rejects.toMatchObject(
      refused,
    )
  },
)

test('given the import twice, keeps the order of the file and what the city changed', async () => {
  const ctx = await givenAdmin()
  const before = await readCatalogueOf(ctx)
  expect(before[0]?.id).toBe('personalausweis')
  const { active: _, updatedAt: __, ...first } = before[0]!
  await changeService(ctx, first.id, { ...first, name: 'Ausweis', active: true })
  await givenCatalogue(database.platform, ctx.cityId)
  const after = await readCatalogueOf(ctx)
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(after[0]?.name).toBe('Ausweis')
})

test('given a new service, it is found at once; switched off, it is not', async () => {
  const ctx = await givenAdmin()
  expect(await find(ctx, 'molenzauber')).toEqual([])
  const id = await addService(ctx, { ...wedding, active: true })
  expect(id).toBe('trauung-im-leuchtturm')
  expect((await find(ctx, 'molenzauber')).map((service) => service.id)).toEqual([id])
  await changeService(ctx, id, { ...wedding, basis: {}, active: false })
  expect(await find(ctx, 'molenzauber')).toEqual([])
  expect(await serviceById(ctx, ctx.cityId, id)).toBeNull()
  expect((await readCatalogueOf(ctx)).at(-1)).toMatchObject({ id, active: false })
  await expect(addService(ctx, { ...wedding, active: true })).rejects.toMatchObject({
    fields: { id: 'Eine Leistung mit dieser Kennung gibt es schon.' },
  })
})

test('given another process, it finds the new service too', async () => {
  const ctx = await givenAdmin()
  const live = await startLive(database.pool, database.connection, ctx.log)
  const other = { ...database.platform, live }
  const query = () => searchServices(other, ctx.cityId, 'molenzauber', 3)
  expect(await query()).toEqual([])
  await addService(ctx, { ...wedding, active: true })
  await vi.waitFor(async () => expect(await query()).toHaveLength(1), { timeout: 1000, interval: 20 })
  await live.close()
})

test('given wrong fields, says at each what it must hold', async () => {
  const ctx = await givenAdmin()
  const wrong = { ...wedding, minutes: 0, documents: [''], farbe: 'rot', active: true }
  await expect(addService(ctx, wrong)).rejects.toMatchObject({
    status: 422,
    fields: {
      minutes: 'Dieses Feld muss eine ganze Zahl von 1 bis 480 sein.',
      documents: expect.stringContaining('Unterlagen'),
      farbe: 'Dieses Feld ist unbekannt.',
    },
  })
  await expect(addService(ctx, { ...wedding, id: 'a', active: true })).rejects.toMatchObject({
    fields: { id: expect.stringContaining('zwei Zeichen') },
  })
  await expect(
    changeService(ctx, 'gibt-es-nicht', { ...wedding, basis: {}, active: true }),
  ).rejects.toMatchObject({ status: 404 })
})

test('given a file that is none, says why and imports nothing', async () => {
  const { cityId } = await givenCity(database.platform)
  const ctx = asSystem(database.platform, cityId)
  const file = join(mkdtempSync(join(tmpdir(), 'fz-catalogue-')), 'services.json')
  const importing = () => inTransaction(ctx, (tx) => importCatalogue(tx, ctx, file))
  await expect(importing()).rejects.toThrow(CatalogueFileError)
  writeFileSync(file, '[{"id":"x"}]')
  await expect(importing()).rejects.toThrow(/Eintrag 1/)
})

test('given the routes, everybody searches, staff sees the guidance, administrators the catalogue', async () => {
  const { cityId } = await givenCity(database.platform, { hostnames: ['suche.example'] })
  await givenCatalogue(database.platform, cityId)
  const agent = await givenAccount(database.platform, cityId, 'agent')
  const admin = await givenAccount(database.platform, cityId, 'admin')
  const request = client(database.platform, catalogueRoutes())
  const get = async (path: string, cookie?: string) => {
    const answer = await request('GET', `http://suche.example${path}`, cookie ? { cookie } : {})
    expect(answer.status).toBe(200)
    return answer.json()
  }
  expect(await get('/api/v1/services?q=')).toEqual([])
  expect(serviceListed.array().parse(await get('/api/v1/services')).length).toBeGreaterThan(50)
  const hits = serviceSummary.array().parse(await get('/api/v1/services?q=perso%20verl%C3%A4ngern'))
  expect(hits[0]).toMatchObject({ id: 'personalausweis', visit: 'required', feeCents: 4600 })
  expect(serviceSummary.array().parse(await get('/api/v1/services?q=fuehrungszeugniss'))[0]?.id).toContain(
    'fuehrungszeugnis',
  )
  expect(
    serviceSummary.array().parse(await get('/api/v1/services?q=Umzug%20anmelden'))[0]?.visit,
  ).toBeDefined()
  const page = await get('/api/v1/services/personalausweis?lang=einfach')
  expect(servicePage.parse(page).visitLine).toContain('Sie müssen selbst zu uns kommen.')
  expect(page).not.toHaveProperty('note')
  const guidance = serviceGuidance.parse(await get('/api/v1/services/personalausweis/guidance', agent.cookie))
  expect(guidance.note).toContain('Fingerabdruck')
  expect(catalogueEntry.array().parse(await get('/api/v1/catalogue', admin.cookie)).length).toBeGreaterThan(
    50,
  )
  expect((await request('GET', 'http://suche.example/api/v1/services?lang=fr')).status).toBe(422)
  expect((await request('GET', 'http://suche.example/api/v1/services/nix')).status).toBe(404)
  expect((await request('GET', '/api/v1/services/personalausweis/guidance')).status).toBe(401)
})
