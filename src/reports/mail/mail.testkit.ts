import type { Selectable } from 'kysely'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { handleMails } from '../../messages/mailbox/handleMails.ts'
import { givenMailbox } from '../../messages/mailbox/mailbox.testkit.ts'
import { aMail } from '../../messages/mailbox/read/mail.testkit.ts'
import { type OwnId, ownId } from '../../messages/ownId.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import type { Context, Platform } from '../../platform/context.ts'
import type { Mail } from '../../platform/db/tables.generated.ts'
import { signingKey } from '../../platform/http/signingKey.ts'
import { reportKinds } from '../tell/reportKinds.ts'
import { givenCategories } from '../reports.testkit.ts'
import { chooseIntake } from './readMails.ts'
import { takeMail } from './takeMail.ts'

export interface MailDesk {
  city: GivenCity
  admin: GivenAccount
  desk: GivenAccount
  citizen: Context
  kinds: ReadonlyMap<string, ReturnType<typeof reportKinds>[number]>
  /** A mail of Jana comes in and is handled; each has an id of its own. */
  comes(head?: Readonly<Record<string, string | null>>, body?: string | Buffer): Promise<Selectable<Mail>>
  /** The same, as it came. */
  takes(raw: Buffer): Promise<Selectable<Mail>>
  /** An id that we gave, '<…@stadt.example>'. */
  signed(own: OwnId): Promise<string>
}

/** A city that takes reports by mail, in the category 'idee'. */
export async function givenMailDesk(platform: Platform): Promise<MailDesk> {
  const city = await givenCity(platform)
  const { cityId } = city
  const admin = await givenAccount(platform, cityId, 'admin')
  await givenCategories(admin.ctx, city)
  await chooseIntake(admin.ctx, { category: 'idee' })
  const mailbox = await givenMailbox(platform, cityId)
  const kinds = new Map(reportKinds('https://stadt.example').map((kind) => [kind.name, kind]))
  let came = 0
  const takes = async (raw: Buffer) => {
    const id = await mailbox.write(raw)
    await handleMails(platform, { kinds, take: takeMail })
    return platform.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  }
  return {
    city,
    admin,
    desk: await givenAccount(platform, cityId, 'report'),
    citizen: { ...platform, cityId, actor: { kind: 'citizen' } },
    kinds,
    async comes(head = {}, body) {
      came += 1
      return takes(aMail({ 'Message-ID': `<${came}@example.org>`, ...head }, body))
    },
    takes,
    signed: async (own) => `<${ownId(await signingKey(platform), cityId, own)}@stadt.example>`,
  }
}
