import type { ScriptTexts } from '../place/texts.ts'
import { locate } from './locate.ts'
import { PlaceField } from './placeField.ts'
import { suggest } from './suggest.ts'

// The place of a report with more comfort: suggestions while typing, the device's position, a map. The form is whole without it.

for (const root of document.querySelectorAll<HTMLElement>('[data-place]')) enhance(root)

function enhance(root: HTMLElement): void {
  const texts: ScriptTexts = JSON.parse(root.dataset['place'] ?? '{}')
  const field = PlaceField.in(root, texts)
  const tools = root.querySelector<HTMLElement>('[data-place-tools]')
  if (!field || !tools) return
  tools.hidden = false
  suggest(field)
  tools.querySelector('[data-locate]')?.addEventListener('click', () => locate(field))
  openMapFrom(tools, root, field)
}

function openMapFrom(tools: HTMLElement, root: HTMLElement, field: PlaceField): void {
  const button = tools.querySelector<HTMLButtonElement>('[data-open-map]')
  const box = root.querySelector<HTMLElement>('.map')
  const ground = box?.querySelector<HTMLElement>('[data-map]')
  const take = box?.querySelector<HTMLElement>('[data-take]')
  const label = button?.querySelector('.kern-label')
  if (!button || !box || !ground || !take || !label) return
  let drawn: Promise<void> | null = null
  button.addEventListener('click', () => {
    box.hidden = !box.hidden
    button.setAttribute('aria-expanded', String(!box.hidden))
    label.textContent = (box.hidden ? button.dataset['openMap'] : button.dataset['closeMap']) ?? ''
    if (box.hidden) return
    // It is larger than all the rest of the page: fetched by those who want it.
    drawn ??= import('./map.ts').then(({ drawMap }) => drawMap(ground, take, field))
    drawn.then(
      () => ground.focus(),
      () => {
        drawn = null
        box.hidden = true
        button.setAttribute('aria-expanded', 'false')
        label.textContent = button.dataset['openMap'] ?? ''
        field.tell(field.texts.lost)
      },
    )
  })
}
