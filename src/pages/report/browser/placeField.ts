import type { ScriptTexts } from '../place/texts.ts'

/** The form's place: the line of text, the position that goes with it, and a line that is read aloud. */
export class PlaceField {
  readonly input: HTMLInputElement
  readonly texts: ScriptTexts
  private readonly position: HTMLInputElement
  private readonly told: HTMLElement

  private constructor(
    input: HTMLInputElement,
    position: HTMLInputElement,
    told: HTMLElement,
    texts: ScriptTexts,
  ) {
    this.input = input
    this.position = position
    this.told = told
    this.texts = texts
  }

  static in(root: HTMLElement, texts: ScriptTexts): PlaceField | null {
    const input = root.querySelector<HTMLInputElement>('#place')
    const position = root.querySelector<HTMLInputElement>('#position')
    const told = root.querySelector<HTMLElement>('[data-place-told]')
    return input && position && told ? new PlaceField(input, position, told, texts) : null
  }

  tell(sentence: string): void {
    this.told.textContent = sentence
  }

  /** The position goes with the form, until somebody takes the tick away. */
  setPosition({ lat, lon, metres }: { lat: number; lon: number; metres: number }, hint: string): void {
    this.position.value = `${lat.toFixed(6)},${lon.toFixed(6)},${Math.ceil(metres)}`
    this.position.checked = true
    this.showPosition(true, hint)
  }

  /** An address that was chosen is a place of its own. */
  clearPosition(): void {
    this.position.value = ''
    this.position.checked = false
    this.showPosition(false, '')
  }

  private showPosition(shown: boolean, hint: string): void {
    const box = this.position.closest<HTMLElement>('.check')
    if (box) box.hidden = !shown
    const line = document.getElementById('position-hinweis')
    if (line) line.textContent = hint
  }
}

/** Puts a size, an address or a number into a sentence. */
export const filled = (sentence: string, value: string | number): string =>
  sentence.replace('#', String(value))

/** Asks this server; null when it does not answer, or something newer was asked. */
export async function ask<T>(path: string, body: object, signal: AbortSignal): Promise<T | null> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    })
    return answer.ok ? ((await answer.json()) satisfies T) : null
  } catch (error) {
    if (error instanceof Error && ['AbortError', 'TypeError'].includes(error.name)) return null
    throw error
  }
}
