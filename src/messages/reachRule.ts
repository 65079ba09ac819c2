import { type PhoneNumber, takesSms } from '../shared/phoneNumber.ts'
import type { MessageChannel } from './model.ts'

export interface Reachable {
  readonly email: string | null
  readonly phone: PhoneNumber | null
}

export type Reach =
  | { readonly channel: 'email'; readonly recipient: string }
  | { readonly channel: 'sms'; readonly recipient: string }

/** How somebody is told: by e-mail, which holds more; else by SMS on a mobile number; null when there is no way. */
export function reachOf({ email, phone }: Reachable, connected: readonly MessageChannel[]): Reach | null {
  if (email !== null && connected.includes('email')) return { channel: 'email', recipient: email }
  if (phone !== null && connected.includes('sms') && takesSms(phone))
    return { channel: 'sms', recipient: phone }
  return null
}
