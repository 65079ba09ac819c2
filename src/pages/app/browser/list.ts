import { type Entry, listed } from '../deviceRule.ts'
import { allEntries, onChanges, removeEntry } from './deviceStore.ts'
import { endPauses, nextTryAt, sendWaiting } from './queue.ts'

/** Draws what this device keeps, and sends it when there is net. */
export function showList(list: HTMLElement): void {
  let timer = 0
  let shown = new Map<string, string>()

  const draw = async (): Promise<void> => {
    const entries = listed(await allEntries())
    list.hidden = entries.length === 0
    list.querySelector('[data-entries]')?.replaceChildren(...entries.map((entry) => row(list, entry, act)))
    say(list, shown, entries)
    shown = new Map(entries.map(({ key, state }) => [key, state]))
  }
  const trySending = async (): Promise<void> => {
    clearTimeout(timer)
    await sendWaiting()
    await draw()
    const next = await nextTryAt()
    if (next !== null) timer = window.setTimeout(() => void trySending(), Math.max(1_000, next - Date.now()))
  }
  const atOnce = async (): Promise<void> => {
    await endPauses()
    await trySending()
  }
  const backOnline = async (): Promise<void> => {
    await atOnce()
    // What stands there is not true any more.
    if (document.querySelector('[data-offline-page]')) location.reload()
  }
  const act = {
    send: () => void atOnce(),
    remove: async (key: string): Promise<void> => {
      await removeEntry(key)
      await draw()
      // The button that had the focus is gone.
      list.querySelector<HTMLElement>('h2')?.focus()
    },
  }
  onChanges(() => void draw())
  window.addEventListener('online', () => void backOnline())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void trySending()
  })
  void start()

  async function start(): Promise<void> {
    await draw()
    if (location.hash === '#geraet' && !list.hidden) list.querySelector<HTMLElement>('h2')?.focus()
    await atOnce()
  }
}

interface Acts {
  send(): void
  remove(key: string): Promise<void>
}

function row(list: HTMLElement, entry: Entry, act: Acts): Node {
  const template = list.querySelector<HTMLTemplateElement>('template[data-entry]')
  const item = document.importNode(template?.content ?? new DocumentFragment(), true)
  const put = (mark: string, text: string): void => {
    for (const place of item.querySelectorAll(`[data-${mark}]`)) place.textContent = text
  }
  for (const part of item.querySelectorAll<HTMLElement>('[data-if]'))
    if (!part.dataset['if']?.split(' ').includes(entry.state)) part.remove()
  put('category', entry.category.name)
  put('description', entry.fields.find(([name]) => name === 'description')?.[1] ?? '')
  put('number', entry.answer?.number ?? '')
  put('secret', entry.answer?.secret ?? '')
  photosOf(item, entry)
  item.querySelector('[data-faults]')?.replaceChildren(...entry.faults.map(([, sentence]) => line(sentence)))
  const edit = item.querySelector<HTMLAnchorElement>('a[data-edit]')
  // Behind the number sign: what stands there is sent to nobody.
  if (edit) edit.href = `/melden/${encodeURIComponent(entry.category.id)}${entry.search}#weiter=${entry.key}`
  item.querySelector('button[data-send]')?.addEventListener('click', act.send)
  item.querySelector('button[data-remove]')?.addEventListener('click', () => void act.remove(entry.key))
  return item
}

function photosOf(item: DocumentFragment, { photos }: Entry): void {
  const place = item.querySelector<HTMLElement>('[data-photos]')
  if (!place) return
  if (photos.length === 0) return place.remove()
  const { one = '', many = '' } = place.dataset
  place.textContent = photos.length === 1 ? one : many.replace('#', String(photos.length))
}

function line(text: string): HTMLLIElement {
  const item = document.createElement('li')
  item.textContent = text
  return item
}

/** Aloud: what became of a report while the page stood open. */
function say(list: HTMLElement, before: ReadonlyMap<string, string>, entries: readonly Entry[]): void {
  const changed = entries.filter(({ key, state }) => before.has(key) && before.get(key) !== state)
  const told = list.querySelector('[data-told]')
  const words = changed.map(({ state, category }) => {
    const template = list.querySelector<HTMLTemplateElement>('template[data-entry]')
    return `${category.name}: ${template?.content.querySelector(`.state[data-if="${state}"]`)?.textContent?.trim() ?? ''}`
  })
  if (told && words.length > 0) told.textContent = words.join('. ')
}

/** Where the browser can, it sends also when no page is open. */
export async function askForSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const ready: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } } =
    await navigator.serviceWorker.ready
  await ready.sync?.register('melden').catch((error: unknown) => {
    // Switched off by whoever owns the device.
    if (!(error instanceof DOMException)) throw error
  })
}
