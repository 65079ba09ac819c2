// Finds the parts of this machine that some tests need.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.mjs'

/** A Chromium to drive: CHROMIUM, or where the distributions put it. */
export function findChromium() {
  return [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path && existsSync(path))
}

const packaged = '/usr/lib/postgresql'

/** The oldest installed PostgreSQL that is new enough: the one whose SQL is the narrowest. */
export function findPostgres() {
  if (!existsSync(packaged)) return null
  const version = readdirSync(packaged)
    .map(Number)
    .filter((number) => number >= 15 && existsSync(join(packaged, String(number), 'bin/postgres')))
    .sort((a, b) => a - b)[0]
  return version ? { version, bin: join(packaged, String(version), 'bin') } : null
}

const MAIL_PARTS = {
  '/usr/sbin/dovecot': 'dovecot-imapd',
  '/usr/lib/dovecot/lmtp': 'dovecot-lmtpd',
  '/usr/sbin/smtpd': 'opensmtpd',
}

/** What the mail tests lack on this machine, in one sentence; null: nothing. */
export function missingMail() {
  if (process.getuid?.() !== 0) return 'sie brauchen Administratorrechte (root)'
  const missing = Object.entries(MAIL_PARTS).filter(([path]) => !existsSync(path))
  return missing.length === 0
    ? null
    : `es fehlt ${missing.map(([, name]) => name).join(', ')} (Debian-Pakete dieses Namens)`
}

const lab = (...args) => spawnSync(join(root, 'scripts/phone-lab.sh'), args, { encoding: 'utf8' })

/** The phone lab: a real Asterisk on loopback. `up` answers what is missing, or its version and settings. */
export const phoneLab = {
  up() {
    if (process.getuid?.() !== 0) return { missing: 'das Telefonlabor braucht Administratorrechte (root)' }
    if (!existsSync('/etc/debian_version')) return { missing: 'das Telefonlabor läuft nur auf Debian' }
    const up = lab('up')
    if (up.status !== 0)
      return { missing: `das Telefonlabor startete nicht: ${up.stderr.trim().split('\n').at(-1)}` }
    const status = lab('status').stdout
    const asterisk = Number(/asterisk=(\d+)/.exec(status)?.[1] ?? 0)
    const file = /env=(\S+)/.exec(status)?.[1]
    return { asterisk, env: file ? readEnv(file) : {} }
  },
  down: () => lab('down'),
}

const readEnv = (file) =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  )
