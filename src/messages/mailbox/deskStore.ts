import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Mail } from '../../platform/db/tables.generated.ts'
import type { Selectable } from 'kysely'

/** A mail for whoever decides about it. */
export interface FoundMail {
  id: string
  receivedAt: Date
  messageId: string | null
  sender: string | null
  /** What they call themselves. */
  senderName: string | null
  subject: string | null
  /** Null where it cannot be read, or is forgotten. */
  words: string | null
  state: 'new' | 'done' | 'waiting'
  became: Selectable<Mail>['became']
  waitsBecause: string | null
  caseId: string | null
  /** Bytes. */
  size: number
  /** Whether it can still be saved as it came. */
  hasRaw: boolean
  files: readonly { id: string; name: string; mediaType: string; size: number; blocked: boolean }[]
}

const COLUMNS = [
  'id',
  'received_at',
  'message_id',
  'sender',
  'sender_name',
  'subject',
  'words',
  'state',
  'became',
  'waits_because',
  'case_id',
  'size',
] as const

/** A list's part: who waits, oldest first; what machines sent and what was set aside, newest first; those of a case, oldest first. */
export type WhichMails = { which: 'waiting' | 'aside' } | { ofCase: string }

const MOST = 200

export async function mailsBy(reader: Reader, cityId: string, which: WhichMails): Promise<FoundMail[]> {
  const base = reader
    .selectFrom('mail')
    .select([...COLUMNS])
    .select((select) => select('raw', 'is not', null).as('has_raw'))
    .where('city_id', '=', cityId)
    .limit(MOST)
  const rows = await (
    'ofCase' in which
      ? base
          .where('case_id', '=', which.ofCase)
          .where('became', 'in', ['report', 'reply', 'note', 'automatic', 'bounce'])
          .orderBy('received_at')
      : which.which === 'waiting'
        ? base.where('state', '=', 'waiting').orderBy('received_at').orderBy('id')
        : base
            .where('became', 'in', ['automatic', 'bounce', 'discarded'])
            .where('words', 'is not', null)
            .orderBy('received_at', 'desc')
  ).execute()
  return withFiles(reader, cityId, rows)
}

export async function mailById(reader: Reader, cityId: string, id: string): Promise<FoundMail | null> {
  const rows = await reader
    .selectFrom('mail')
    .select([...COLUMNS])
    .select((select) => select('raw', 'is not', null).as('has_raw'))
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute()
  return (await withFiles(reader, cityId, rows))[0] ?? null
}

/** For this transaction alone; null when somebody has decided meanwhile. */
export async function lockWaiting(tx: Tx, cityId: string, id: string): Promise<FoundMail | null> {
  const row = await tx
    .selectFrom('mail')
    .select('id')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  return row ? mailById(tx, cityId, id) : null
}

/** A file as it was sent; null for none, or one that nobody may save. */
export async function fileOfMail(
  reader: Reader,
  cityId: string,
  { mailId, id }: { mailId: string; id: string },
): Promise<{ name: string; bytes: Buffer; position: number } | null> {
  const row = await reader
    .selectFrom('mail_file')
    .select(['name', 'bytes', 'position'])
    .where('city_id', '=', cityId)
    .where('mail_id', '=', mailId)
    .where('id', '=', id)
    .where('blocked', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export async function rawOfMail(reader: Reader, cityId: string, id: string): Promise<Buffer | null> {
  const row = await reader
    .selectFrom('mail')
    .select('raw')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.raw ?? null
}

type Row = Pick<Selectable<Mail>, (typeof COLUMNS)[number]> & { has_raw: unknown }

async function withFiles(reader: Reader, cityId: string, rows: readonly Row[]): Promise<FoundMail[]> {
  const files =
    rows.length === 0
      ? []
      : await reader
          .selectFrom('mail_file')
          .select((select) => [
            'id',
            'mail_id',
            'name',
            'media_type',
            'blocked',
            select.fn<number>('octet_length', ['bytes']).as('size'),
          ])
          .where('city_id', '=', cityId)
          .where(
            'mail_id',
            'in',
            rows.map(({ id }) => id),
          )
          .orderBy('position')
          .execute()
  return rows.map((row) => ({
    id: row.id,
    receivedAt: row.received_at,
    messageId: row.message_id,
    sender: row.sender,
    senderName: row.sender_name,
    subject: row.subject,
    words: row.words,
    state: row.state,
    became: row.became,
    waitsBecause: row.waits_because,
    caseId: row.case_id,
    size: row.size,
    hasRaw: row.has_raw === true,
    files: files
      .filter(({ mail_id: mailId }) => mailId === row.id)
      .map(({ id, name, media_type: mediaType, size, blocked }) => ({
        id,
        name,
        mediaType,
        size,
        blocked: blocked !== null,
      })),
  }))
}
