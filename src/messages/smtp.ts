import { createTransport } from 'nodemailer'
import type { MailConfig } from '../config.ts'
import type { Way } from './channels.ts'
import type { Letter, Message } from './message.ts'
import type { Delivery } from './model.ts'
import { within } from './within.ts'

// The only code that knows SMTP. A mail server's "accepted" means that it has taken the mail on, not that somebody has it:
// what comes back later (a bounce) goes to MAIL_FROM and is not read yet.

const TRY_MS = 90_000
/** What cannot be read as two. */
const ONE_ADDRESS = /^[^\s,;:<>"()[\]\\@\p{Cc}]+@[^\s,;:<>"()[\]\\@\p{Cc}]+$/u

/** @param from address only; the name is the city's */
export function connectSmtp({ url, from, plain }: MailConfig): Way & { from: string } {
  const { hostname, port, protocol, username, password } = new URL(url)
  const transport = createTransport({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    ...(port === '' ? {} : { port: Number(port) }),
    secure: protocol === 'smtps:',
    // Names and times of people's visits do not go over the wire readable.
    requireTLS: !plain && !isThisMachine(hostname),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    pool: true,
    maxConnections: 4,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 45_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    from,
    async send(message, letter) {
      if (!ONE_ADDRESS.test(message.recipient)) return { ok: false, forGood: true, code: null }
      try {
        await within(TRY_MS, transport.sendMail(mailOf(from, message, letter)))
        return { ok: true }
      } catch (error) {
        return refusal(error)
      }
    },
    close: () => transport.close(),
  }
}

const isThisMachine = (host: string): boolean => /^(localhost|127\.[\d.]+|\[::1\])$/.test(host)

/** The Message-ID is the message's own, so that a second copy is known as one. */
function mailOf(from: string, { id, subjectId, recipient, lang }: Message, letter: Letter) {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const { calendar } = letter
  return {
    from: { name: letter.from, address: from },
    // Never as text: a comma or a line break in it would be another recipient. The envelope is made of the same.
    to: { name: '', address: recipient },
    messageId: `<${id}@${domain}>`,
    references: `<${subjectId}@${domain}>`,
    subject: letter.subject,
    text: letter.text,
    headers: {
      // Nobody's answering machine should answer (RFC 3834, and Exchange's own).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': lang === 'en' ? 'en' : 'de',
    },
    ...(calendar
      ? { icalEvent: { method: calendar.method, filename: calendar.name, content: calendar.text } }
      : {}),
  }
}

/** 5xx is for good; but a full mailbox may be emptied, and a wrong password is our own fault and not the message's. */
function refusal(error: unknown): Delivery {
  if (!(error instanceof Error)) throw error
  const code = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null
  const ofMessage = 'code' in error && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')
  return { ok: false, forGood: ofMessage && code !== null && code >= 500 && code !== 552, code }
}
