import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { FakeSwitchboard, givenCallback } from '../callbacks/callbacks.testkit.ts'
import { callBack } from '../callbacks/attempts/callBack.ts'
import { sweepPromises } from '../callbacks/promises/decideDue.ts'
import { recordOutcome } from '../callbacks/attempts/recordOutcome.ts'
import { takeCallback } from '../callbacks/worklist/take.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import type { Context } from '../platform/context.ts'
import { displayNumber } from '../shared/displayNumber.ts'
import { isPhoneNumber } from '../shared/phoneNumber.ts'
import { givenCase } from './cases.testkit.ts'
import { publicStatus, type StatusQuestion } from './publicStatus.ts'

const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount
let ctx: Context
let address = 0

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  ctx = { ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } }
  address += 1
})

const ask = (number: string, part: Partial<StatusQuestion> = {}) =>
  publicStatus(ctx, { number, digits: '0012', address: `192.0.2.${address}`, language: 'de', ...part })
const line = (): string => {
  const { number } = city.lines.service
  return isPhoneNumber(number) ? displayNumber(number) : ''
}

describe('what the citizen is told', () => {
  test('given a promise, names window and number; the reason and the name are not in it', async () => {
    const { caseNumber } = await givenCallback(database.platform, city, clerk.ctx)
    const status = await ask(caseNumber)
    expect(status).toMatchObject({
      number: caseNumber,
      state: 'open',
      stateText: 'Ihr Anliegen ist in Arbeit.',
      promiseText: 'Wir rufen Sie an: heute zwischen 14 und 15 Uhr.',
      nextSteps: [`Bitte bleiben Sie in dieser Zeit erreichbar. Wir rufen von der Nummer ${line()} an.`],
    })
    expect(JSON.stringify(status)).not.toContain('Führungszeugnis')
  })

  test('given a broken promise, says that we are sorry', async () => {
    const { caseNumber } = await givenCallback(database.platform, city, clerk.ctx)
    database.platform.clock.set('2026-11-23T15:00:00Z')
    await sweepPromises(database.platform)
    expect((await ask(caseNumber)).promiseText).toContain('Das tut uns leid.')
  })

  test('given nobody was reached, names the next attempt', async () => {
    const switchboard = new FakeSwitchboard()
    const { id, caseNumber } = await givenCallback(database.platform, city, clerk.ctx)
    database.platform.clock.set('2026-11-23T13:05:00Z')
    await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, switchboard, id)
    await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'not-reached', notReached: 'busy', note: '' })
    expect((await ask(caseNumber)).promiseText).toBe(
      'Wir haben Sie noch nicht erreicht und versuchen es wieder: morgen zwischen 8 und 9 Uhr.',
    )
  })

  test('given a settled case, says so and how to ask again', async () => {
    const switchboard = new FakeSwitchboard()
    const { id, caseNumber } = await givenCallback(database.platform, city, clerk.ctx)
    await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, switchboard, id)
    await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'settled', note: '' })
    expect(await ask(caseNumber)).toMatchObject({
      stateText: 'Ihr Anliegen ist erledigt.',
      promiseText: null,
      nextSteps: [expect.stringContaining(line())],
    })
  })

  test('given another language, speaks it', async () => {
    const { caseNumber } = await givenCallback(database.platform, city, clerk.ctx)
    expect(await ask(caseNumber, { language: 'en' })).toMatchObject({
      promiseText: 'We will call you today between 14:00 and 15:00.',
    })
    expect((await ask(caseNumber, { language: 'einfach' })).stateText).toBe('Wir arbeiten an Ihrer Sache.')
  })
})

describe('who may ask', () => {
  test('given wrong digits, a number that nobody has, or a case without a telephone: one and the same answer', async () => {
    const { number } = await givenCase(clerk.ctx, city)
    const silent = await givenCase(clerk.ctx, city, { contactPhone: null })
    const elsewhere = await givenCity(database.platform)
    const foreign = await givenCase({ ...ctx, cityId: elsewhere.cityId }, elsewhere, { callId: null })
    const unknown = `${number.split('-')[0]}-${foreign.number.split('-').slice(1).join('-')}`
    const answers = await Promise.all(
      [ask(number, { digits: '9999' }), ask(unknown), ask(silent.number)].map((asked) =>
        asked.then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    )
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, code: 'not-found' })
    const messages = answers.map((answer) => (answer instanceof Error ? answer.message : ''))
    expect(new Set(messages).size).toBe(1)
  })

  test('given wrong digits again and again, has to wait, with the right ones too; another address need not', async () => {
    const { number } = await givenCase(clerk.ctx, city)
    for (let tried = 0; tried < 5; tried += 1) {
      await expect(ask(number, { digits: '9999' })).rejects.toMatchObject({ status: 404 })
    }
    await expect(ask(number)).rejects.toMatchObject({ status: 429 })
    expect(await ask(number, { address: '198.51.100.1' })).toMatchObject({ number })
    database.platform.clock.advance(15 * 60_000)
    expect(await ask(number)).toMatchObject({ number })
  })

  test('given something that is no number and no digits, says so at both fields', async () => {
    await expect(ask('???', { digits: '12' })).rejects.toMatchObject({
      status: 422,
      fields: { number: expect.any(String), digits: expect.any(String) },
    })
  })
})
