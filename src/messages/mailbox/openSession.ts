import { ImapFlow } from 'imapflow'
import type { MailboxConfig } from '../../config.ts'

// The only code that knows IMAP.

/** A mail as the server lists it. */
export interface Listed {
  uid: number
  /** When the server got it. */
  receivedAt: Date
  /** Bytes. */
  size: number
  /** Read, by people or by us. */
  seen: boolean
}

/** A connection to an open folder; every promise of it fails when the connection does. */
export interface Session {
  uidValidity: number
  /** In the order the server got them. */
  list(fromUid: number): Promise<Listed[]>
  /** What each is as it came, or only its head; those that are gone by now are missing. */
  fetch(uids: readonly number[], part: 'all' | 'head'): Promise<Map<number, Buffer>>
  markSeen(uids: readonly number[]): Promise<void>
  /** Until the server tells of a mail, at most so long. */
  waitForMail(ms: number): Promise<void>
  close(): Promise<void>
}

const GREETING_MS = 20_000
/** Longer than a server takes for a mail of the largest size; a connection that says nothing for so long is dead. */
const SILENCE_MS = 120_000

/** Connects and opens the folder. @throws when the server is away, refuses, or knows no TLS where it must */
export async function openSession(config: MailboxConfig): Promise<Session> {
  const { hostname, port, protocol, username, password } = new URL(config.url)
  const secure = protocol === 'imaps:'
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const client = new ImapFlow({
    host,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
    // Otherwise a mailbox would go over the wire readable.
    ...(secure || config.plain || isThisMachine(host) ? {} : { doSTARTTLS: true }),
  })
  const news = new News()
  client.on('exists', () => news.tell())
  // Also told to whoever waits at that moment.
  client.on('error', () => news.tell())
  client.on('close', () => news.tell())
  await client.connect()
  const folder = await client.mailboxOpen(config.folder)
  return {
    uidValidity: Number(folder.uidValidity),
    async list(fromUid) {
      const found: Listed[] = []
      const wanted = { uid: true, flags: true, internalDate: true, size: true }
      for await (const mail of client.fetch(`${fromUid}:*`, wanted, { uid: true })) {
        // The range ends with the last mail, also where that is before its beginning.
        if (mail.uid < fromUid) continue
        found.push({
          uid: mail.uid,
          receivedAt: new Date(mail.internalDate ?? Date.now()),
          size: mail.size ?? 0,
          seen: mail.flags?.has('\\Seen') ?? false,
        })
      }
      return found.toSorted((one, other) => one.uid - other.uid)
    },
    async fetch(uids, part) {
      const found = new Map<number, Buffer>()
      const wanted = part === 'all' ? { uid: true, source: true } : { uid: true, headers: true }
      for await (const mail of client.fetch([...uids].join(','), wanted, { uid: true })) {
        const bytes = part === 'all' ? mail.source : mail.headers
        if (bytes) found.set(mail.uid, bytes)
      }
      return found
    },
    async markSeen(uids) {
      await client.messageFlagsAdd([...uids].join(','), ['\\Seen'], { uid: true })
    },
    async waitForMail(ms) {
      if (!client.usable) throw new Error('the connection to the mailbox is gone')
      const told = news.next(ms)
      // Ends with the next command, or with the connection.
      const idling = client.idle().catch(() => false)
      await told
      if (!client.usable) throw new Error('the connection to the mailbox is gone')
      await client.noop()
      await idling
    },
    async close() {
      if (!client.usable) return client.close()
      await client.logout()
    },
  }
}

const isThisMachine = (host: string): boolean => /^(localhost|127\.[\d.]+|::1)$/.test(host)

/** Wakes who waits for news; news that nobody waited for is there for the next who does. */
class News {
  #wake = (): void => undefined
  #unheard = false

  tell(): void {
    this.#unheard = true
    this.#wake()
  }

  async next(ms: number): Promise<void> {
    if (!this.#unheard)
      await new Promise<void>((done) => {
        const timer = setTimeout(done, ms)
        this.#wake = () => {
          clearTimeout(timer)
          done()
        }
      })
    this.#unheard = false
  }
}
