import type { Language } from '../catalogue/index.ts'
import { cityOf, lineById, linesOf } from '../city/index.ts'
import { tryOnce } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { invalid, Problem } from '../platform/problems.ts'
import { type CaseNumber, parseCaseNumber } from '../shared/caseNumber.ts'
import { spokenWindow } from '../shared/germanTime.ts'
import { spokenMoment } from '../shared/spokenMoment.ts'
import { displayNumber } from '../shared/displayNumber.ts'
import { lastDigits } from '../shared/phoneNumber.ts'
import { caseOf } from './caseOf.ts'
import { appointmentIn, type CaseAppointment } from './appointmentIn.ts'
import type { Case, CaseState } from './model.ts'
import { promiseOf, type CasePromise } from './promiseOf.ts'
import { promiseKind, publicTexts, type PublicTexts } from './publicTexts.ts'
import { serviceOf } from './serviceOf.ts'
import { findSecondNumber, type SecondNumber } from './secondNumberStore.ts'
import * as store from './store.ts'

/** How many digits of the telephone number are the second factor. */
export const STATUS_DIGITS = 4

export interface StatusQuestion {
  number: string
  /** The last digits of the telephone number that was given. */
  digits: string
  /** The asker's address, for throttling only; it is stored as a hash. */
  address: string
  language: Language
}

/** What the citizen may know; neither the reason nor a name is in it. */
export interface PublicStatus {
  /**
   * For whoever goes on with it, shown to nobody; null where the case may be somebody else's. Of what was asked for on the
   * web the digits prove nothing, because whoever asked typed the number: it is changed by a message's link, or by a call.
   */
  caseId: string | null
  number: CaseNumber
  practice: boolean
  state: CaseState
  stateText: string
  openedAt: Date
  /** The promised callback, as a sentence; null when none is owed. */
  promiseText: string | null
  /** The appointment that was booked for it, as a sentence; null when none was. */
  appointmentText: string | null
  nextSteps: readonly string[]
}

/**
 * The state of a case for whoever knows its number and the last digits of the telephone number.
 * @throws Problem 422 for what is no number or no digits, 404 (the same for a wrong number and for wrong digits), 429
 */
export async function publicStatus(ctx: Context, question: StatusQuestion): Promise<PublicStatus> {
  const texts = publicTexts[question.language]
  const { number, digits } = await readQuestion(ctx, question)
  const attempt = await tryDigits(ctx, number, question)
  const second = await findSecondNumber(ctx.db, ctx.cityId, number)
  const found = await store.findCase(ctx.db, ctx.cityId, second ? { id: second.caseId } : { number })
  if (!found?.contactPhone || lastDigits(found.contactPhone, STATUS_DIGITS) !== digits) {
    throw new Problem(404, 'not-found', texts.unknown)
  }
  await attempt.succeeded()
  if (second) return presentSecond(ctx, { ...found, number }, second, question.language)
  const own = await present(ctx, found, question.language)
  return found.channel === 'web' ? { ...own, caseId: null } : own
}

/** The same for whoever has opened the case already. */
export const statusOf = async (ctx: Context, caseId: string, language: Language): Promise<PublicStatus> =>
  present(ctx, await caseOf(ctx.db, ctx.cityId, caseId), language)

/** Guessing digits is slow: each wrong answer for this number and address makes the next wait longer. */
async function tryDigits(
  ctx: Context,
  number: CaseNumber,
  { address, language }: StatusQuestion,
): ReturnType<typeof tryOnce> {
  try {
    return await tryOnce(ctx, 'status', [ctx.cityId, number, address])
  } catch (error) {
    if (!(error instanceof Problem && error.status === 429)) throw error
    throw new Problem(429, error.code, publicTexts[language].wait, {}, { cause: error })
  }
}

async function readQuestion(
  ctx: Context,
  question: StatusQuestion,
): Promise<{ number: CaseNumber; digits: string }> {
  const { casePrefix } = await cityOf(ctx.db, ctx.cityId)
  const lang = question.language === 'en' ? 'en' : 'de'
  const number = parseCaseNumber(question.number, { prefix: casePrefix, lang })
  const digits = question.digits.replace(/\s/g, '')
  const sound = /^\d{4}$/.test(digits)
  if (!number.ok || !sound) {
    throw invalid({
      ...(number.ok ? {} : { number: number.message }),
      ...(sound ? {} : { digits: publicTexts[question.language].digits }),
    })
  }
  return { number: number.value, digits }
}

