import { scaledDown } from './scaledDown.ts'

/** The photos that somebody chose on this page. */
export interface ChosenPhotos {
  all(): Blob[]
  set(photos: readonly Blob[]): void
  onChange(listen: () => void): void
}

const NONE: ChosenPhotos = { all: () => [], set: () => undefined, onChange: () => undefined }

/** Makes the form's field for files one that shows what was chosen, adds to it, and has the camera first on a telephone. */
export function choosePhotos(form: HTMLFormElement): ChosenPhotos {
  const field = form.querySelector<HTMLInputElement>('input[type="file"][name="photos"]')
  const part = form.querySelector<HTMLElement>('[data-photo-chooser]')
  return field && part && !field.disabled ? new PhotoChooser(field, part) : NONE
}

class PhotoChooser implements ChosenPhotos {
  readonly #field: HTMLInputElement
  readonly #part: HTMLElement
  readonly #most: number
  #photos: File[] = []
  #listen: () => void = () => undefined

  constructor(field: HTMLInputElement, part: HTMLElement) {
    this.#field = field
    this.#part = part
    this.#most = Number(part.dataset['most'])
    part.hidden = false
    field.addEventListener('change', (event) => {
      event.stopPropagation()
      void this.#add([...(field.files ?? [])])
    })
    if (matchMedia('(pointer: coarse)').matches) this.#cameraFirst()
  }

  all(): Blob[] {
    return [...this.#photos]
  }

  set(photos: readonly Blob[]): void {
    this.#photos = photos.map((photo, n) =>
      photo instanceof File ? photo : new File([photo], `foto-${n + 1}.jpg`, { type: photo.type }),
    )
    this.#show()
  }

  onChange(listen: () => void): void {
    this.#listen = listen
  }

  #cameraFirst(): void {
    const buttons = this.#part.querySelector<HTMLElement>('[data-photo-buttons]')
    if (!buttons) return
    buttons.hidden = false
    this.#field.classList.add('kern-sr-only')
    this.#field.tabIndex = -1
    this.#press('[data-camera]', { capture: 'environment' })
    this.#press('[data-pictures]', { multiple: '' })
  }

  /** A button that opens a field of its own, because only that one asks for the camera. */
  #press(button: string, attributes: Readonly<Record<string, string>>): void {
    const field = document.createElement('input')
    field.type = 'file'
    field.accept = this.#field.accept
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value)
    field.addEventListener('change', () => {
      const files = [...(field.files ?? [])]
      // So that the same photo can be chosen again.
      field.value = ''
      void this.#add(files)
    })
    this.#part.querySelector(button)?.addEventListener('click', () => field.click())
  }

  async #add(files: readonly File[]): Promise<void> {
    const scaled: File[] = []
    // One after another: each is a whole picture in memory.
    for (const file of files) scaled.push(await scaledDown(file))
    const photos = [...this.#photos, ...scaled]
    this.#photos = photos.slice(0, this.#most)
    const told = this.#part.querySelector('[data-photo-told]')
    if (told) told.textContent = photos.length > this.#most ? (this.#part.dataset['tooMany'] ?? '') : ''
    this.#show()
    this.#listen()
  }

  #show(): void {
    const files = new DataTransfer()
    for (const photo of this.#photos) files.items.add(photo)
    this.#field.files = files.files
    this.#part
      .querySelector('[data-chosen]')
      ?.replaceChildren(...this.#photos.map((photo, index) => this.#row(photo, index)))
  }

  #row(photo: File, index: number): Node {
    const template = this.#part.querySelector<HTMLTemplateElement>('template[data-photo]')
    const row = document.importNode(template?.content ?? new DocumentFragment(), true)
    const canvas = row.querySelector('canvas')
    const label = (canvas?.dataset['label'] ?? '').replace('#', String(index + 1))
    const name = row.querySelector('[data-name]')
    if (name) name.textContent = label
    if (canvas) {
      canvas.setAttribute('role', 'img')
      canvas.setAttribute('aria-label', label)
      void draw(canvas, photo)
    }
    row.querySelector('button')?.addEventListener('click', () => {
      this.#photos = this.#photos.filter((one) => one !== photo)
      this.#show()
      this.#listen()
      this.#focus()
    })
    return row
  }

  /** The button that had the focus is gone. */
  #focus(): void {
    const next = this.#part.querySelector<HTMLElement>('[data-chosen] button, [data-camera]')
    const seen = next && next.offsetParent !== null ? next : this.#field
    seen.focus()
  }
}

const PREVIEW_PIXELS = 192

async function draw(canvas: HTMLCanvasElement, photo: File): Promise<void> {
  const picture = await pictureOf(photo)
  // What this browser cannot read the city perhaps can.
  if (!picture) return
  const scale = PREVIEW_PIXELS / Math.max(picture.width, picture.height)
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
}

async function pictureOf(photo: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(photo)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
