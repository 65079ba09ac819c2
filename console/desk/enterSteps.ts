/**
 * Enter goes from field to field and at the end to saving. Steps are the elements with `data-step` in their
 * order; a group of windows is one step and takes its first one when none is chosen.
 * @returns false when Enter should save
 */
export function goOn(form: HTMLFormElement, from: HTMLElement): boolean {
  if (from.dataset['step'] === 'window' || from.matches('[name=outcome]')) return goOnFromChoice(form, from)
  const steps = stepsOf(form)
  const next = steps.slice(steps.indexOf(from) + 1).find((step) => !isSameGroup(step, from))
  if (next) return enter(next)
  form.querySelector<HTMLElement>('[type=submit]')?.focus()
  return true
}

/** Of a list of boxes the space bar ticks any, and Enter leaves them. */
const isSameGroup = (step: HTMLElement, from: HTMLElement): boolean =>
  step instanceof HTMLInputElement &&
  from instanceof HTMLInputElement &&
  step.type === 'checkbox' &&
  step.name === from.name

function goOnFromChoice(form: HTMLFormElement, from: HTMLElement): boolean {
  if (from.dataset['step'] === 'window') return false
  const window = firstWindow(form)
  return window ? enter(window) : false
}

/** Focuses a step; a window that is reached is chosen, because the earliest is what most people want. */
function enter(step: HTMLElement): boolean {
  step.focus()
  if (step.dataset['step'] === 'window' && step instanceof HTMLInputElement && !step.checked) step.click()
  return true
}

/** Focuses the chosen window, or chooses the first one. */
export function goToWindows(form: HTMLFormElement): void {
  const window = firstWindow(form)
  if (window) enter(window)
}

function stepsOf(form: HTMLFormElement): HTMLElement[] {
  const window = firstWindow(form)
  return [...form.querySelectorAll<HTMLElement>('[data-step]')].filter(
    (step) => step.dataset['step'] !== 'window' || step === window,
  )
}

const firstWindow = (form: HTMLFormElement): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>('[data-step=window]:checked') ??
  form.querySelector<HTMLInputElement>('[data-step=window]')

/** Focuses what an appointment still needs: name, number, its reading aloud, else saving. */
export function goToOpen(form: HTMLFormElement): void {
  const needed = [
    ...form.querySelectorAll<HTMLInputElement>('.intake__contact input:not([name=contactEmail])'),
  ]
  const open = needed.find(({ type, checked, value }) =>
    type === 'checkbox' ? !checked : value.trim() === '',
  )
  const next = open ?? form.querySelector<HTMLElement>('[type=submit]')
  next?.focus()
}

/** Focuses the first field that has an error. */
export function goToError(form: HTMLFormElement): void {
  form.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid] input, section[data-invalid]')?.focus()
}
