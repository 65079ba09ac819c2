/** How many mails left for somebody. Null: nobody can say at the moment. */
export interface SentBefore {
  /** Receipts for this case. */
  receiptsOfCase: number
  /** Of a machine, for this case, within a day. */
  automaticOfCase: number
  /** To this address, within a day. */
  toRecipient: number
}

/** Two machines that write to each other come to an end here. */
export const MOST = { receiptsOfCase: 1, automaticOfCase: 3, toRecipient: 10 } as const

/** Whether one more mail may be written by a machine; never where nobody can say how many were. */
export const mayAnswerAutomatically = (sent: SentBefore | null): boolean =>
  sent !== null &&
  sent.receiptsOfCase < MOST.receiptsOfCase &&
  sent.automaticOfCase < MOST.automaticOfCase &&
  sent.toRecipient < MOST.toRecipient
