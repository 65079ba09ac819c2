import type { PlacesFound } from '../../../city/places/contract.ts'
import { ask, filled, type PlaceField } from './placeField.ts'

const PAUSE_MS = 200
const LIST = 'place-vorschlaege'
type Found = PlacesFound['places'][number]

/** An editable combobox with a list (WAI-ARIA Authoring Practices): arrows choose, Enter takes, Escape closes; typing goes on. */
export function suggest(field: PlaceField): void {
  new Suggestions(field).start()
}

class Suggestions {
  private readonly field: PlaceField
  private readonly list = document.createElement('ul')
  private found: readonly Found[] = []
  private active = -1
  private timer = 0
  private running = new AbortController()

  constructor(field: PlaceField) {
    this.field = field
  }

  start(): void {
    const { input, texts } = this.field
    this.list.id = LIST
    this.list.className = 'suggestions'
    this.list.setAttribute('role', 'listbox')
    this.list.setAttribute('aria-label', texts.suggestions)
    this.list.hidden = true
    input.after(this.list)
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', LIST)
    input.setAttribute('aria-expanded', 'false')
    input.addEventListener('input', () => this.later())
    input.addEventListener('keydown', (event) => this.onKey(event))
    input.addEventListener('blur', () => this.close())
    // A press on an option must not take the focus from the line before it counts.
    this.list.addEventListener('mousedown', (event) => event.preventDefault())
    this.list.addEventListener('click', (event) => this.onClick(event))
  }

  private later(): void {
    clearTimeout(this.timer)
    this.running.abort()
    this.running = new AbortController()
    const { signal } = this.running
    this.timer = window.setTimeout(() => void this.update(signal), PAUSE_MS)
  }

  private async update(signal: AbortSignal): Promise<void> {
    const text = this.field.input.value.trim()
    const answer = text.length < 2 ? null : await ask<PlacesFound>('/api/v1/places/search', { text }, signal)
    if (signal.aborted) return
    this.show(answer?.places ?? [])
  }

  private show(found: readonly Found[]): void {
    if (found.length === 0) return this.close()
    const { texts } = this.field
    this.found = found
    this.list.replaceChildren(...found.map(({ label }, index) => optionOf(label, index)))
    this.list.hidden = false
    this.field.input.setAttribute('aria-expanded', 'true')
    this.activate(-1)
    this.field.tell(found.length === 1 ? texts.one : filled(texts.many, found.length))
  }

  private close(): void {
    clearTimeout(this.timer)
    this.running.abort()
    if (this.list.hidden) return
    this.found = []
    this.list.hidden = true
    this.list.replaceChildren()
    this.field.input.setAttribute('aria-expanded', 'false')
    this.activate(-1)
    this.field.tell('')
  }

  private activate(index: number): void {
    this.active = index
    for (const [at, option] of [...this.list.children].entries())
      option.setAttribute('aria-selected', String(at === index))
    const { input } = this.field
    if (index < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `${LIST}-${index}`)
    this.list.children[index]?.scrollIntoView({ block: 'nearest' })
  }

  private onKey(event: KeyboardEvent): void {
    const count = this.found.length
    if (count === 0 || event.isComposing) return
    if (event.key === 'ArrowDown') this.activate((this.active + 1) % count)
    else if (event.key === 'ArrowUp')
      this.activate((this.active < 0 ? count : this.active + count - 1) % count)
    else if (event.key === 'Enter' && this.active >= 0) this.take(this.active)
    else if (event.key === 'Escape') this.close()
    else return
    event.preventDefault()
  }

  private onClick(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest('li') : null
    const index = option ? [...this.list.children].indexOf(option) : -1
    if (index >= 0) this.take(index)
  }

  /** A street still wants its number: the line stays open for it. */
  private take(index: number): void {
    const place = this.found[index]
    if (!place) return
    this.close()
    this.field.input.value = place.houseNumber === null ? `${place.street} ` : place.label
    this.field.clearPosition()
  }
}

function optionOf(label: string, index: number): HTMLLIElement {
  const option = document.createElement('li')
  option.id = `${LIST}-${index}`
  option.setAttribute('role', 'option')
  option.textContent = label
  return option
}
