import { draftFor, type Entry, isEmpty } from '../deviceRule.ts'
import { allEntries, entryOf, keepEntry, removeEntry } from './deviceStore.ts'
import { askForSync } from './list.ts'
import { goToList, languageSearch, newKey, TAKES_AWAY, textIn } from './page.ts'
import { choosePhotos, type ChosenPhotos } from './photos.ts'

const PAUSE_MS = 250

/** The form of a category: what is typed is kept, offered again, and sent later where there is no net. */
export async function keepForm(form: HTMLFormElement): Promise<void> {
  const entries = await allEntries()
  const photos = choosePhotos(form)
  const kept = new KeptForm(form, photos)
  const linked = new URLSearchParams(location.hash.slice(1)).get('weiter')
  const chosen = linked ? await entryOf(linked) : null
  if (chosen && chosen.state !== 'sent') return kept.restore(chosen)
  const served = textIn(form)
  // With something in it, it came back from the city's own pages.
  if (!isEmpty(served) || form.querySelector(TAKES_AWAY)) return kept.goOn()
  const draft = draftFor(entries, form.dataset['report'] ?? '')
  kept.begin(newKey())
  if (!draft) return
  if (new URLSearchParams(location.search).has('netz')) return kept.restore(draft)
  offer(form, draft, kept)
}

class KeptForm {
  readonly #form: HTMLFormElement
  readonly #photos: ChosenPhotos
  readonly #notes: HTMLElement | null
  #begunAt = Date.now()
  #earlier: readonly Blob[] = []
  #timer = 0
  /** Without net the button keeps instead of sending. A copy is what a device shows without net. */
  #offline: boolean

