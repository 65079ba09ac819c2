import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity } from '../city/city.testkit.ts'
import { recordLook } from '../platform/audit/audit.ts'
import { readEvents } from '../platform/events/events.ts'
import { changeAccount } from './changeAccount.ts'
import { changePassword } from './changePassword.ts'
import { createAccount } from './createAccount.ts'
import { endSession } from './endSession.ts'
import { listAccounts } from './listAccounts.ts'
import { listSessions } from './listSessions.ts'
import { givenAccount, type GivenAccount } from './people.testkit.ts'
import { readAudit } from './readAudit.ts'
import { findSession } from './session.ts'
import { signIn } from './signIn.ts'

const database = useDatabase()

async function givenAdmin() {
  const city = await givenCity(database.platform)
  return { ...city, admin: await givenAccount(database.platform, city.cityId, 'admin') }
}

const newClerk = {
  login: 'neu',
  name: 'Neu',
  role: 'clerk',
  providerId: null,
  teamIds: [],
  password: 'zwölf-zeichen',
} as const
const kept = ({ account }: GivenAccount) => ({
  name: account.name,
  role: account.role,
  providerId: null,
  teamIds: [],
  active: true,
})
const lives = async ({ cookie }: GivenAccount) =>
  (await findSession(database.platform, cookie.split('=')[1]!)) !== null
const signInAs = ({ account }: GivenAccount, password = account.password) =>
  signIn(database.platform, { login: account.login, password }, { address: '', userAgent: 'Zweitgerät' })

test.each(['agent', 'clerk', 'report', 'lead'] as const)(
  'given the role %s, refuses all that is the administrator’s',
  async (role) => {
    const { cityId, admin } = await givenAdmin()
    const { ctx } = await givenAccount(database.platform, cityId, role)
    const refused = { status: 403 }
    await expect(listAccounts(ctx)).rejects.toMatchObject(refused)
    await expect(createAccount(ctx, { ...newClerk, teamIds: [] })).rejects.toMatchObject(refused)
    await expect(changeAccount(ctx, admin.account.id, kept(admin))).rejects.toMatchObject(refused)
    await expect(readAudit(ctx)).rejects.toMatchObject(refused)
  },
)

test('given a new account, its person can sign in, and its login is used once', async () => {
  const { admin, teams } = await givenAdmin()
  const id = await createAccount(admin.ctx, {
    ...newClerk,
    login: 'neu.person',
    teamIds: [teams.office, teams.office],
    skills: ['Türkisch'],
  })
  expect(await listAccounts(admin.ctx)).toContainEqual({
    id,
    login: 'neu.person',
    name: 'Neu',
    role: 'clerk',
    providerId: null,
    teamIds: [teams.office],
    deputyId: null,
    languages: [],
    skills: ['Türkisch'],
    active: true,
    secondFactor: false,
  })
  const request = { address: '', userAgent: '' }
  await signIn(database.platform, { login: 'neu.person', password: newClerk.password }, request)
  await expect(
    createAccount(admin.ctx, { ...newClerk, login: 'neu.person', teamIds: [] }),
  ).rejects.toMatchObject({ fields: { login: 'Diesen Anmeldenamen gibt es schon.' } })
})

test('given an agent without a provider, or a clerk with one, names the field', async () => {
  const { admin, providerId } = await givenAdmin()
  const wrong = { status: 422, fields: { providerId: expect.any(String) } }
  await expect(createAccount(admin.ctx, { ...newClerk, role: 'agent', teamIds: [] })).rejects.toMatchObject(
    wrong,
  )
  await expect(createAccount(admin.ctx, { ...newClerk, providerId, teamIds: [] })).rejects.toMatchObject(
    wrong,
  )
})

test('given a team or an account of another city, refuses', async () => {
  const { admin } = await givenAdmin()
  const foreign = await givenAdmin()
  await expect(
    createAccount(admin.ctx, { ...newClerk, login: 'fremdes.team', teamIds: [foreign.teams.office] }),
  ).rejects.toMatchObject({ fields: { teamIds: 'Bitte nur Teams dieser Stadt wählen.' } })
  await expect(changeAccount(admin.ctx, foreign.admin.account.id, kept(foreign.admin))).rejects.toMatchObject(
    { status: 404 },
  )
})

test('given a switched-off account, its sessions end at once and it cannot sign in', async () => {
  const { admin, cityId } = await givenAdmin()
  const clerk = await givenAccount(database.platform, cityId, 'clerk')
  await changeAccount(admin.ctx, clerk.account.id, { ...kept(clerk), active: false })
  expect(await lives(clerk)).toBe(false)
  await expect(signInAs(clerk)).rejects.toMatchObject({ status: 401 })
  const events = await readEvents(admin.ctx.db, cityId, { from: new Date(0), to: new Date('2100-01-01') })
  expect(events.map(({ kind, data }) => [kind, data])).toEqual([
    ['session.ended', { why: 'account-changed' }],
    ['account.changed', { role: 'clerk', active: false }],
  ])
})

