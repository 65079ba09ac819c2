import { isOver } from '../deviceRule.ts'
import { sendFromCheckPage } from './checkPage.ts'
import { allEntries, removeEntry } from './deviceStore.ts'
import { keepForm } from './formPage.ts'
import { showList } from './list.ts'
import { languageSearch } from './page.ts'
import { sendWaiting } from './queue.ts'

// Reporting on a device that has no net now and then. Every page is whole without it.

const form = document.querySelector<HTMLFormElement>('form[data-report]')
const sending = document.querySelector<HTMLFormElement>('form[data-report-send]')
const list = document.querySelector<HTMLElement>('[data-device-list]')

void start()

async function start(): Promise<void> {
  void keepPages()
  try {
    await forgetOld()
  } catch (error) {
    // A browser that keeps nothing: everything goes on as without this script.
    if (error instanceof DOMException) return
    throw error
  }
  if (form) await keepForm(form)
  if (sending) sendFromCheckPage(sending)
  if (list) return showList(list)
  window.addEventListener('online', () => void sendWaiting())
  await sendWaiting()
}

/** The script that answers without net, and fresh copies for it in this page's language. */
async function keepPages(): Promise<void> {
  // Pages without TLS may not.
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js', { type: 'module', scope: '/meld' })
  const { active } = await navigator.serviceWorker.ready
  // Within one origin there is no target to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  active?.postMessage(`copies:${languageSearch()}`)
}

async function forgetOld(): Promise<void> {
  const now = Date.now()
  for (const entry of await allEntries()) if (isOver(entry, now)) await removeEntry(entry.key)
}
