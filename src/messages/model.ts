export type MessageChannel = 'email' | 'sms'

/** `dropped`: not true any more, or too late, when its turn came. */
export type MessageState = 'queued' | 'sending' | 'sent' | 'failed' | 'dropped'

/** What a state may become; a state without followers is final. */
export const TRANSITIONS: Readonly<Record<MessageState, readonly MessageState[]>> = {
  queued: ['sending', 'dropped'],
  // Back to the queue after a failure that may pass; to itself when the process that sent it is gone.
  sending: ['sending', 'queued', 'sent', 'failed', 'dropped'],
  // Taken on by the mail server, and come back.
  sent: ['failed'],
  failed: [],
  dropped: [],
}

/** `rejected`: the other side does not want it, now or ever. `gave-up`: it was tried for long enough.
 * `bounced`: it was taken on and came back. */
export type FailureCause = 'rejected' | 'gave-up' | 'bounced'

/** What became of one try. `code`: what the other side answered, where it answered. */
export type Delivery =
  | { readonly ok: true }
  | { readonly ok: false; readonly forGood: boolean; readonly code: number | null }
