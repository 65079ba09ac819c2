// How long a time is still kept. The page says until when in words; this adds how many minutes that are.

const TICK_MS = 5_000
/** So many minutes before the end it is said aloud, while there is time to press the button. */
const SAID_AT = 2

for (const place of document.querySelectorAll<HTMLElement>('[data-seconds-left]')) countDown(place)

/** By the time that has passed here: the clock of this device may be wrong. */
function countDown(place: HTMLElement): void {
  const shown = place.querySelector<HTMLElement>('[data-left]')
  const said = place.querySelector<HTMLElement>('[data-said]')
  if (!shown || !said) return
  const end = performance.now() + Number(place.dataset['secondsLeft']) * 1000
  const tick = (): void => {
    const minutes = Math.ceil((end - performance.now()) / 60_000)
    const text = minutes > 0 ? sentence(place.dataset, minutes) : (place.dataset['over'] ?? '')
    if (shown.textContent !== text) shown.textContent = text
    if (minutes <= SAID_AT && said.textContent !== text) said.textContent = text
    if (minutes <= 0) clearInterval(timer)
  }
  const timer = setInterval(tick, TICK_MS)
  tick()
}

function sentence(texts: DOMStringMap, minutes: number): string {
  return minutes === 1 ? (texts['one'] ?? '') : (texts['many'] ?? '').replace('#', String(minutes))
}
