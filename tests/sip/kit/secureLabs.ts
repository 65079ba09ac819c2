import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../../src/root.ts'
import type { Access } from '../../../src/telephony/asterisk/ari/request.ts'
import { startOwnLab } from './ownLab.ts'

/** One Asterisk of its own on its own loopback address. */
export interface SecureLab {
  access: Access
  down(): void
}

const CITY = '127.0.98.1'
const COMPANY = '127.0.98.2'
export const TLS_PORT = 5061

/** Two telephone systems with a trunk over TLS and SRTP between them: the city's, and the company's. */
export function startSecureLabs(): {
  city: SecureLab
  company: SecureLab
  cityAddress: string
  stop(): void
} {
  const folder = mkdtempSync(join(tmpdir(), 'freizeichen-tls-'))
  const pem = certificate(folder)
  const city = startLab('tls-city', CITY, COMPANY, 15_200, pem)
  const company = startLab('tls-company', COMPANY, CITY, 15_300, pem)
  return {
    city,
    company,
    cityAddress: CITY,
    stop() {
      city.down()
      company.down()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** For both addresses, and its own authority. @returns one file with certificate and key */
function certificate(folder: string): string {
  const [key, cert, both] = ['key.pem', 'cert.pem', 'both.pem'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const names = `subjectAltName=IP:${CITY},IP:${COMPANY}`
  const kind = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=freizeichen-test',
  ]
  execFileSync('openssl', [...kind, '-addext', names, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  writeFileSync(both, readFileSync(cert, 'utf8') + readFileSync(key, 'utf8'))
  return both
}

function startLab(name: string, own: string, other: string, rtp: number, pem: string): SecureLab {
  const more = { LAB_TLS: pem, LAB_TRUNK: join(root, 'tests/sip/provider/city.conf') }
  const { ari, down } = startOwnLab({ name, own, callee: `${other}:${TLS_PORT}`, rtp, more })
  return { access: ari, down }
}
