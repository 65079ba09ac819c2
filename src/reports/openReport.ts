import { caseOf, type Channel, openCase } from '../cases/index.ts'
import { linesOf } from '../city/index.ts'
import { hashPassword } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { invalid, refusedBy } from '../platform/problems.ts'
import { hashOf } from '../platform/secret.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import type { CaseNumber } from '../shared/caseNumber.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import type { Point } from '../shared/point.ts'
import { addReport } from './addReport.ts'
import type { Category } from './categories/model.ts'
import { findCategory } from './categories/store.ts'
import { plainSecret, secretFor } from './follow/secret.ts'
import { attachPhotos } from './photos/loosePhotos.ts'
import { locate } from './place/locate.ts'
import { checkReport, type CheckedReport, type Told } from './reportInput.ts'
import * as store from './store.ts'
import { tellReport } from './tell/tellReport.ts'

/** What somebody reports by themselves: on the web, by e-mail or by another program. */
export interface ReportRequest extends Told {
  categoryId: string
  channel: Channel
  /** All three may be missing: then only the number and the words open it. */
  contact: { name: string | null; phone: PhoneNumber | null; email: string | null }
  lang: PageLanguage
  /** Degrees (WGS 84), where a program knows them. */
  at?: Point | null
  /** The address that `place` means, where that was asked; null: none of the city's list. */
  locateBy?: string | null
  /** On private ground: then the place is public only as far as its street. */
  isPrivate?: boolean
  /** Where a program says that a picture is; never fetched. */
  mediaUrl?: string | null
  /** The key of the draft under which its photos lie. */
  photosOf?: string | null
  /** What a category asks and demands is missing, and staff ask for it: nobody filled in a form, and nobody is shown the words. */
  incomplete?: boolean
  /** Whether whoever reported is told that it came in; they are, unless this says no. */
  receipt?: boolean
  /** The same for a request that is sent again; with the same content it is then answered as before. */
  idempotencyKey: string | null
}

export interface Opened {
  caseId: string
  number: CaseNumber
  /** With the number it opens the report; we keep its hash only. */
  secret: string
  dueAt: Date
}

/**
 * Opens a case with a report. Sent again with its key and unchanged, it is answered as before and makes no second one.
 * @throws Problem 422 with a sentence per field
 */
export async function openReport(ctx: Context, request: ReportRequest): Promise<Opened> {
  const category = await findCategory(ctx.db, ctx.cityId, request.categoryId)
  if (!category?.active)
    throw invalid({ category: 'Diese Kategorie gibt es nicht. Bitte wählen Sie eine andere.' })
  const checked = checkReport(category, request, request.incomplete ? 'may-lack' : 'complete')
  if (!checked.ok) throw invalid(checked.fields)
  const identity = identityOf(request)
  const secret = await secretFor(ctx, ctx.cityId, identity)
  const keyHash = identity === null ? null : hashOf(identity)
  const before = keyHash && (await openedBefore(ctx, request, keyHash, secret))
  if (before) return before
  // A hash takes as long as all else together; what nobody gets to see needs none.
  const secretHash = request.incomplete ? null : await hashPassword(plainSecret(secret))
  const stored = { secretHash, keyHash }
  try {
    const made = await inTransaction(ctx, (tx) => open(tx, ctx, category, { request, checked, stored }))
    return { ...made, secret }
  } catch (error) {
    // The same key at the same moment: whoever was first counts.
    if (refusedBy(error) !== 'report_key' || !keyHash) throw error
    const first = await openedBefore(ctx, request, keyHash, secret)
    if (!first) throw error
    return first
  }
}

/** Key and content: what was changed before it was sent again is another report, and not lost. */
function identityOf(request: ReportRequest): string | null {
  const { idempotencyKey: key, categoryId, description, place, answers, contact, at, isPrivate } = request
  if (key === null) return null
  const { name, phone, email } = contact
  const where = [...(at ? [at.lat, at.lon] : []), ...(isPrivate ? ['private'] : [])]
  return JSON.stringify([key, categoryId, description, place, answers, name, phone, email, ...where])
}

/** A photo that came in the meantime belongs to it too. */
async function openedBefore(
  ctx: Context,
  { photosOf }: ReportRequest,
  keyHash: Buffer,
  secret: string,
): Promise<Opened | null> {
  const caseId = await store.caseOfKey(ctx.db, ctx.cityId, keyHash)
  if (caseId === null) return null
  const report = await store.findReport(ctx.db, ctx.cityId, caseId)
  if (!report) throw new Error(`no report ${caseId}`)
  const { number } = await caseOf(ctx.db, ctx.cityId, caseId)
  if (photosOf) await inTransaction(ctx, (tx) => attachPhotos(tx, ctx, caseId, photosOf))
  return { caseId, number, secret, dueAt: report.dueAt }
}

const textOf = ({ locateBy }: ReportRequest, place: string | null): string | null =>
  locateBy === undefined ? place : locateBy

interface Checked {
  request: ReportRequest
  checked: Extract<CheckedReport, { ok: true }>
  stored: { secretHash: string | null; keyHash: Buffer | null }
}

async function open(
  tx: Tx,
  ctx: Context,
  category: Category,
  { request, checked, stored }: Checked,
): Promise<Omit<Opened, 'secret'>> {
  const { channel, contact, lang } = request
  const { description, place, answers } = checked
  const line = (await linesOf(tx, ctx.cityId)).find(({ purpose, active }) => purpose === 'report' && active)
  const { id, number } = await openCase(tx, ctx, {
    channel,
    practice: false,
    callId: null,
    lineId: line?.id ?? null,
    teamId: category.teamId,
    serviceId: null,
    reason: description,
    contactName: contact.name,
    contactPhone: contact.phone,
    contactEmail: contact.email,
    contactLang: lang,
    outcome: 'report',
  })
  const { dueAt } = await addReport(tx, ctx, {
    caseId: id,
    teamId: category.teamId,
    category,
    place,
    answers,
    spot: await locate(tx, ctx.cityId, { at: request.at ?? null, text: textOf(request, place) }),
    isPrivate: request.isPrivate ?? false,
    mediaUrl: request.mediaUrl ?? null,
    ...stored,
  })
  if (request.photosOf) await attachPhotos(tx, ctx, id, request.photosOf)
  if (request.receipt !== false) await tellReport(tx, ctx, id, { notice: 'received', of: id })
  return { caseId: id, number, dueAt }
}
