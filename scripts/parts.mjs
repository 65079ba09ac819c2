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

/**
 * Phone labs: each a real Asterisk on loopback, so that two files of tests can telephone at the same time.
 * `up` answers what is missing, or the version and the settings of this one.
 */
export const phoneLabs = [{}, besideTheFirst()].map((settings) => {
  const run = (...args) =>
    spawnSync(join(root, 'scripts/phone-lab.sh'), args, {
      encoding: 'utf8',
      env: { ...process.env, ...settings },
    })
  return {
    up() {
      if (process.getuid?.() !== 0) return { missing: 'das Telefonlabor braucht Administratorrechte (root)' }
      if (!existsSync('/etc/debian_version')) return { missing: 'das Telefonlabor läuft nur auf Debian' }
      const up = run('up')
      if (up.status !== 0)
        return { missing: `das Telefonlabor startete nicht: ${up.stderr.trim().split('\n').at(-1)}` }
      const status = run('status').stdout
      const asterisk = Number(/asterisk=(\d+)/.exec(status)?.[1] ?? 0)
      const file = /env=(\S+)/.exec(status)?.[1]
      return { asterisk, env: { ...settings, ...(file ? readEnv(file) : {}) } }
    },
    down: () => run('down'),
  }
})

/** Everything in 127.0.0.0/8 is this machine. */
function besideTheFirst() {
  const [own, citizens] = ['127.0.80.1', '127.0.80.2']
  return {
    FREIZEICHEN_LAB_NAME: 'lab-two',
    LAB_SIP_ADDRESS: own,
    LAB_HTTP_ADDRESS: own,
    LAB_CALLER: citizens,
    LAB_CALLEE: `${citizens}:5070`,
    LAB_RTP_START: '10200',
    LAB_RTP_END: '10399',
  }
}

const readEnv = (file) =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  )
