/** The button beside each photo that the city has already. */
export const TAKES_AWAY = 'button[name="foto-entfernen"]'

/** What the address of a page in this language ends with, '' or '?lang=en'. */
export function languageSearch(): string {
  const lang = new URLSearchParams(location.search).get('lang')
  return lang ? `?${new URLSearchParams({ lang }).toString()}` : ''
}

/** To the list of what this device keeps. */
export const goToList = (): void => location.assign(`/melden${languageSearch()}#geraet`)

/** Nobody guesses it. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The text that a form holds; files and the browser's own are not among it. */
export const textIn = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
