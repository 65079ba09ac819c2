import './countdown.ts'
import './work.ts'

// Search while typing. The page is whole without it: the form leads to the same results.

interface Hit {
  id: string
  name: string
  plainName: string
  visitLine: string
}

const PAUSE_MS = 200

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) enhance(form)

function enhance(form: HTMLFormElement): void {
  const field = form.querySelector('input')
  const list = document.querySelector<HTMLElement>('[data-results]')
  const count = document.querySelector<HTMLElement>('[data-count]')
  if (!field || !list || !count) return
  let timer = 0
  let running = new AbortController()
  field.addEventListener('input', () => {
    clearTimeout(timer)
    running.abort()
    running = new AbortController()
    const { signal } = running
    timer = window.setTimeout(() => void update(field.value.trim(), signal), PAUSE_MS)
  })

  async function update(text: string, signal: AbortSignal): Promise<void> {
    const hits = text === '' ? [] : await fetchHits(text, signal)
    if (hits === null) return
    list?.replaceChildren(...hits.map(row))
    if (count) count.textContent = text === '' ? '' : sentence(count.dataset, hits.length)
  }
}

/** null when a newer text has come or the server does not answer: then the button still works. */
async function fetchHits(text: string, signal: AbortSignal): Promise<Hit[] | null> {
  const query = new URLSearchParams({ q: text, lang: pageLanguage() })
  try {
    const answer = await fetch(`/api/v1/services?${query.toString()}`, { signal })
    if (!answer.ok) return null
    const hits: Hit[] = await answer.json()
    return hits.slice(0, 8)
  } catch (error) {
    if (error instanceof Error && ['AbortError', 'TypeError'].includes(error.name)) return null
    throw error
  }
}

function row(hit: Hit): HTMLLIElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  const line = document.createElement('p')
  const lang = new URLSearchParams(location.search).get('lang')
  link.href = `/leistungen/${encodeURIComponent(hit.id)}${lang ? `?lang=${encodeURIComponent(lang)}` : ''}`
  link.textContent = pageLanguage() === 'einfach' ? hit.plainName : hit.name
  if (pageLanguage() === 'en') link.lang = 'de'
  line.textContent = hit.visitLine
  item.append(link, line)
  return item
}

function sentence(texts: DOMStringMap, found: number): string {
  if (found === 0) return texts['none'] ?? ''
  if (found === 1) return texts['one'] ?? ''
  return (texts['many'] ?? '').replace('#', String(found))
}

function pageLanguage(): string {
  const { lang } = document.documentElement
  return lang === 'de-simple' ? 'einfach' : lang
}
