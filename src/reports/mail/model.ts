/** What a mail says, whoever brings it: the machine that read it, or a person who decided. */
export interface MailWords {
  id: string
  sender: { address: string; name: string } | null
  /** '<id@host>' */
  messageId: string | null
  subject: string
  /** Without quotes and signature. */
  ownWords: string
  /** `position` among the files that came; where none is missing, the order. */
  files: readonly { name: string; bytes: Uint8Array; position?: number }[]
}
