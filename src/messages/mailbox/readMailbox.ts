import { setTimeout as sleep } from 'node:timers/promises'
import type { MailboxConfig } from '../../config.ts'
import type { Platform } from '../../platform/context.ts'
import { openSession } from './openSession.ts'
import { takeIn } from './takeIn.ts'

/** A server that tells of nothing is asked all the same. */
const LOOK_EVERY_MS = 60_000
const WAIT_MS = { first: 1_000, most: 60_000 }

export interface MailboxReader {
  /** Since when the mailbox cannot be read; null while it can. */
  lostSince(): Date | null
  stop(): Promise<void>
}

/** What a mailbox is called in our tables, without its password. */
export function nameOf({ url, folder }: MailboxConfig): string {
  const { hostname, username } = new URL(url)
  return `${decodeURIComponent(username)}@${hostname}/${folder}`
}

/**
 * Reads a mailbox until it is stopped: what is there, then what the server tells of (IMAP IDLE). A connection that is lost is
 * made anew, after one second, then two, four, at most sixty.
 * @param taken is called when new mail is written down
 */
export function readMailbox(
  platform: Platform,
  config: MailboxConfig,
  cityId: string,
  taken: () => void,
): MailboxReader {
  const stopping = new AbortController()
  let lostSince: Date | null = platform.clock.now()
  const mailbox = { cityId, name: nameOf(config) }

  const readOnce = async (): Promise<void> => {
    const session = await openSession(config)
    const end = (): void => void session.close().catch(() => undefined)
    stopping.signal.addEventListener('abort', end, { once: true })
    try {
      lostSince = null
      while (!stopping.signal.aborted) {
        if ((await takeIn(platform, mailbox, session)) > 0) taken()
        await session.waitForMail(LOOK_EVERY_MS)
      }
    } finally {
      stopping.signal.removeEventListener('abort', end)
      end()
    }
  }

  const read = async (): Promise<void> => {
    let waitMs = WAIT_MS.first
    while (!stopping.signal.aborted) {
      try {
        await readOnce()
      } catch (error) {
        if (stopping.signal.aborted) return
        if (lostSince === null) waitMs = WAIT_MS.first
        lostSince ??= platform.clock.now()
        platform.log.warn({ err: error, mailbox: mailbox.name, waitMs }, 'the mailbox cannot be read')
        await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined)
        waitMs = Math.min(waitMs * 2, WAIT_MS.most)
      }
    }
  }

  const reading = read()
  return {
    lostSince: () => lostSince,
    async stop() {
      stopping.abort()
      await reading
    },
  }
}
