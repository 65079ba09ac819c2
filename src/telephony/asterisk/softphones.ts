// Softphones exist only in Asterisk's memory: we put them there with a password of our own making,
// which lives as long as this process and never touches a disk.
import { randomBytes } from 'node:crypto'
import type { PhoneAccount } from '../../desk/contract.ts'
import type { Ari } from './ari/client.ts'
import { unlessMovedOn } from './movedOn.ts'

const DOMAIN = 'freizeichen'

/** The name of an account's endpoint; always the same, so that it is known again after a restart. */
export const endpointOf = (accountId: string): string => `fz-${accountId}`

/** The account behind an endpoint's name; null for trunks and strangers. */
export const accountOf = (endpoint: string): string | null => /^fz-(.+)$/.exec(endpoint)?.[1] ?? null

/** Puts softphones into Asterisk, and again after its restart. */
export class Softphones {
  readonly #ari: Pick<Ari, 'request'>
  readonly #passwords = new Map<string, string>()

  constructor(ari: Pick<Ari, 'request'>) {
    this.#ari = ari
  }

  /** A fresh password for this account's softphone. @throws AriError when Asterisk does not take it */
  async renew(accountId: string): Promise<PhoneAccount> {
    const password = randomBytes(24).toString('base64url')
    await this.#push(accountId, password)
    this.#passwords.set(accountId, password)
    const user = endpointOf(accountId)
    return { uri: `sip:${user}@${DOMAIN}`, user, password, path: '/phone' }
  }

  has(accountId: string): boolean {
    return this.#passwords.has(accountId)
  }

  /** The accounts that have one. */
  all(): Iterable<string> {
    return this.#passwords.keys()
  }

  /** After a reconnect: Asterisk may have forgotten all of them. */
  async pushAll(): Promise<void> {
    for (const [accountId, password] of this.#passwords) await this.#push(accountId, password)
  }

  /** Nobody is there any more; a page that comes back asks for a new account. */
  async remove(accountId: string): Promise<void> {
    this.#passwords.delete(accountId)
    for (const objectType of ['endpoint', 'aor', 'auth'])
      await unlessMovedOn(
        this.#ari.request('DELETE /asterisk/config/dynamic/{configClass}/{objectType}/{id}', {
          configClass: 'res_pjsip',
          objectType,
          id: endpointOf(accountId),
        }),
      )
  }

  async #push(accountId: string, password: string): Promise<void> {
    const id = endpointOf(accountId)
    await this.#put('auth', id, { auth_type: 'userpass', username: id, password })
    // One contact: the newest browser window is the telephone.
    await this.#put('aor', id, { max_contacts: '1', remove_existing: 'yes', remove_unavailable: 'yes' })
    await this.#put('endpoint', id, {
      transport: 'transport-ws',
      context: 'from-softphone',
      auth: id,
      aors: id,
      webrtc: 'yes',
      disallow: 'all',
      allow: 'alaw,ulaw',
      language: 'de',
      dtmf_mode: 'rfc4733',
      // A browser that dies says no good-bye; a living one sends sound all the time, also when muted.
      rtp_timeout: '30',
    })
  }

  async #put(objectType: string, id: string, fields: Record<string, string>): Promise<void> {
    await this.#ari.request('PUT /asterisk/config/dynamic/{configClass}/{objectType}/{id}', {
      configClass: 'res_pjsip',
      objectType,
      id,
      json: { fields: Object.entries(fields).map(([attribute, value]) => ({ attribute, value })) },
    })
  }
}
