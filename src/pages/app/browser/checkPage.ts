import { afterTry, type Entry } from '../deviceRule.ts'
import { changeEntry, entryOf, keepEntry, removeEntry } from './deviceStore.ts'
import { askForSync } from './list.ts'
import { goToList, languageSearch, TAKES_AWAY, textIn } from './page.ts'
import { send } from './send.ts'

/** The last button: what it sends is kept on the device first, so that no net, or no answer, loses nothing. */
export function sendFromCheckPage(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void sendNow(form)
  })
  document.addEventListener('submit', ({ submitter }) => {
    // What is taken away at the city must not come back from here.
    if (submitter?.matches(TAKES_AWAY)) void changeEntry(keyIn(form), (entry) => ({ ...entry, photos: [] }))
  })
}

const keyIn = (form: HTMLFormElement): string => textIn(form).find(([field]) => field === 'key')?.[1] ?? ''

async function sendNow(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button')
  const label = button?.querySelector('.kern-label')
  if (button) button.disabled = true
  if (label) label.textContent = form.dataset['sending'] ?? ''
  const entry = await entryIn(form)
  if (!(await kept(entry))) return form.submit()
  // The city has the photos: they came with the form.
  const outcome = await send(entry, { photos: false, shown: true })
  if (outcome.is === 'later') {
    await keepEntry(afterTry(entry, outcome, Date.now()))
    await askForSync()
    return goToList()
  }
  if (outcome.is === 'sent') {
    await removeEntry(entry.key)
    return location.assign(`/melden/fertig${languageSearch()}`)
  }
  await keepEntry({ ...entry, state: 'draft' })
  // The city's own page says what is wrong, at each field.
  form.submit()
}

/** A device without room still sends, as without this script. */
async function kept(entry: Entry): Promise<boolean> {
  try {
    await keepEntry(entry)
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

async function entryIn(form: HTMLFormElement): Promise<Entry> {
  const { reportSend: id = '', name = '' } = form.dataset
  const fields = textIn(form)
  const key = keyIn(form)
  const draft = await entryOf(key)
  const now = Date.now()
  return {
    key,
    state: 'waiting',
    category: { id, name },
    search: languageSearch(),
    begunAt: draft?.begunAt ?? now,
    changedAt: now,
    fields,
    photos: draft?.photos ?? [],
    tries: 0,
    nextAt: 0,
    answer: null,
    faults: [],
  }
}
