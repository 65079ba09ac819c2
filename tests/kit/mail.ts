import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as it came over the wire, and its parts decoded. */
export interface Received {
  from: string
  to: readonly string[]
  raw: string
  header(name: string): string
  /** The plain text. */
  text: string
  /** Bodies by their content type, as 'text/calendar'. */
  parts: ReadonlyMap<string, { header: string; body: string }>
}

interface Refusal {
  code: number
  message: string
}

export interface MailServer {
  url: string
  mails: Received[]
  /** What it answers to a recipient instead of taking the mail; null: it takes it. */
  refuse: ((to: string) => Refusal | null) | null
  /** What it answers to a whole mail instead of taking it; null: it takes it. */
  refuseWhole: Refusal | null
  /** Waits between having the mail and saying so. */
  beforeAccept: (() => Promise<void>) | null
  /** Waits for so many mails. @throws after a while */
  received(count: number): Promise<Received[]>
  /** Waits for a mail with this in its text, or after its subject: several may come in any order. @throws after a while */
  about(what: string | RegExp): Promise<Received>
  stop(): Promise<void>
}

/** A busy machine takes its time; no mail is waited for longer than it needs. */
const PATIENCE_MS = 30_000

async function soon<T>(find: () => T | null, otherwise: () => string): Promise<T> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const found = find()
    if (found !== null) return found
    if (performance.now() > until) throw new Error(otherwise())
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** A real mail server on this machine. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: Received[] = []
  const state: MailServer = {
    url: '',
    mails,
    refuse: null,
    refuseWhole: null,
    beforeAccept: null,
    received: (count) =>
      soon(
        () => (mails.length < count ? null : mails),
        () => `${mails.length} mails instead of ${count}`,
      ),
    about: (what) => {
      const holds = (mail: Received): boolean => `${mail.header('subject')}\n${mail.text}`.search(what) !== -1
      return soon(
        () => mails.find(holds) ?? null,
        () => `no mail about ${String(what)} among ${mails.map((mail) => mail.header('subject')).join(', ')}`,
      )
    },
    stop: () => new Promise((done) => server.close(done)),
  }
  const server = new SMTPServer({
    authOptional: true,
    // Clients keep their connections open for the next mail.
    closeTimeout: 500,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(errorOf(state.refuse?.(address)))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        if (state.refuseWhole) return done(errorOf(state.refuseWhole))
        const to = envelope.rcptTo.map(({ address }) => address)
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        mails.push({ from, to, ...parseMail(Buffer.concat(chunks).toString('latin1')) })
        await state.beforeAccept?.()
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  state.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return state
}

const errorOf = (refusal: Refusal | null | undefined): Error | undefined =>
  refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : undefined

export interface SmsServer {
  url: string
  received: { authorization: string | undefined; to: string; text: string; reference: string }[]
  status: number
  stop(): Promise<void>
}

/** A gateway for SMS as docs/messages.md describes it. */
export async function startSmsServer(): Promise<SmsServer> {
  const state: SmsServer = {
    url: '',
    received: [],
    status: 200,
    stop: () => new Promise((done) => server.close(() => done())),
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      state.received.push({ authorization: request.headers.authorization, ...JSON.parse(body) })
      response.writeHead(state.status).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
  return state
}

/** Enough of MIME (RFC 2045) for the mails that are sent here; nothing of it is the sender's code. */
function parseMail(raw: string): Pick<Received, 'raw' | 'header' | 'text' | 'parts'> {
  const parts = new Map<string, { header: string; body: string }>()
  collect(raw, parts)
  const [head] = split(raw)
  return {
    raw,
    header: (name) => words(field(head, name)),
    text: parts.get('text/plain')?.body ?? '',
    parts,
  }
}

function collect(raw: string, parts: Map<string, { header: string; body: string }>): void {
  const [head, body] = split(raw)
  const type = field(head, 'content-type')
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (boundary) {
    for (const part of body.split(`--${boundary}`).slice(1, -1)) collect(part.replace(/^\r\n/, ''), parts)
    return
  }
  const name = type.split(';')[0]?.trim().toLowerCase() ?? ''
  parts.set(name, { header: head, body: decode(body, field(head, 'content-transfer-encoding')) })
}

const split = (raw: string): [string, string] => {
  const end = raw.indexOf('\r\n\r\n')
  return [raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' '), raw.slice(end + 4)]
}

const field = (head: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''

function decode(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString()
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1').toString()
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

/** Encoded words of a header (RFC 2047). */
const words = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, body: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(body, 'base64').toString()
        : decode(body.replaceAll('_', ' '), 'quoted-printable'),
    )
