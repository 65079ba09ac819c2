import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { completed, deskView, type DeskView } from '../../src/desk/contract.ts'
import type { TestServer } from './server.ts'

/** A number from those that the Bundesnetzagentur keeps free for films and examples. */
export const PRACTICE_PHONE = '0171 3920012'

/** Number of the case and the promise as it was said. */
const promised = completed.extend({ caseNumber: z.string(), promise: z.string() })
export type PracticeCase = z.infer<typeof promised>

/** Takes a training call through to a promised callback over the API. */
export async function makePracticeCase(server: TestServer, login: string): Promise<PracticeCase> {
  const cookie = await signedIn(server, login)
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${server.url}/api/v1/desk${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
  const desk = async (): Promise<DeskView> => deskView.parse(await ask('get', ''))
  const { callId } = z.object({ callId: z.uuid() }).parse(await ask('post', '/training', {}))
  await until(async () => (await desk()).call?.stage === 'offered')
  await ask('post', `/calls/${callId}/accept`, {})
  await until(async () => (await desk()).call?.stage === 'connected')
  const [window] = (await desk()).windows
  const record = {
    serviceId: 'personalausweis',
    reason: 'Ausweis läuft ab',
    contactPhone: PRACTICE_PHONE,
    phoneReadBack: true,
    windowStart: window?.start,
    windowEnd: window?.end,
    outcome: 'callback',
  }
  return promised.parse(await ask('post', `/calls/${callId}/complete`, record))
}

async function signedIn(server: TestServer, login: string): Promise<string> {
  const { password } = server.account(login)
  const response = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  const [cookie] = response.headers.getSetCookie()
  if (!response.ok || !cookie) throw new Error(`sign-in of ${login}: ${response.status}`)
  return cookie.split(';')[0] ?? ''
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('did not happen within 10 s')
    await wait(100)
  }
}
