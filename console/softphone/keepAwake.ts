import { silentSound } from './silentSound.ts'

/** A window that is neither may be put to sleep: then nothing rings. */
export interface Wakefulness {
  /** In front of the person. */
  seen: boolean
  /** The browser lets it run behind other windows too. */
  kept: boolean
}

export const isAwake = ({ seen, kept }: Wakefulness): boolean => seen || kept

const LOCK = 'freizeichen.awake'

/**
 * Browsers put hidden pages to sleep, except those that hold a lock, play or record sound. This page does all of
 * that, and keeps the screen on while it is looked at, because a computer asleep answers no calls either.
 * @param tell called with each change, and at once
 * @returns ends it
 */
export function keepAwake(tell: (state: Wakefulness) => void): () => void {
  let hasLock = false
  const end = new AbortController()
  const sound = silentSound(() => look())
  const look = (): void => {
    tell({ seen: document.visibilityState === 'visible', kept: hasLock && sound.plays() })
  }
  holdLock(end.signal, () => {
    hasLock = true
    look()
  })
  const stopScreen = keepScreenOn()
  document.addEventListener('visibilitychange', look, { signal: end.signal })
  look()
  return () => {
    end.abort()
    stopScreen()
    sound.stop()
  }
}

/** A lock of one's own name: it is always granted, and who holds one is not put to sleep. */
function holdLock(end: AbortSignal, granted: () => void): void {
  if (!navigator.locks) return
  const held = (): Promise<void> => {
    granted()
    return new Promise((resolve) => end.addEventListener('abort', () => resolve(), { once: true }))
  }
  void navigator.locks.request(`${LOCK}.${crypto.randomUUID()}`, held)
}

/** The browser takes the screen's lock away whenever the page is hidden. @returns ends it */
function keepScreenOn(): () => void {
  let screen: WakeLockSentinel | null = null
  let over = false
  const take = async (): Promise<void> => {
    if (!navigator.wakeLock || document.visibilityState !== 'visible' || over) return
    // An empty battery refuses it; calls ring all the same.
    screen = await navigator.wakeLock.request('screen').catch(() => null)
    if (over) void screen?.release()
  }
  const seen = (): void => void take()
  document.addEventListener('visibilitychange', seen)
  seen()
  return () => {
    over = true
    document.removeEventListener('visibilitychange', seen)
    void screen?.release()
  }
}
