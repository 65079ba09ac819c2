import type { Platform } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'

/** A mailbox that is read. */
export interface GivenMailbox {
  /** A mail is written down as the reader of the mailbox does it; nobody has looked at it yet. @returns its id */
  write(raw: string | Buffer): Promise<string>
}

/** A city's only mailbox. */
export async function givenMailbox({ db, clock }: Platform, cityId: string): Promise<GivenMailbox> {
  const mailbox = { city_id: cityId, name: 'test', uid_validity: 1, next_uid: 1 }
  await db
    .insertInto('mailbox')
    .values({ ...mailbox, since: clock.now() })
    .execute()
  let uid = 0
  return {
    async write(given) {
      uid += 1
      const at = clock.now()
      const id = newId(at.getTime())
      const raw = Buffer.from(given)
      const row = { city_id: cityId, id, mailbox: 'test', uid_validity: 1, uid, received_at: at }
      await db
        .insertInto('mail')
        .values({ ...row, raw, size: raw.length })
        .execute()
      return id
    },
  }
}
