import type { Platform } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import type { MessageChannel } from './model.ts'
import type { Reachable } from './reachRule.ts'

/** A message that waits to be told; `facts` are the counts and closed words its text depends on. */
export interface Message {
  cityId: string
  id: string
  kind: string
  channel: MessageChannel
  subjectId: string
  caseId: string | null
  recipient: string
  lang: PageLanguage
  facts: Readonly<Record<string, unknown>>
  attempts: number
  uselessFrom: Date | null
  createdAt: Date
}

/** What somebody gets to read. An SMS has only the text. */
export interface Letter {
  /** Whom it comes from, 'Stadt Lünen'. */
  from: string
  subject: string
  text: string
  /** What a calendar takes for new, changed or cancelled; e-mail only. */
  calendar: { name: string; method: 'REQUEST' | 'PUBLISH' | 'CANCEL'; text: string } | null
  /** The mail that it answers, '<id@host>' as it came; `byMachine` where nobody at the city hall wrote it. */
  answers?: { messageId: string; byMachine: boolean } | null
}

/** A kind of message that a room declares; the text is written when it is sent. */
export interface MessageKind {
  name: string
  /** Null when there is nothing to say any more. Called again for every try. */
  write(platform: Platform, message: Message): Promise<Letter | null>
  /** In the transaction that notes that it was sent. */
  sent?(tx: Tx, platform: Platform, message: Message): Promise<void>
  /** Whom else it reaches when this way failed for good; null: nobody is told by another way. */
  otherwise?(tx: Tx, platform: Platform, message: Message): Promise<Reachable | null>
  /** In the transaction that notes that a mail came back: its address takes nothing. */
  bounced?(tx: Tx, platform: Platform, message: Message): Promise<void>
  /** In the transaction that notes that no way is left. */
  untold?(tx: Tx, platform: Platform, message: Message): Promise<void>
}
