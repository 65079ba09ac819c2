import type { Platform } from '../platform/context.ts'
import type { ReadyCheck } from '../platform/http/ready.ts'
import { waysOf } from './channels.ts'
import type { MessageChannel } from './model.ts'
import * as store from './store.ts'

/** So long a mail server may be busy before somebody should know. */
const LATE_MS = 10 * 60_000

const WORDS: Record<MessageChannel, { name: string; connect: string }> = {
  email: { name: 'E-Mail', connect: 'E-Mail ist nicht verbunden (SMTP_URL, MAIL_FROM).' },
  sms: { name: 'SMS', connect: 'SMS ist nicht verbunden (SMS_URL, SMS_TOKEN).' },
}

/** What `/health/ready` says about the ways out of the house; without them everything else works. */
export const messageChecks = (platform: Platform): readonly ReadyCheck[] =>
  (['email', 'sms'] as const).map((channel) => ({
    name: channel,
    required: false,
    light: async () => {
      if (!waysOf(platform)[channel]) return 'off'
      return (await countLate(platform, channel)) === 0 ? 'works' : 'disturbed'
    },
    missing: async () => {
      const { name, connect } = WORDS[channel]
      if (!waysOf(platform)[channel]) return connect
      const count = await countLate(platform, channel)
      if (count === 0) return null
      return count === 1
        ? `${name}: Eine Nachricht wartet seit mehr als zehn Minuten.`
        : `${name}: ${count} Nachrichten warten seit mehr als zehn Minuten.`
    },
  }))

const countLate = (platform: Platform, channel: MessageChannel): Promise<number> =>
  store.countOverdue(platform.db, channel, new Date(platform.clock.now().getTime() - LATE_MS))