  constructor(form: HTMLFormElement, photos: ChosenPhotos) {
    this.#form = form
    this.#photos = photos
    this.#notes = form.querySelector('[data-device-notes]')
    this.#offline = !navigator.onLine || 'copy' in form.dataset
    const later = (): void => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.save(), PAUSE_MS)
    }
    form.addEventListener('input', later)
    form.addEventListener('change', () => void this.save())
    photos.onChange(() => void this.save())
    window.addEventListener('offline', () => this.#setOffline(true))
    window.addEventListener('online', () => this.#setOffline(false))
    form.addEventListener('submit', (event) => this.#submit(event))
    this.#notes?.querySelector('[data-forget]')?.addEventListener('click', () => void this.#forget())
    this.#setOffline(this.#offline)
  }

  /** The city has the photos that were chosen before; the device keeps them until the report is sent. */
  async goOn(): Promise<void> {
    const known = await entryOf(this.#entry('draft').key)
    if (!known) return
    this.#begunAt = known.begunAt
    this.#earlier = known.photos
    this.#showKept(true)
  }

  begin(key: string): void {
    const field = this.#form.elements.namedItem('key')
    if (field instanceof HTMLInputElement) field.value = key
  }

  /** Everything of an entry into the form, and what the city said about it. */
  restore(entry: Entry): void {
    fill(this.#form, entry.fields)
    this.begin(entry.key)
    this.#begunAt = entry.begunAt
    this.#photos.set(entry.photos)
    tellFaults(this.#form, entry.faults)
    this.#showKept(true)
  }

  async save(state: Entry['state'] = 'draft'): Promise<boolean> {
    clearTimeout(this.#timer)
    const entry = this.#entry(state)
    if (isEmpty(entry.fields) && entry.photos.length === 0) return false
    try {
      await keepEntry(entry)
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      return false
    }
    this.#showKept(true)
    return true
  }

  #entry(state: Entry['state']): Entry {
    const fields = textIn(this.#form)
    const { report: id = '', name = '' } = this.#form.dataset
    return {
      key: fields.find(([field]) => field === 'key')?.[1] ?? '',
      state,
      category: { id, name },
      search: languageSearch(),
      begunAt: this.#begunAt,
      changedAt: Date.now(),
      fields,
      photos: [...this.#earlier, ...this.#photos.all()],
      tries: 0,
      nextAt: 0,
      answer: null,
      faults: [],
    }
  }

  #submit(event: SubmitEvent): void {
    // The city has the photos; what is taken away there must not come back from here.
    if (event.submitter?.matches(TAKES_AWAY)) {
      this.#earlier = []
      this.#photos.set([])
    }
    void this.save()
    // Another button of the form does something else, with the city.
    const other = event.submitter instanceof HTMLButtonElement && event.submitter.name !== ''
    if (!this.#offline || other) return
    event.preventDefault()
    void this.#keepForLater()
  }

  async #keepForLater(): Promise<void> {
    const empty = this.#missing()
    if (empty) {
      this.#tell(this.#notes?.dataset['missing'] ?? '')
      empty.setAttribute('aria-invalid', 'true')
      return empty.focus()
    }
    if (!(await this.save('waiting'))) return this.#tell(this.#notes?.dataset['full'] ?? '')
    await askForSync()
    goToList()
  }

  /** The first field that must not stay empty. The city checks the rest when the report comes. */
  #missing(): HTMLElement | null {
    const position = this.#form.elements.namedItem('position')
    const isLocated = position instanceof HTMLInputElement && position.checked
    const needed = (this.#form.dataset['needed'] ?? '')
      .split(' ')
      // Where the device is, is a place.
      .filter((name) => name !== 'place' || !isLocated)
    const fields = [...this.#form.elements].filter(
      (field) =>
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement,
    )
    return fields.find(({ name, value }) => needed.includes(name) && value.trim() === '') ?? null
  }

  #setOffline(offline: boolean): void {
    this.#offline = offline
    const note = this.#notes?.querySelector<HTMLElement>('[data-offline]')
    const label = this.#form.querySelector<HTMLElement>('[data-send-label]')
    if (!note || !label || !this.#notes) return
    this.#notes.hidden = false
    note.hidden = !offline
    label.dataset['online'] ??= label.textContent
    label.textContent = offline ? (note.dataset['button'] ?? '') : label.dataset['online']
  }

  #showKept(isKept: boolean): void {
    const note = this.#notes?.querySelector<HTMLElement>('[data-kept]')
    if (!note || !this.#notes) return
    this.#notes.hidden = false
    note.hidden = !isKept
  }

  #tell(sentence: string): void {
    const place = this.#notes?.querySelector('[data-told]')
    if (!place || !this.#notes) return
    this.#notes.hidden = false
    place.textContent = sentence
  }

  /** The form too: what is seen is what is there. */
  async #forget(): Promise<void> {
    clearTimeout(this.#timer)
    await removeEntry(this.#entry('draft').key)
    fill(this.#form, [])
    this.#earlier = []
    this.#photos.set([])
    this.begin(newKey())
    clearTimeout(this.#timer)
    this.#showKept(false)
    this.#form.querySelector<HTMLElement>('textarea')?.focus()
  }
}

/** Puts values into the fields of their names; what is not named is emptied. A field that is not there is added, unseen. */
function fill(form: HTMLFormElement, fields: Entry['fields']): void {
  const left = fields.filter(([name]) => name !== 'key').map(([name, value]) => ({ name, value }))
  const take = (name: string, value?: string): string | null => {
    const at = left.findIndex((one) => one.name === name && (value === undefined || one.value === value))
    return at === -1 ? null : (left.splice(at, 1)[0]?.value ?? null)
  }
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && ['hidden', 'file', 'submit'].includes(field.type)) continue
    if (field instanceof HTMLInputElement && field.type === 'checkbox' && field.value === '')
      showOpenTick(field, take(field.name))
    else if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type))
      field.checked = take(field.name, field.value) !== null
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    )
      field.value = take(field.name) ?? ''
  }
  for (const { name, value } of left) {
    const hidden = document.createElement('input')
    hidden.type = 'hidden'
    hidden.name = name
    hidden.value = value
    form.append(hidden)
  }
}

/** A tick whose value a script finds, such as where the device is; it is seen as long as there is one. */
function showOpenTick(field: HTMLInputElement, value: string | null): void {
  if (value === null) return
  field.value = value
  field.checked = true
  const box = field.closest<HTMLElement>('.check')
  if (box) box.hidden = false
}

/** Each sentence leads to its field, where there is one. */
function tellFaults(form: HTMLFormElement, faults: Entry['faults']): void {
  const place = document.querySelector<HTMLElement>('[data-faults]')
  if (!place || faults.length === 0) return
  const lines = faults.map(([name, sentence]) => {
    const item = document.createElement('li')
    const field = name === '' ? null : document.getElementById(name)
    if (!field || !form.contains(field)) {
      item.textContent = sentence
      return item
    }
    const link = document.createElement('a')
    link.href = `#${name}`
    link.textContent = sentence
    field.setAttribute('aria-invalid', 'true')
    item.append(link)
    return item
  })
  place.querySelector('ul')?.replaceChildren(...lines)
  place.hidden = false
  place.focus()
}

function offer(form: HTMLFormElement, draft: Entry, kept: KeptForm): void {
  const notice = document.querySelector<HTMLElement>('[data-draft]')
  const title = notice?.querySelector<HTMLElement>('[data-title]')
  const begins = notice?.querySelector<HTMLElement>('[data-begins]')
  if (!notice || !title || !begins) return
  title.textContent = (title.dataset['text'] ?? '').replace('#', spoken(draft.changedAt))
  begins.textContent = shortened(draft.fields.find(([name]) => name === 'description')?.[1] ?? '')
  notice.hidden = false
  notice.querySelector('[data-continue]')?.addEventListener('click', () => {
    notice.hidden = true
    kept.restore(draft)
    form.querySelector<HTMLElement>('textarea')?.focus()
  })
  notice.querySelector('[data-discard]')?.addEventListener('click', () => {
    notice.hidden = true
    void removeEntry(draft.key)
    form.querySelector<HTMLElement>('textarea')?.focus()
  })
}

const LONGEST_BEGINNING = 120
const shortened = (text: string): string =>
  text.length > LONGEST_BEGINNING ? `${text.slice(0, LONGEST_BEGINNING)} …` : text

/** '10:24' today, '22.11., 10:24' before. */
function spoken(at: number): string {
  const then = new Date(at)
  const lang = document.documentElement.lang.slice(0, 2)
  const clock = then.toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', hour12: false })
  if (then.toDateString() === new Date().toDateString()) return clock
  return `${then.toLocaleDateString(lang, { day: 'numeric', month: 'numeric' })}, ${clock}`
}
