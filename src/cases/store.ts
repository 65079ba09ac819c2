import type { Insertable, Selectable } from 'kysely'
import { z } from 'zod'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type { Case as CaseRow, CaseNote } from '../platform/db/tables.generated.ts'
import { isCaseNumber } from '../shared/caseNumber.ts'
import { speech } from '../shared/speech.ts'
import { isPhoneNumber } from '../shared/phoneNumber.ts'
import type { Case, CaseOutcome, HistoryEntry } from './model.ts'
import { findSecondNumber } from './secondNumberStore.ts'

/** @returns false when the number is taken: the caller draws another one */
export async function insertCase(tx: Tx, row: Insertable<CaseRow>): Promise<boolean> {
  if (await findSecondNumber(tx, row.city_id, row.number)) return false
  const result = await tx
    .insertInto('case')
    .values(row)
    .onConflict((conflict) => conflict.columns(['city_id', 'number']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function findCase(
  reader: Reader,
  cityId: string,
  by: { id: string } | { number: string },
): Promise<Case | null> {
  const base = reader.selectFrom('case').selectAll().where('city_id', '=', cityId)
  const row = await (
    'id' in by ? base.where('id', '=', by.id) : base.where('number', '=', by.number)
  ).executeTakeFirst()
  return row ? toCase(row) : null
}

/** The case, locked until the transaction ends: nobody closes it or hands it over meanwhile. */
export async function lockCase(tx: Tx, cityId: string, id: string): Promise<Case | null> {
  const row = await tx
    .selectFrom('case')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ? toCase(row) : null
}

export async function findOpenCaseOfNumber(
  reader: Reader,
  cityId: string,
  phone: string,
  practice: boolean,
): Promise<Case | null> {
  const row = await reader
    .selectFrom('case')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('contact_phone', '=', phone)
    .where('state', '=', 'open')
    .where('practice', '=', practice)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toCase(row) : null
}

function toCase(row: Selectable<CaseRow>): Case {
  const { number, contact_phone: phone } = row
  if (!isCaseNumber(number)) throw new Error(`case ${row.id} has no number`)
  if (phone !== null && !isPhoneNumber(phone)) throw new Error(`case ${row.id} has no telephone number`)
  return {
    id: row.id,
    number,
    channel: row.channel,
    practice: row.practice,
    callId: row.call_id,
    lineId: row.line_id,
    teamId: row.team_id,
    serviceId: row.service_id,
    reason: row.reason,
    contactName: row.contact_name,
    contactPhone: phone,
    contactEmail: row.contact_email,
    emailRefused: row.email_refused_at !== null,
    contactLang: row.contact_lang,
    language: speech.parse(row.language),
    state: row.state,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  }
}

/** @returns whether the case is practice, or null when it is not open or owes an answer */
export async function closeOpenCase(
  tx: Tx,
  cityId: string,
  id: string,
  outcome: CaseOutcome,
  at: Date,
): Promise<{ practice: boolean } | null> {
  const row = await tx
    .updateTable('case')
    .set({ state: outcome, closed_at: at })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('owes_answer', '=', false)
    .returning('practice')
    .executeTakeFirst()
  return row ?? null
}

/** @returns whether it is open and owes an answer */
export async function owesAnswer(reader: Reader, cityId: string, id: string): Promise<boolean> {
  const row = await reader
    .selectFrom('case')
    .select('owes_answer')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.owes_answer ?? false
}

/** @returns whether the case is practice, or null when it is not in the state `from` */
export async function setOwing(
  tx: Tx,
  cityId: string,
  id: string,
  from: { state: 'open' | 'settled'; owes: boolean },
  to: { state: 'open'; owes: true } | { state: 'settled'; owes: false; at: Date },
): Promise<{ practice: boolean } | null> {
  const row = await tx
    .updateTable('case')
    .set({
      state: to.state,
      owes_answer: to.owes,
      closed_at: to.state === 'settled' ? to.at : null,
    })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', from.state)
    .where('owes_answer', '=', from.owes)
    .returning('practice')
    .executeTakeFirst()
  return row ?? null
}

/** @returns the team it comes from, or null when the case is not open */
export async function moveOpenCase(
  tx: Tx,
  cityId: string,
  id: string,
  toTeamId: string,
): Promise<{ fromTeamId: string; practice: boolean } | null> {
  const row = await tx
    .updateTable('case')
    .from((from) =>
      from
        .selectFrom('case')
        .select(['city_id', 'id', 'team_id'])
        .where('city_id', '=', cityId)
        .where('id', '=', id)
        .where('state', '=', 'open')
        .forUpdate()
        .as('before'),
    )
    .set({ team_id: toTeamId })
    .whereRef('case.city_id', '=', 'before.city_id')
    .whereRef('case.id', '=', 'before.id')
    .returning(['before.team_id', 'case.practice'])
    .executeTakeFirst()
  return row ? { fromTeamId: row.team_id, practice: row.practice } : null
}

export async function insertNote(tx: Tx, row: Insertable<CaseNote>): Promise<void> {
  await tx.insertInto('case_note').values(row).execute()
}

/** Texts of a case's notes by id. */
export async function notesOfCase(
  reader: Reader,
  cityId: string,
  caseId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('case_note')
    .select(['id', 'text'])
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .execute()
  return new Map(rows.map((row) => [row.id, row.text]))
}

/** All events of a case and of the call it came from, in the order they were written. */
export function historyOfCase(
  reader: Reader,
  cityId: string,
  subject: { caseId: string; callId: string | null },
): Promise<HistoryEntry[]> {
  return reader
    .selectFrom('event')
    .leftJoin('account', (join) =>
      join.onRef('account.city_id', '=', 'event.city_id').onRef('account.id', '=', 'event.actor_id'),
    )
    .select(['event.at', 'event.kind', 'event.data', 'account.name as by'])
    .where('event.city_id', '=', cityId)
    .where((where) =>
      where.or([
        where('event.case_id', '=', subject.caseId),
        where.and([
          where('event.subject_id', '=', subject.callId ?? ''),
          where('event.kind', 'like', 'call.%'),
        ]),
      ]),
    )
    .orderBy('event.seq')
    .execute()
}

/** Names of the accounts that own or owned a callback of the history, or were asked into its call, by id. */
export async function accountNames(
  reader: Reader,
  cityId: string,
  history: readonly HistoryEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = history.flatMap(({ data }) => {
    const owned = owner.safeParse(data)
    const asked = askedClerk.safeParse(data)
    const away = absent.safeParse(data)
    const passed = passing.safeParse(data)
    return [
      ...(owned.success ? [owned.data.ownerId] : []),
      ...(asked.success ? [asked.data.targetId] : []),
      ...(away.success ? [away.data.personId, away.data.standInId ?? []].flat() : []),
      ...(passed.success ? [passed.data.fromId, passed.data.toId ?? []].flat() : []),
    ]
  })
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('account')
    .select(['id', 'name'])
    .where('city_id', '=', cityId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

const owner = z.object({ ownerId: z.uuid() })
const absent = z.object({ personId: z.uuid(), standInId: z.uuid().nullish() })
const passing = z.object({ fromId: z.uuid(), toId: z.uuid().nullish() })
const askedClerk = z.object({ to: z.literal('clerk'), targetId: z.uuid() })

/** The catalogue's entry as stored; the catalogue's schema says what it means. */
export async function serviceData(reader: Reader, cityId: string, id: string): Promise<unknown> {
  const row = await reader
    .selectFrom('service')
    .select('data')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.data ?? null
}

/** @returns of how many cases */
export async function forgetEmails(reader: Reader, closedBefore: Date): Promise<number> {
  const { numUpdatedRows } = await reader
    .updateTable('case')
    .set({ contact_email: null })
    .where('contact_email', 'is not', null)
    .where('closed_at', '<=', closedBefore)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function setContactPhone(tx: Tx, cityId: string, id: string, phone: string): Promise<void> {
  await tx
    .updateTable('case')
    .set({ contact_phone: phone })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** @returns whether the case has this address, and it was not refused before */
export async function setEmailRefused(
  tx: Tx,
  cityId: string,
  caseId: string,
  address: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('case')
    .set({ email_refused_at: at })
    .where('city_id', '=', cityId)
    .where('id', '=', caseId)
    .where('contact_email', '=', address)
    .where('email_refused_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
