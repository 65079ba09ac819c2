import { cutQuotes, fileOfMail, type FoundMail } from '../../messages/index.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { MailWords } from './model.ts'

/** What a mail that waited says, with its files; of one that cannot be read only what it is called is known. */
export async function wordsOfMail(tx: Tx, cityId: string, mail: FoundMail): Promise<MailWords> {
  const files: { name: string; bytes: Buffer; position: number }[] = []
  for (const { id } of mail.files) {
    const file = await fileOfMail(tx, cityId, { mailId: mail.id, id })
    if (file) files.push(file)
  }
  return {
    id: mail.id,
    sender: mail.sender === null ? null : { address: mail.sender, name: mail.senderName ?? '' },
    messageId: mail.messageId,
    subject: mail.subject ?? '',
    ownWords: cutQuotes(mail.words ?? ''),
    files,
  }
}
