import { type Case, caseOf, findCaseByNumber, writeNote } from '../../cases/index.ts'
import { cityOf } from '../../city/index.ts'
import {
  caseOfMessage,
  type CaseStanding,
  type IncomingMail,
  numbersInSubject,
  type Taken,
  threadOf,
} from '../../messages/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { objectUntil } from '../objectRule.ts'
import { addReply } from './addReply.ts'
import * as reports from '../store.ts'
import { intakeCategory } from './intakeStore.ts'
import type { MailWords } from './model.ts'
import { askSender } from './sender/askSender.ts'
import { openFromMail } from './openFromMail.ts'

/**
 * What becomes of a mail: a new report, an answer in the case it belongs to, or nothing before a person has looked at it.
 * @param ctx its `db` is the transaction
 */
export async function takeMail(tx: Tx, ctx: Context, mail: IncomingMail): Promise<Taken> {
  const { read } = mail
  const signed = await signedCases(tx, ctx, mail)
  const numbered = await numberedCases(tx, ctx, read.subject)
  const all = new Map([...signed, ...numbered].map((found) => [found.id, found]))
  const into = new Map<string, string>()
  for (const found of [...signed, ...numbered]) {
    const worked = (await reports.findReport(tx, ctx.cityId, found.id))?.mergedInto
    if (!worked) continue
    into.set(found.id, worked)
    all.set(worked, await caseOf(tx, ctx.cityId, worked))
  }
  const thread = threadOf({
    ...read,
    ours: mail.ours,
    forgedIds: mail.forgedIds,
    ownIds: signed.map(({ id }) => id),
    subjectCases: numbered.map(({ id }) => id),
    senderKnownTo: (id) => isFrom(all.get(id), read.from?.address),
    caseState: (id) => {
      const worked = into.get(id)
      return worked ? { mergedInto: worked } : standingOf(all.get(id), ctx.clock.now())
    },
  })
  switch (thread.kind) {
    case 'append': {
      const became = await addReply(tx, ctx, thread.caseId, thread.reopens, wordsOf(mail))
      return { became, caseId: thread.caseId }
    }
    case 'new':
      return openNew(tx, ctx, mail, thread.mentions)
    case 'automatic':
      return { became: 'automatic', caseId: thread.caseId }
    case 'own':
      return { became: 'ours', caseId: null }
    case 'quarantine': {
      const caseId = signed[0]?.id ?? null
      if (thread.why === 'stranger' && caseId !== null && read.from)
        await askSender(tx, ctx, { mailId: mail.id, caseId, from: read.from.address })
      return { waits: thread.why, caseId }
    }
  }
}

const wordsOf = ({ id, read }: IncomingMail): MailWords => ({
  ...read,
  id,
  sender: read.from,
  files: read.attachments,
})

/** In the category that the city chose for mail; without one it waits. @param mentions a case of somebody else that it names */
async function openNew(tx: Tx, ctx: Context, mail: IncomingMail, mentions: string | null): Promise<Taken> {
  const categoryId = await intakeCategory(tx, ctx.cityId)
  if (categoryId === null) return { waits: 'no-category', caseId: mentions }
  if (mail.read.ownWords === '' && mail.read.subject === '') return { waits: 'empty', caseId: mentions }
  const caseId = await openFromMail(tx, ctx, wordsOf(mail), { categoryId })
  if (mentions !== null) await writeNote(tx, ctx, caseId, STRANGE_NUMBER)
  return { became: 'report', caseId }
}

const STRANGE_NUMBER =
  'Im Betreff steht die Nummer eines anderen Anliegens, das nicht von dieser Adresse kam oder lange beendet ist. Bitte prüfen, ob beides zusammengehört.'

/** What our own signed ids name, newest first. */
async function signedCases(tx: Tx, { cityId }: Context, { ownIds }: IncomingMail): Promise<Case[]> {
  const found: Case[] = []
  for (const { of, id } of ownIds) {
    const caseId = of === 'case' ? id : await caseOfMessage(tx, cityId, id)
    if (caseId !== null) found.push(await caseOf(tx, cityId, caseId))
  }
  return found
}

async function numberedCases(tx: Tx, { cityId }: Context, subject: string): Promise<Case[]> {
  const { casePrefix } = await cityOf(tx, cityId)
  const found: Case[] = []
  for (const number of numbersInSubject(subject, casePrefix)) {
    const one = await findCaseByNumber(tx, cityId, number)
    if (one) found.push(one)
  }
  return found
}

/** Addresses differ in capitals from program to program; the part before the @ does nowhere in practice. */
const isFrom = (found: Case | undefined, address: string | undefined): boolean =>
  address !== undefined && found?.contactEmail?.toLowerCase() === address.toLowerCase()

function standingOf(found: Case | undefined, now: Date): CaseStanding {
  if (!found) return 'ended-long-ago'
  if (found.closedAt === null) return 'open'
  return objectUntil(found.closedAt) > now ? 'ended-recently' : 'ended-long-ago'
}
