import type { Platform } from '../platform/context.ts'
import type { Live } from '../platform/live/live.ts'
import type { Letter, Message } from './message.ts'
import type { Delivery, MessageChannel } from './model.ts'

/** A way out of the house. `send` answers within the time that a message is leased, and never throws for what the other side does. */
export interface Way {
  send(message: Message, letter: Letter): Promise<Delivery>
  close(): void
}

export interface Ways {
  email: (Way & { /** What mails come from, 'termine@example.de'. */ from: string }) | null
  sms: Way | null
}

const none: Ways = { email: null, sms: null }
/** What each process is connected with, by its live channel. */
const kept = new WeakMap<Live, Ways>()

/** Tells this process how messages leave the house; without it nothing is queued. */
export function connectWays({ live }: Pick<Platform, 'live'>, ways: Ways): void {
  kept.set(live, ways)
}

export const waysOf = ({ live }: Pick<Platform, 'live'>): Ways => kept.get(live) ?? none

export function connectedChannels(platform: Pick<Platform, 'live'>): MessageChannel[] {
  const { email, sms } = waysOf(platform)
  return [...(email ? (['email'] as const) : []), ...(sms ? (['sms'] as const) : [])]
}
