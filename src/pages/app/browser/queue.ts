import { afterTry, due, type Entry } from '../deviceRule.ts'
import { allEntries, changeEntry } from './deviceStore.ts'
import { send } from './send.ts'

/** Sends what waits and may be tried; in one window only, or in none. The city would make one report of two sendings anyway. */
export async function sendWaiting(): Promise<void> {
  // Pages without TLS have no locks.
  if (!('locks' in navigator)) return sendAll()
  await navigator.locks.request('melden-senden', { ifAvailable: true }, async (lock) => {
    if (lock) await sendAll()
  })
}

async function sendAll(): Promise<void> {
  for (const entry of due(await allEntries(), Date.now())) {
    const outcome = await send(entry, { photos: true, shown: false })
    await changeEntry(entry.key, (now) =>
      now.state === 'waiting' ? afterTry(now, outcome, Date.now()) : now,
    )
    // Without net the others need not try.
    if (outcome.is === 'later') return
  }
}

/** The net is back, or somebody pressed the button: nobody waits for the rest of a pause. */
export async function endPauses(): Promise<void> {
  const waiting = (await allEntries()).filter(({ state, nextAt }) => state === 'waiting' && nextAt > 0)
  for (const { key } of waiting) await changeEntry(key, (entry) => ({ ...entry, nextAt: 0 }))
}

/** When the next one may be tried; null when none waits. */
export async function nextTryAt(): Promise<number | null> {
  const waiting: Entry[] = (await allEntries()).filter(({ state }) => state === 'waiting')
  return waiting.length === 0 ? null : Math.min(...waiting.map(({ nextAt }) => nextAt))
}
