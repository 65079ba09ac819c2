import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

/** Debian's Dovecot (IMAP) and OpenSMTPD on this machine: a mail that is sent here lies in its recipient's mailbox. */
export interface MailHouse {
  smtpUrl: string
  /** For the settings of the program. */
  imapUrl(address: string): string
  /** Hands a mail over as another mail server does. `raw`: whole, with CRLF. */
  deliver(mail: { from: string; to: string; raw: string | Buffer }): Promise<void>
  /** What lies in somebody's mailbox, as it came, oldest first. */
  mailsOf(address: string): string[]
  /** Gives every mail of a mailbox another number, as after a restore. Only while the server is stopped. */
  renumber(address: string): void
  /** The IMAP server alone, as after a restart of the city's mail system. */
  stopImap(): Promise<void>
  startImap(): Promise<void>
  stop(): Promise<void>
}

const PASSWORD = 'geheim'
const PATIENCE_MS = 30_000

/** @param addresses who has a mailbox; mail to anybody else comes back */
export async function startMailHouse(addresses: readonly string[]): Promise<MailHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'fz-mail-'))
  chmodSync(folder, 0o755)
  const [imap, lmtp, smtp] = [await freePort(), await freePort(), await freePort()]
  mkdirSync(join(folder, 'mail'))
  execFileSync('chown', ['mail:mail', join(folder, 'mail')])
  writeFileSync(join(folder, 'users'), addresses.map((one) => `${one}:{PLAIN}${PASSWORD}\n`).join(''))
  for (const [name, port] of [
    ['imap', imap],
    ['lmtp', lmtp],
  ] as const)
    writeFileSync(join(folder, `${name}.conf`), dovecotConf(folder, name, port))
  writeFileSync(join(folder, 'smtpd.conf'), smtpdConf(smtp, lmtp))
  // OpenSMTPD has one spool per machine, and demands these rights.
  mkdirSync('/var/spool/smtpd', { recursive: true, mode: 0o711 })
  chmodSync('/var/spool/smtpd', 0o711)
  const dovecot = (name: 'imap' | 'lmtp', port: number): Promise<ChildProcess> =>
    started('/usr/sbin/dovecot', ['-F', '-c', join(folder, `${name}.conf`)], port)
  // Two of them, so that mail is delivered while nobody can read it.
  const delivery = await dovecot('lmtp', lmtp)
  let reading = await dovecot('imap', imap)
  const smtpd = await started('/usr/sbin/smtpd', ['-d', '-f', join(folder, 'smtpd.conf')], smtp)
  const transport = createTransport({ host: '127.0.0.1', port: smtp, pool: true, ignoreTLS: true })
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    imapUrl: (address) => `imap://${encodeURIComponent(address)}:${PASSWORD}@127.0.0.1:${imap}`,
    deliver: async ({ from, to, raw }) => {
      await transport.sendMail({ envelope: { from, to }, raw })
    },
    mailsOf: (address) => mailsIn(join(folder, 'mail', address)),
    renumber(address) {
      for (const name of readdirSync(join(folder, 'mail', address)))
        if (name.startsWith('dovecot')) rmSync(join(folder, 'mail', address, name), { force: true })
    },
    stopImap: () => ended(reading),
    startImap: async () => {
      reading = await dovecot('imap', imap)
    },
    async stop() {
      transport.close()
      await ended(smtpd)
      await ended(reading)
      await ended(delivery)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const dovecotConf = (folder: string, protocol: 'imap' | 'lmtp', port: number): string => `
base_dir = ${folder}/${protocol}-run
state_dir = ${folder}/${protocol}-state
log_path = ${folder}/${protocol}.log
protocols = ${protocol}
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/mail/%u
}
${protocol === 'imap' ? imapService(port) : lmtpService(port)}`

const imapService = (port: number): string => `service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`

const lmtpService = (port: number): string => `service lmtp {
  inet_listener lmtp {
    port = ${port}
  }
}
protocol lmtp {
  recipient_delimiter = +
}
`

const smtpdConf = (smtp: number, lmtp: number): string => `
listen on 127.0.0.1 port ${smtp}
action "in" relay host lmtp://127.0.0.1:${lmtp}
match from any for any action "in"
`

/** Maildir's names begin with the second of delivery. */
function mailsIn(maildir: string): string[] {
  return ['cur', 'new']
    .map((part) => join(maildir, part))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((name) => ({ name, path: join(path, name) })))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
    .map(({ path }) => readFileSync(path, 'latin1'))
}

async function started(program: string, args: readonly string[], port: number): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text))
  const until = performance.now() + PATIENCE_MS
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() > until)
      throw new Error(`${program} did not start: ${said}`)
    await new Promise((done) => setTimeout(done, 50))
  }
  return child
}

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => done(true)).on('error', () => done(false))
    socket.on('connect', () => socket.destroy())
  })

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const over = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await over
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
