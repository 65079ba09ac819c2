const LOCK = 'freizeichen.telephone'

/**
 * Makes sure that only one window of a browser is the telephone: two would both ring, and each would report for
 * the other. `here` runs once this window has the place, `elsewhere` first when another one has it.
 * @returns gives the place up
 */
export function onlyHere(here: () => void, elsewhere: () => void): () => void {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  // Without a secure context there are neither locks nor a microphone, so there is nothing to guard.
  if (!navigator.locks) {
    here()
    return release
  }
  const giveUp = new AbortController()
  const take = (): Promise<void> => {
    here()
    return held
  }
  void navigator.locks
    .request(LOCK, { ifAvailable: true }, (lock) => (lock ? take() : undefined))
    .then(() => waitForIt())
  const waitForIt = async (): Promise<void> => {
    if (giveUp.signal.aborted) return
    elsewhere()
    try {
      await navigator.locks.request(LOCK, { signal: giveUp.signal }, take)
    } catch (error) {
      if (!giveUp.signal.aborted) throw error
    }
  }
  return () => {
    giveUp.abort()
    release()
  }
}
