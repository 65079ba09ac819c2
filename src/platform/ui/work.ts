import { solvePart } from '../../shared/work.ts'

// While programs attack, a page asks for a little work before it goes on (src/platform/http/proof.ts). Without this script people
// wait and press the button.

/** The page stays alive meanwhile. */
const TRIES_AT_ONCE = 2_000

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-work]')) void work(form)

async function work(form: HTMLFormElement): Promise<void> {
  const { work: seed = '', parts, bits, waitSeconds, computing = '' } = form.dataset
  const field = form.querySelector<HTMLInputElement>('input[name="nachweis"]')
  const told = form.querySelector('[data-work-told]')
  if (!field || !told) return
  told.textContent = computing
  // A very slow device may have waited long enough before it has computed enough.
  const end = performance.now() + Number(waitSeconds) * 1000 + 500
  const found = await solve(seed, { parts: Number(parts), bits: Number(bits) }, end)
  if (found) field.value = `${field.value}:${found.join('-')}`
  form.requestSubmit()
}

async function solve(
  seed: string,
  size: { parts: number; bits: number },
  end: number,
): Promise<number[] | null> {
  const found: number[] = []
  for (let from = 0; found.length < size.parts;) {
    const number = solvePart(seed, found.length, size, { from, tries: TRIES_AT_ONCE })
    from = number === null ? from + TRIES_AT_ONCE : 0
    if (number !== null) found.push(number)
    if (performance.now() > end) return null
    await new Promise((resume) => setTimeout(resume))
  }
  return found
}
