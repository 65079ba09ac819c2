import { solveWork } from './solveWork.ts'

// While programs attack, a page asks for a little work before it goes on (src/platform/http/proof.ts). Without this script people
// wait and press the button.

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-work]')) void work(form)

async function work(form: HTMLFormElement): Promise<void> {
  const { work: seed = '', parts, bits, waitSeconds, computing = '' } = form.dataset
  const field = form.querySelector<HTMLInputElement>('input[name="nachweis"]')
  const told = form.querySelector('[data-work-told]')
  if (!field || !told) return
  told.textContent = computing
  // A very slow device may have waited long enough before it has computed enough.
  const end = performance.now() + Number(waitSeconds) * 1000 + 500
  const found = await solveWork(seed, { parts: Number(parts), bits: Number(bits) }, end)
  if (found) field.value = `${field.value}:${found.join('-')}`
  form.requestSubmit()
}
