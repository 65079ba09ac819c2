import { type PhoneNumber, takesSms } from '../../shared/phoneNumber.ts'

/** How a city wants it: not at all, by a link in an e-mail, by a code in an SMS. */
export type ConfirmSetting = 'none' | 'link' | 'code'

interface Given {
  readonly email: string | null
  readonly phone: PhoneNumber | null
}

/**
 * How somebody confirms their address before a time is booked: as the city wants it, by the other way where only that can reach
 * them, and not at all where the city is connected with neither.
 * @returns 'unreachable' when what was given can be reached by no way that is connected
 */
export function confirmationOf(
  setting: ConfirmSetting,
  { email, phone }: Given,
  connected: readonly ('email' | 'sms')[],
): 'none' | 'link' | 'code' | 'unreachable' {
  if (setting === 'none' || connected.length === 0) return 'none'
  const ways = [
    ...(email !== null && connected.includes('email') ? (['link'] as const) : []),
    ...(phone !== null && takesSms(phone) && connected.includes('sms') ? (['code'] as const) : []),
  ]
  return ways.find((way) => way === setting) ?? ways[0] ?? 'unreachable'
}
