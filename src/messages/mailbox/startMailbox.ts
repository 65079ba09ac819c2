import type { MailboxConfig } from '../../config.ts'
import type { Platform } from '../../platform/context.ts'
import type { ReadyCheck } from '../../platform/http/ready.ts'
import { repeat } from '../../platform/jobs/repeat.ts'
import { forgetMails } from './forgetMails.ts'
import { handleMails, type Hands } from './handleMails.ts'
import { type MailboxReader, readMailbox } from './readMailbox.ts'
import * as store from './store.ts'

const HANDLE_EVERY_MS = 1_000
const FORGET_EVERY_MS = 3_600_000
/** So long a mail server may be away before somebody should know. */
const LOST_MS = 5 * 60_000

export interface Mailbox {
  check: ReadyCheck
  start(hands: Hands): void
  stop(): Promise<void>
}

/** The mailbox of the settings; without one nothing is read, and what came in before is still handled. */
export function createMailbox(platform: Platform, config: MailboxConfig | null | undefined): Mailbox {
  let reader: MailboxReader | null = null
  let stopping = false
  const isLost = (): boolean => {
    const since = reader?.lostSince()
    return since != null && platform.clock.now().getTime() - since.getTime() > LOST_MS
  }
  const stops: (() => Promise<void>)[] = []
  return {
    check: {
      name: 'mailbox',
      required: false,
      light: async () => {
        if (!config) return 'off'
        return isLost() ? 'disturbed' : 'works'
      },
      missing: async () => {
        if (!config) return 'Es wird kein Postfach gelesen (IMAP_URL, MAIL_INBOX).'
        if (isLost()) return 'Das Postfach ist seit mehr als fünf Minuten nicht zu erreichen.'
        const waiting = await store.countWaiting(platform.db)
        if (waiting === 0) return null
        return waiting === 1
          ? 'Eine E-Mail wartet darauf, dass jemand entscheidet.'
          : `${waiting} E-Mails warten darauf, dass jemand entscheidet.`
      },
    },
    start(hands) {
      const handle = (): Promise<unknown> => handleMails(platform, hands, () => stopping)
      stops.push(repeat(platform, HANDLE_EVERY_MS, 'handling of mails', handle))
      stops.push(repeat(platform, FORGET_EVERY_MS, 'removal of mails', () => forgetMails(platform)))
      if (config) stops.push(startReading(platform, config, (started) => (reader = started)))
    },
    async stop() {
      stopping = true
      await Promise.all(stops.map((stop) => stop()))
    },
  }
}

/** The city is known once there is one. */
function startReading(
  platform: Platform,
  config: MailboxConfig,
  started: (reader: MailboxReader) => void,
): () => Promise<void> {
  let reader: MailboxReader | null = null
  const stopTrying = repeat(platform, HANDLE_EVERY_MS * 5, 'start of the mailbox', async () => {
    if (reader) return
    const cityId = config.city ?? (await store.soleCity(platform.db))
    if (cityId === null) throw new Error('the mailbox needs MAIL_CITY: there is not exactly one city')
    reader = readMailbox(platform, config, cityId, () => undefined)
    started(reader)
  })
  return async () => {
    await stopTrying()
    await reader?.stop()
  }
}