async function present(ctx: Context, found: Case, language: Language): Promise<PublicStatus> {
  const texts = publicTexts[language]
  const history = await store.historyOfCase(ctx.db, ctx.cityId, { caseId: found.id, callId: null })
  const promise = promiseOf(history)
  const appointment = appointmentIn(history)
  const isExpected = appointment?.state === 'booked' && appointment.start > ctx.clock.now().getTime()
  const kind = found.state === 'open' && promise ? promiseKind(promise) : null
  return {
    caseId: found.id,
    number: found.number,
    practice: found.practice,
    state: found.state,
    stateText: isExpected && found.state === 'settled' ? texts.expected : texts.state[found.state],
    openedAt: found.openedAt,
    promiseText: kind && promise ? await promiseText(ctx, found, { kind, promise }, language) : null,
    appointmentText:
      appointment && texts.appointment[appointment.state](await moment(ctx, appointment, language)),
    nextSteps: await nextSteps(ctx, found, language, {
      weWillCall: kind !== null && kind !== 'kept',
      isExpected,
    }),
  }
}

async function promiseText(
  ctx: Context,
  { channel }: Pick<Case, 'channel'>,
  { kind, promise }: { kind: keyof PublicTexts['promise']; promise: CasePromise },
  language: Language,
): Promise<string> {
  const texts = publicTexts[language]
  const sentence = texts.promise[kind](await spoken(ctx, promise, language))
  // On the web nobody showed whose number it is; of what was asked twice the same must be said.
  return kind === 'open' && channel === 'web' ? `${sentence} ${texts.unlessPromised}` : sentence
}

/**
 * To whoever asked about a case that may be somebody else's: what they chose, in the words of a case of their own, and
 * whether it is over. Neither the service, the promise nor the appointment of the case.
 */
async function presentSecond(
  ctx: Context,
  { number, practice, state }: Case,
  { lineId, serviceId, window, givenAt }: SecondNumber,
  language: Language,
): Promise<PublicStatus> {
  const texts = publicTexts[language]
  const isAhead = ctx.clock.now().getTime() <= window.end
  const promise: CasePromise = { window, state: 'open', next: null }
  const told = { kind: 'open', promise } as const
  const ahead = isAhead ? await promiseText(ctx, { channel: 'web' }, told, language) : texts.past
  return {
    caseId: null,
    number,
    practice,
    state,
    stateText: texts.state[state],
    openedAt: givenAt,
    promiseText: state === 'open' ? ahead : null,
    appointmentText: null,
    nextSteps: await nextSteps(ctx, { number, lineId, serviceId }, language, {
      weWillCall: state === 'open' && isAhead,
      isExpected: false,
    }),
  }
}

async function spoken(ctx: Context, promise: CasePromise, language: Language): Promise<string> {
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  const lang = language === 'en' ? 'en' : 'de'
  return spokenWindow(promise.next ?? promise.window, ctx.clock.now(), timeZone, lang)
}

async function moment(ctx: Context, { start }: CaseAppointment, language: Language): Promise<string> {
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  return spokenMoment(start, ctx.clock.now(), timeZone, language === 'en' ? 'en' : 'de')
}

async function nextSteps(
  ctx: Context,
  found: Pick<Case, 'number' | 'lineId' | 'serviceId'>,
  language: Language,
  { weWillCall, isExpected }: { weWillCall: boolean; isExpected: boolean },
): Promise<string[]> {
  const texts = publicTexts[language]
  const line = found.lineId
    ? await lineById(ctx.db, ctx.cityId, found.lineId)
    : (await linesOf(ctx.db, ctx.cityId)).find((line) => line.active)
  if (!line) return []
  const service = await serviceOf(ctx.db, ctx.cityId, found.serviceId, language)
  const documents = service?.documents.join('; ') ?? ''
  return [
    ...(weWillCall ? [texts.ready(displayNumber(line.number))] : []),
    ...(weWillCall && documents ? [texts.documents(documents)] : []),
    ...(isExpected && documents ? [texts.bring(documents)] : []),
    ...(weWillCall ? [] : [texts.callAgain(displayNumber(line.number), found.number)]),
  ]
}
