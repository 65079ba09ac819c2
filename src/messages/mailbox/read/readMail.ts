import { type ParsedMail, simpleParser } from 'mailparser'
import { cleanLine, cleanText } from '../../../shared/cleanText.ts'
import { type AutomaticReason, automaticReason } from './automaticRule.ts'
import { type Bounce, bounceOf } from './bounce.ts'
import { cutQuotes } from './cutQuotes.ts'
import { metaCharset, repairMojibake, withCharset } from './decode.ts'
import { wordsOfHtml } from './html.ts'
import { firstOf, type Headers, headersOf, idsIn } from './headers.ts'

/** A mail as people mean it. Nothing in it is markup; what its sender says of themselves is not proven by it. */
export interface ReadMail {
  /** '<id@host>' */
  messageId: string | null
  /** What it answers: In-Reply-To first, then References from the newest on. */
  references: string[]
  from: { address: string; name: string } | null
  fromFault: 'none' | 'several' | 'unreadable' | null
  /** Every address it says it was sent to. */
  to: string[]
  /** One line. */
  subject: string
  /** All that was written. */
  text: string
  /** Without what is quoted, and without the signature. */
  ownWords: string
  attachments: MailFile[]
  /** When its sender says it was written; null where that is no date. */
  sentAt: Date | null
  automatic: AutomaticReason | null
  bounce: Bounce | null
}

export interface MailFile {
  name: string
  contentType: string
  bytes: Uint8Array
}

const ONE_ADDRESS = /^[^\s,;:<>"()[\]\\@\p{Cc}]{1,64}@[^\s,;:<>"()[\]\\@\p{Cc}]{1,255}$/u
const PARSE_MS = 20_000

/** Reads a mail as it came. Whatever somebody sends, this answers; `unreadable` says in English why it cannot be read. */
export async function readMail(raw: Uint8Array): Promise<ReadMail | { unreadable: string }> {
  const headers = headersOf(raw)
  let parsed: ParsedMail
  try {
    parsed = await parse(raw)
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) }
  }
  const subject = cleanLine(repairMojibake(parsed.subject ?? ''))
  const bounce = bounceOf(raw, headers)
  const text = cleanText(repairMojibake(wordsOf(parsed)))
  const sender = senderOf(parsed, headers)
  const sentAt = new Date(firstOf(headers, 'date'))
  return {
    ...sender,
    messageId: idsIn([firstOf(headers, 'message-id')])[0] ?? null,
    references: referencesOf(headers),
    to: recipientsOf(headers),
    subject,
    text,
    ownWords: bounce ? '' : cutQuotes(text),
    attachments: bounce ? [] : parsed.attachments.map(toFile),
    sentAt: Number.isNaN(sentAt.getTime()) ? null : sentAt,
    automatic: automaticReason(headers, sender.from?.address ?? null, subject),
    bounce,
  }
}

/** The parser leaves out a text that is HTML only and stands beside a file. */
const wordsOf = ({ text, html }: ParsedMail): string => text || (html ? wordsOfHtml(html) : '')

/** The parser guesses where a text names no character set; we say one, and another where the first was not it. */
async function parse(raw: Uint8Array): Promise<ParsedMail> {
  const first = await parseAs(raw, metaCharset(raw) ?? 'utf-8')
  return `${first.text ?? ''}${first.html || ''}`.includes('\ufffd') ? parseAs(raw, 'windows-1252') : first
}

async function parseAs(raw: Uint8Array, charset: string): Promise<ParsedMail> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('reading it takes too long')), PARSE_MS)
  })
  try {
    return await Promise.race([
      simpleParser(withCharset(raw, charset), { skipTextToHtml: true, skipImageLinks: true }),
      tooLong,
    ])
  } finally {
    clearTimeout(timer)
  }
}

/** With several From headers the parser takes the last, and mail servers check the first: nobody is believed. */
function senderOf(parsed: ParsedMail, headers: Headers): Pick<ReadMail, 'from' | 'fromFault'> {
  const given = headers.get('from') ?? []
  if (given.length > 1) return { from: null, fromFault: 'several' }
  const people = (parsed.from?.value ?? []).flatMap((one) => one.group ?? [one])
  if (people.length === 0) return { from: null, fromFault: given.length === 0 ? 'none' : 'unreadable' }
  if (people.length > 1) return { from: null, fromFault: 'several' }
  const address = cleanLine(people[0]?.address ?? '')
  if (!ONE_ADDRESS.test(address) || address.length > 254) return { from: null, fromFault: 'unreadable' }
  return { from: { address, name: cleanLine(people[0]?.name ?? '').slice(0, 120) }, fromFault: null }
}

function referencesOf(headers: Headers): string[] {
  const ids = [
    ...idsIn(headers.get('in-reply-to') ?? []),
    ...idsIn(headers.get('references') ?? []).toReversed(),
  ]
  return [...new Set(ids)].slice(0, 100)
}

const RECIPIENTS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to']

const recipientsOf = (headers: Headers): string[] => [
  ...new Set(
    RECIPIENTS.flatMap((name) => headers.get(name) ?? []).flatMap(
      (value) => value.match(/[^\s<>,;:"()]{1,64}@[^\s<>,;:"()]{1,255}/g) ?? [],
    ),
  ),
]

function toFile({ filename, contentType, content }: ParsedMail['attachments'][number], at: number): MailFile {
  return { name: fileName(filename, at), contentType: cleanLine(contentType).slice(0, 120), bytes: content }
}

/** Without a path and signs that deceive; a mail inside a mail has none of its own. */
function fileName(given: string | undefined, at: number): string {
  const last =
    cleanLine(given ?? '')
      .split(/[/\\]/)
      .at(-1) ?? ''
  const safe = last.replaceAll(/[<>:"|?*]/g, '_').replaceAll(/^[\s.]+|[\s.]+$/g, '')
  return [...safe].slice(0, 120).join('') || `Anlage ${at + 1}`
}
