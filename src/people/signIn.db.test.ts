import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity } from '../city/city.testkit.ts'
import type { StaffContext } from '../platform/context.ts'
import { confirmSecondFactor } from './confirmSecondFactor.ts'
import { offerSecondFactor } from './offerSecondFactor.ts'
import { givenAccount } from './people.testkit.ts'
import { removeSecondFactor } from './removeSecondFactor.ts'
import { findSession } from './session.ts'
import { signIn } from './signIn.ts'

const database = useDatabase()
const from = (address: string) => ({ address, userAgent: 'Prüfbrowser' })

async function givenClerk() {
  const { cityId } = await givenCity(database.platform)
  return givenAccount(database.platform, cityId, 'clerk')
}

const attempt = (login: string, password: string, address: string, code?: string) =>
  signIn(database.platform, { login, password, ...(code ? { code } : {}) }, from(address))

test('given the right password, opens a session', async () => {
  const { account } = await givenClerk()
  const { token } = await attempt(account.login, account.password, '10.0.0.1')
  expect((await findSession(database.platform, token))?.actor.accountId).toBe(account.id)
})

test('given an unknown login, a wrong password or an inactive account, says the same', async () => {
  const { account, ctx } = await givenClerk()
  const off = await givenAccount(database.platform, ctx.cityId, 'clerk', { active: false })
  const same = { status: 401, code: 'wrong-sign-in', message: 'Anmeldename oder Kennwort stimmt nicht.' }
  await expect(attempt('niemand', account.password, '10.0.0.2')).rejects.toMatchObject(same)
  await expect(attempt(account.login, 'falsch', '10.0.0.2')).rejects.toMatchObject(same)
  await expect(attempt(off.account.login, account.password, '10.0.0.2')).rejects.toMatchObject(same)
})

test('given five failures, makes this address wait for this login, and nobody else', async () => {
  const { account } = await givenClerk()
  const { clock } = database.platform
  for (let n = 0; n < 5; n += 1) {
    await expect(attempt(account.login, 'falsch', '10.0.0.3')).rejects.toMatchObject({ status: 401 })
  }
  const blocked = {
    status: 429,
    message: expect.stringContaining('Bitte in 5 Sekunden noch einmal versuchen.'),
  }
  await expect(attempt(account.login, account.password, '10.0.0.3')).rejects.toMatchObject(blocked)
  await expect(attempt(account.login, account.password, '10.0.0.4')).resolves.toBeDefined()
  clock.advance(5000)
  await expect(attempt(account.login, 'falsch', '10.0.0.3')).rejects.toMatchObject({ status: 401 })
  await expect(attempt(account.login, account.password, '10.0.0.3')).rejects.toMatchObject({
    status: 429,
    message: expect.stringContaining('10 Sekunden'),
  })
  clock.advance(10_000)
  await expect(attempt(account.login, account.password, '10.0.0.3')).resolves.toBeDefined()
  await expect(attempt(account.login, 'falsch', '10.0.0.3')).rejects.toMatchObject({ status: 401 })
})

test('given fifty guesses at the same moment, checks no more than five', async () => {
  const { account } = await givenClerk()
  const guesses = Array.from({ length: 50 }, () => attempt(account.login, 'falsch', '10.0.0.5'))
  const settled = await Promise.allSettled(guesses)
  const checked = settled.filter((s) => s.status === 'rejected' && s.reason.status === 401)
  expect(checked).toHaveLength(5)
})

async function givenSecondFactor() {
  const given = await givenClerk()
  const { clock } = database.platform
  const { secret, uri } = await offerSecondFactor(given.ctx)
  const code = () => generate({ secret, epoch: Math.floor(clock.now().getTime() / 1000) })
  return { ...given, secret, uri, code }
}

async function givenConfirmed() {
  const given = await givenSecondFactor()
  await confirmSecondFactor(given.ctx, await given.code())
  database.platform.clock.advance(60_000)
  return given
}

test('given an offer that is not confirmed, the password alone is enough', async () => {
  const { account, uri, ctx } = await givenSecondFactor()
  expect(uri).toMatch(/^otpauth:\/\/totp\//)
  await expect(attempt(account.login, account.password, '10.0.0.6')).resolves.toBeDefined()
  await expect(confirmSecondFactor(ctx, '000000')).rejects.toMatchObject({ status: 422 })
})

test('given a confirmed second factor, asks for the code and takes each code once', async () => {
  const { account, code } = await givenConfirmed()
  const signInWith = (digits?: string) => attempt(account.login, account.password, '10.0.0.7', digits)
  await expect(signInWith()).rejects.toMatchObject({ status: 401, code: 'second-factor-needed' })
  await expect(signInWith('000000')).rejects.toMatchObject({ status: 401, code: 'wrong-code' })
  const now = await code()
  await expect(signInWith(now)).resolves.toBeDefined()
  await expect(signInWith(now)).rejects.toMatchObject({ status: 401, code: 'wrong-code' })
  database.platform.clock.advance(30_000)
  await expect(signInWith(now)).rejects.toMatchObject({ status: 401, code: 'wrong-code' })
  await expect(signInWith(await code())).resolves.toBeDefined()
})

test('given the same code twice at the same moment, opens one session', async () => {
  const { account, code } = await givenConfirmed()
  const digits = await code()
  const both = await Promise.allSettled(
    [1, 2].map(() => attempt(account.login, account.password, '10.0.0.8', digits)),
  )
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('given the password and guessed codes from many addresses, makes the account wait', async () => {
  const { account } = await givenConfirmed()
  for (let n = 0; n < 5; n += 1) {
    await expect(attempt(account.login, account.password, `10.1.0.${n}`, '000000')).rejects.toMatchObject({
      code: 'wrong-code',
    })
  }
  await expect(attempt(account.login, account.password, '10.1.0.9', '000000')).rejects.toMatchObject({
    status: 429,
  })
})

test('given the code it was confirmed with, does not open a session with it', async () => {
  const { account, ctx, code } = await givenSecondFactor()
  const digits = await code()
  await confirmSecondFactor(ctx, digits)
  await expect(attempt(account.login, account.password, '10.0.0.9', digits)).rejects.toMatchObject({
    code: 'wrong-code',
  })
})

test('given the password, removes the second factor; a wrong one leaves it and is slowed down', async () => {
  const { account, ctx } = await givenConfirmed()
  await expect(offerSecondFactor(ctx)).rejects.toMatchObject({ status: 409 })
  await expectSlow(ctx)
  database.platform.clock.advance(5000)
  await removeSecondFactor(ctx, account.password)
  await expect(attempt(account.login, account.password, '10.0.0.10')).resolves.toBeDefined()
})

async function expectSlow(ctx: StaffContext): Promise<void> {
  for (let n = 0; n < 5; n += 1) {
    await expect(removeSecondFactor(ctx, 'falsch')).rejects.toMatchObject({ status: 422 })
  }
  await expect(removeSecondFactor(ctx, 'falsch')).rejects.toMatchObject({ status: 429 })
}
