import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { Client } from './client.ts'
import type { Server } from './server.ts'

/** Opens the worklist and hands each new row's number to `seen` once it is painted. */
export async function openWorklist(
  page: Page,
  server: Server,
  clerk: Client,
  seen: (number: string) => void,
) {
  const [name = '', value = ''] = clerk.cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.exposeFunction('benchSeen', seen)
  await page.goto(`${server.url}/console/rueckrufe`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // Text, because the page has types of its own: the moment is the page's, both clocks are this machine's.
  await page.evaluate(`
    window.benchRows = new Map()
    const note = () => {
      for (const { textContent: number } of document.querySelectorAll('.worklist__open'))
        if (!benchRows.has(number)) {
          const times = { shown: Date.now() }
          benchRows.set(number, times)
          // A task after the frame's callbacks runs once the frame is painted.
          requestAnimationFrame(() => setTimeout(() => {
            times.painted = Date.now()
            benchSeen(number)
          }))
        }
    }
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true })`)
}

/** Epoch milliseconds of a row, by its case number. */
export const rowTimes = z.object({ shown: z.number(), painted: z.number() })
