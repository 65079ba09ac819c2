import type { Ari } from './ari/client.ts'
import { unlessMovedOn } from './movedOn.ts'
import { accountOf, type Softphones } from './softphones.ts'

/** Asterisk reads request lines of up to 4 kB. */
const AT_ONCE = 40

/** From now on Asterisk tells when one of these comes or goes. */
export async function watchEndpoints(
  ari: Pick<Ari, 'request'>,
  applicationName: string,
  endpoints: readonly string[],
): Promise<void> {
  for (let from = 0; from < endpoints.length; from += AT_ONCE) {
    // Never `deviceState:`, whose tear-down can block Asterisk's ARI (asterisk/asterisk#2170).
    const eventSource = endpoints.slice(from, from + AT_ONCE).map((name) => `endpoint:PJSIP/${name}`)
    await unlessMovedOn(
      ari.request('POST /applications/{applicationName}/subscription', { applicationName, eventSource }),
    )
  }
}

/** Events get lost: what Asterisk has now, told to whoever thinks otherwise. */
export async function compareSoftphones(
  ari: Pick<Ari, 'request'>,
  softphones: Softphones,
  tell: (accountId: string, online: boolean) => void,
): Promise<void> {
  const there = new Map<string, boolean>()
  for (const { resource, state } of await ari.request('GET /endpoints/{tech}', { tech: 'PJSIP' })) {
    const accountId = accountOf(resource)
    if (accountId !== null) there.set(accountId, state === 'online')
  }
  for (const accountId of softphones.all()) if (!there.has(accountId)) tell(accountId, false)
  for (const [accountId, online] of there) tell(accountId, online)
}

/**
 * Which softphones are there after a (re)connect. @returns accounts whose softphone an earlier process made and that
 * are not there now: their browsers may be on the way to us
 */
export async function findSoftphones(
  ari: Pick<Ari, 'request'>,
  app: string,
  softphones: Softphones,
  tell: (accountId: string, online: boolean) => void,
): Promise<string[]> {
  const watched: string[] = []
  const unused: string[] = []
  for (const { resource, state } of await ari.request('GET /endpoints/{tech}', { tech: 'PJSIP' })) {
    const accountId = accountOf(resource)
    if (accountId === null) continue
    const online = state === 'online'
    tell(accountId, online)
    watched.push(resource)
    if (!online && !softphones.has(accountId)) unused.push(accountId)
  }
  await watchEndpoints(ari, app, watched)
  return unused
}

/** Takes away the softphones that nobody came back to. */
export async function removeUnused(
  ari: Pick<Ari, 'request'>,
  softphones: Softphones,
  unused: readonly string[],
): Promise<void> {
  for (const { resource, state } of await ari.request('GET /endpoints/{tech}', { tech: 'PJSIP' })) {
    const accountId = accountOf(resource)
    if (accountId === null || !unused.includes(accountId)) continue
    if (state !== 'online' && !softphones.has(accountId)) await softphones.remove(accountId)
  }
}
