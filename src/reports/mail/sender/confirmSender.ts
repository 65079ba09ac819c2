import { caseOf } from '../../../cases/index.ts'
import { type FoundMail, lockWaiting, mailById, updateMail } from '../../../messages/index.ts'
import { type Context, inTransaction } from '../../../platform/context.ts'
import type { Reader, Tx } from '../../../platform/db/connect.ts'
import { idIn } from '../../follow/link.ts'
import { objectUntil } from '../../objectRule.ts'
import { findReport } from '../../store.ts'
import { addReply } from '../addReply.ts'
import { wordsOfMail } from '../wordsOfMail.ts'
import { ASKED_FOR_MS } from './askSender.ts'
import { maskedAddress } from './maskedAddress.ts'

/** What somebody is asked about; nothing of what was written. */
export interface AskedSender {
  /** Of the case. */
  number: string
  /** 'j…@example.org' */
  sender: string
  receivedAt: Date
}

/** What a link asks; null when it is decided, too long ago, or no link of ours. */
export async function findAskedSender(ctx: Context, link: string): Promise<AskedSender | null> {
  const id = await idIn(ctx, ctx.cityId, link, 'report sender')
  const mail = id && (await mailById(ctx.db, ctx.cityId, id))
  if (!mail || !isAsked(mail, ctx.clock.now())) return null
  const { number } = await caseOf(ctx.db, ctx.cityId, mail.caseId)
  return { number, sender: maskedAddress(mail.sender), receivedAt: mail.receivedAt }
}

/**
 * Whoever reads the mail of the known address says that the other one is theirs: what came from it is their answer now. Harmless
 * when it is decided. @returns whether it was taken
 */
export async function confirmSender(ctx: Context, link: string): Promise<boolean> {
  const id = await idIn(ctx, ctx.cityId, link, 'report sender')
  if (!id) return false
  return inTransaction(ctx, async (tx) => {
    const mail = await lockWaiting(tx, ctx.cityId, id)
    if (!mail || !isAsked(mail, ctx.clock.now())) return false
    const into = await openCaseOf(tx, ctx, mail.caseId)
    if (!into) return false
    const words = await wordsOfMail(tx, ctx.cityId, mail)
    const became = await addReply(tx, { ...ctx, db: tx }, into.caseId, into.reopens, words)
    await updateMail(tx, ctx.cityId, id, {
      state: 'done',
      became,
      waits_because: null,
      case_id: into.caseId,
      handled_at: ctx.clock.now(),
    })
    return true
  })
}

type Asked = FoundMail & { caseId: string; sender: string }

const isAsked = (mail: FoundMail, now: Date): mail is Asked =>
  mail.waitsBecause === 'stranger' &&
  mail.caseId !== null &&
  mail.sender !== null &&
  now.getTime() < mail.receivedAt.getTime() + ASKED_FOR_MS

/** Where the case is worked; null when it ended too long ago to begin anew. */
async function openCaseOf(
  reader: Reader & Tx,
  { cityId, clock }: Context,
  named: string,
): Promise<{ caseId: string; reopens: boolean } | null> {
  const caseId = (await findReport(reader, cityId, named))?.mergedInto ?? named
  const { closedAt } = await caseOf(reader, cityId, caseId)
  if (closedAt === null) return { caseId, reopens: false }
  return objectUntil(closedAt) > clock.now() ? { caseId, reopens: true } : null
}