test('given the last administrator, it can neither be switched off nor become something else', async () => {
  const { admin, cityId } = await givenAdmin()
  const { id } = admin.account
  await expect(changeAccount(admin.ctx, id, { ...kept(admin), active: false })).rejects.toMatchObject({
    fields: { active: expect.stringContaining('letzte Konto') },
  })
  await expect(changeAccount(admin.ctx, id, { ...kept(admin), role: 'lead' })).rejects.toMatchObject({
    fields: { role: expect.stringContaining('letzte Konto') },
  })
  await givenAccount(database.platform, cityId, 'admin')
  await changeAccount(admin.ctx, id, { ...kept(admin), role: 'lead' })
})

test('given two administrators who switch each other off at the same moment, one stays', async () => {
  const { admin, cityId } = await givenAdmin()
  const other = await givenAccount(database.platform, cityId, 'admin')
  const both = await Promise.allSettled([
    changeAccount(admin.ctx, other.account.id, { ...kept(other), active: false }),
    changeAccount(other.ctx, admin.account.id, { ...kept(admin), active: false }),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('given a new password by the administrator, the old one and the sessions are over', async () => {
  const { admin, cityId } = await givenAdmin()
  const clerk = await givenAccount(database.platform, cityId, 'clerk')
  await changeAccount(admin.ctx, clerk.account.id, { ...kept(clerk), password: 'ein-anderes-kennwort' })
  expect(await lives(clerk)).toBe(false)
  await expect(signInAs(clerk)).rejects.toMatchObject({ status: 401 })
  await signInAs(clerk, 'ein-anderes-kennwort')
})

test('given a new own password, the other sessions end and this one stays', async () => {
  const { cityId } = await givenAdmin()
  const clerk = await givenAccount(database.platform, cityId, 'agent')
  const other = await signInAs(clerk)
  const change = { current: clerk.account.password, password: 'etwas-ganz-neues' }
  await expect(changePassword(clerk.ctx, { ...change, current: 'falsch' })).rejects.toMatchObject({
    fields: { current: 'Das Kennwort stimmt nicht.' },
  })
  await changePassword(clerk.ctx, change)
  expect(await lives(clerk)).toBe(true)
  expect(await findSession(database.platform, other.token)).toBeNull()
  await signInAs(clerk, change.password)
})

test('given two sessions, lists both and ends the other; nobody else’s', async () => {
  const { cityId, admin } = await givenAdmin()
  const clerk = await givenAccount(database.platform, cityId, 'clerk')
  const other = await signInAs(clerk)
  const sessions = await listSessions(clerk.ctx)
  expect(sessions.map(({ userAgent, current }) => [userAgent, current]).toSorted()).toEqual([
    ['Zweitgerät', false],
    ['test', true],
  ])
  const otherId = other.ctx.actor.sessionId
  await expect(endSession(admin.ctx, otherId)).rejects.toMatchObject({ status: 404 })
  await endSession(clerk.ctx, otherId)
  expect(await findSession(database.platform, other.token)).toBeNull()
  expect(await lives(clerk)).toBe(true)
})

test('given looks, the administrator reads who looked at what, newest first', async () => {
  const { cityId, admin } = await givenAdmin()
  const clerk = await givenAccount(database.platform, cityId, 'clerk', { name: 'Carla Probe' })
  await recordLook(clerk.ctx.db, clerk.ctx, 'case.read', { kind: 'case', id: 'a' })
  await recordLook(clerk.ctx.db, clerk.ctx, 'call.read', { kind: 'call', id: 'b' })
  const rows = await readAudit(admin.ctx)
  expect(rows.map(({ accountName, action, subject }) => [accountName, action, subject])).toEqual([
    ['Carla Probe', 'call.read', { kind: 'call', id: 'b', caseId: null }],
    ['Carla Probe', 'case.read', { kind: 'case', id: 'a', caseId: 'a' }],
  ])
  expect(await readAudit(admin.ctx)).toHaveLength(2)
})

test('given a colleague as deputy, it is kept; nobody stands in for themselves', async () => {
  const { cityId, admin } = await givenAdmin()
  const clerk = await givenAccount(database.platform, cityId, 'clerk')
  const change = (deputyId: string) =>
    changeAccount(admin.ctx, clerk.account.id, { ...kept(clerk), deputyId })
  await change(admin.account.id)
  const find = async () => (await listAccounts(admin.ctx)).find(({ id }) => id === clerk.account.id)
  expect(await find()).toMatchObject({ deputyId: admin.account.id })
  await expect(change(clerk.account.id)).rejects.toMatchObject({
    fields: { deputyId: 'Niemand vertritt sich selbst.' },
  })
})
