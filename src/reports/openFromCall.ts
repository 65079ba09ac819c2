import { openCase } from '../cases/index.ts'
import { hashPassword } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { Reader, Tx } from '../platform/db/connect.ts'
import { invalid } from '../platform/problems.ts'
import { hashOf } from '../platform/secret.ts'
import type { CaseNumber } from '../shared/caseNumber.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import type { Speech } from '../shared/speech.ts'
import { addReport } from './addReport.ts'
import type { Category } from './categories/model.ts'
import { findCategory } from './categories/store.ts'
import { plainSecret, secretFor } from './follow/secret.ts'
import type { Answers } from './model.ts'
import { locate } from './place/locate.ts'
import { checkReport, type Told } from './reportInput.ts'
import * as store from './store.ts'
import { tellReport } from './tell/tellReport.ts'

/** What somebody says on the telephone, checked, with the words that will open it. */
export interface CalledIn {
  category: Category
  description: string
  place: string | null
  isPrivate: boolean
  answers: Answers
  words: string
  secretHash: string
  keyHash: Buffer
}

/**
 * Checks a report that is told in a call, before anything is written.
 * @throws Problem 422 with a sentence per field: `category`, `place`, `answers.QUESTION`, and `reason`, the desk's word for the description
 */
export async function checkCalledIn(
  ctx: Context,
  {
    callId,
    categoryId,
    key,
    isPrivate: onPrivateGround,
    ...told
  }: Told & { callId: string; categoryId: string | null; key: string; isPrivate: boolean },
): Promise<CalledIn> {
  const category = categoryId === null ? null : await findCategory(ctx.db, ctx.cityId, categoryId)
  if (!category?.active) throw invalid({ category: 'Bitte eine Kategorie wählen.' })
  const checked = checkReport(category, told)
  if (!checked.ok) {
    const { description: reason, ...others } = checked.fields
    throw invalid(reason === undefined ? others : { ...others, reason })
  }
  const { description, place, answers } = checked
  // The tick may be left over from a category that has a place.
  const isPrivate = category.place !== 'none' && onPrivateGround
  // Sent again, the same form is answered with the same words.
  const identity = `call ${callId} ${key}`
  const words = await secretFor(ctx, ctx.cityId, identity)
  const secretHash = await hashPassword(plainSecret(words))
  return { category, description, place, isPrivate, answers, words, secretHash, keyHash: hashOf(identity) }
}

/** Opens a case with a report in the transaction that completes the record of its call. */
export async function openFromCall(
  tx: Tx,
  ctx: Context,
  { category, description, place, isPrivate, answers, secretHash, keyHash }: CalledIn,
  from: {
    callId: string
    lineId: string | null
    practice: boolean
    serviceId: string | null
    language: Speech
    /** All three are null where the caller stays anonymous. */
    contactName: string | null
    contactPhone: PhoneNumber | null
    contactEmail: string | null
  },
): Promise<{ caseId: string; number: CaseNumber }> {
  const { id: caseId, number } = await openCase(tx, ctx, {
    ...from,
    channel: 'phone',
    teamId: category.teamId,
    reason: description,
    outcome: 'report',
  })
  await addReport(tx, ctx, {
    caseId,
    teamId: category.teamId,
    category,
    place,
    answers,
    spot: await locate(tx, ctx.cityId, { at: null, text: place }),
    isPrivate,
    secretHash,
    keyHash,
  })
  await tellReport(tx, ctx, caseId, { notice: 'received', of: caseId })
  return { caseId, number }
}

/** Whether this form made that report: only then its words open it, and may be said again. */
export const isReportOf = async (
  reader: Reader,
  cityId: string,
  { keyHash }: CalledIn,
  caseId: string,
): Promise<boolean> => (await store.caseOfKey(reader, cityId, keyHash)) === caseId
