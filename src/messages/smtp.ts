import { createTransport } from 'nodemailer'
import type { MailConfig } from '../config.ts'
import type { Way } from './channels.ts'
import type { Letter, Message } from './message.ts'
import type { Delivery } from './model.ts'
import type { OwnId } from './ownId.ts'
import { within } from './within.ts'

// The only code that knows SMTP. A mail server's "accepted" means that it has taken the mail on, not that somebody has it:
// what comes back later (a bounce) goes to the envelope's sender and is read where a mailbox is connected.

const TRY_MS = 90_000
/** What cannot be read as two. */
const ONE_ADDRESS = /^[^\s,;:<>"()[\]\\@\p{Cc}]+@[^\s,;:<>"()[\]\\@\p{Cc}]+$/u

/** Makes the local part of a Message-ID, which only this installation can. */
export type SignId = (cityId: string, own: OwnId) => Promise<string>

/** @param config.from address only; the name is the city's */
export function connectSmtp(config: MailConfig, sign: SignId): Way & { from: string } {
  const { url, from, plain } = config
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
        await within(TRY_MS, transport.sendMail(await mailOf(config, sign, message, letter)))
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
async function mailOf(config: MailConfig, sign: SignId, message: Message, letter: Letter) {
  const { from, inbox } = config
  const { id, subjectId, caseId, recipient, lang, cityId } = message
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const own = await sign(cityId, { of: 'message', id })
  const about = caseId === null ? subjectId : await sign(cityId, { of: 'case', id: caseId })
  const { calendar, answers } = letter
  const asked = answers ? [answers.messageId] : []
  return {
    from: { name: letter.from, address: from },
    // Never as text: a comma or a line break in it would be another recipient.
    to: { name: '', address: recipient },
    envelope: { from: answers?.byMachine ? '' : senderOf(config, own), to: [recipient] },
    // What is about a case is read when it is answered.
    ...(inbox && caseId !== null ? { replyTo: { name: letter.from, address: inbox.address } } : {}),
    messageId: `<${own}@${domain}>`,
    references: [`<${about}@${domain}>`, ...asked],
    ...(answers ? { inReplyTo: answers.messageId } : {}),
    subject: letter.subject,
    text: letter.text,
    headers: {
      // Nobody's answering machine should answer (RFC 3834, and Exchange's own).
      'Auto-Submitted': answers?.byMachine ? 'auto-replied' : 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': lang === 'en' ? 'en' : 'de',
    },
    ...(calendar
      ? { icalEvent: { method: calendar.method, filename: calendar.name, content: calendar.text } }
      : {}),
  }
}

/** A local part holds 64 characters (RFC 5321, 4.5.3.1.1). */
const LONGEST_LOCAL = 64

/**
 * Where a mail server sends what comes back. With an address that takes tags it names the message, so that a bounce is
 * understood that quotes nothing.
 */
function senderOf({ from, inbox }: MailConfig, own: string): string {
  if (!inbox) return from
  const at = inbox.address.lastIndexOf('@')
  const tagged = `${inbox.address.slice(0, at)}+${own}`
  return inbox.tags && tagged.length <= LONGEST_LOCAL ? tagged + inbox.address.slice(at) : inbox.address
}

/** 5xx is for good; but a full mailbox may be emptied, and a wrong password is our own fault and not the message's. */
function refusal(error: unknown): Delivery {
  if (!(error instanceof Error)) throw error
  const code = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null
  const ofMessage = 'code' in error && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')
  return { ok: false, forGood: ofMessage && code !== null && code >= 500 && code !== 552, code }
}
