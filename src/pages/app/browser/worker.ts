import { endPauses, nextTryAt, sendWaiting } from './queue.ts'

// Answers for the pages of reporting where there is no net: with their files, the empty forms, and a page that says so. It keeps
// copies that were made for nobody in particular (src/pages/app/showCopies.tsx) and never an answer to somebody.

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface MessageEventToUs extends ExtendableEvent {
  readonly data: unknown
}
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}
interface Events {
  install: ExtendableEvent
  activate: ExtendableEvent
  fetch: FetchEvent
  message: MessageEventToUs
  sync: SyncEvent
}
/** Of a service worker's surroundings (W3C Service Workers) what is used here; the pages' library of types does not know them. */
interface Surroundings {
  /** Set by the script at the root, after this one. */
  shell: { version: string; files: readonly string[] }
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener<K extends keyof Events>(kind: K, listen: (event: Events[K]) => void): void
}
declare const self: Surroundings

const PREFIX = 'melden-'
const cacheName = (): string => `${PREFIX}${self.shell.version}`

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => {
  if (typeof event.data === 'string' && event.data.startsWith('copies:'))
    event.waitUntil(keepCopies(event.data.slice('copies:'.length)).catch(offline))
})
self.addEventListener('sync', (event) => {
  if (event.tag === 'melden') event.waitUntil(sendAndSay())
})
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (url.origin !== location.origin) return
  if (event.request.mode === 'navigate') event.respondWith(page(event.request, url))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(file(event.request))
})

async function install(): Promise<void> {
  const cache = await caches.open(cacheName())
  await cache.addAll([...self.shell.files])
  await keepCopies('')
  await self.skipWaiting()
}

async function activate(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter((name) => name.startsWith(PREFIX) && name !== cacheName())
      .map((name) => caches.delete(name)),
  )
  await self.clients.claim()
}

/** The browser sends it again later when this fails. */
async function sendAndSay(): Promise<void> {
  await endPauses()
  await sendWaiting()
  if ((await nextTryAt()) !== null) throw new Error('not all is sent')
}

const offline = (error: unknown): void => {
  if (!(error instanceof TypeError)) throw error
}

const HEADERS = ['content-security-policy', 'permissions-policy', 'referrer-policy', 'x-content-type-options']

/** Fetches the copies in the language of `search` ('' or '?lang=en') and forgets those that are no more. */
async function keepCopies(search: string): Promise<void> {
  const answer = await fetch(`/app/copies${search}`, { credentials: 'omit' })
  if (!answer.ok) return
  const { copies }: { copies: { address: string; html: string }[] } = await answer.json()
  const cache = await caches.open(cacheName())
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' })
  for (const name of HEADERS) headers.set(name, answer.headers.get(name) ?? '')
  for (const { address, html } of copies) await cache.put(address, new Response(html, { headers }))
  const current = new Set(copies.map(({ address }) => new URL(address, location.origin).href))
  for (const { url } of await cache.keys()) {
    const { pathname, search: of } = new URL(url)
    if (pathname.startsWith('/melden') && of === search && !current.has(url)) await cache.delete(url)
  }
}

/** A file's name changes with its content, so one that is here is the right one. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

/** From the net; without it the copy of this very form, or the page that says that there is none. */
async function page(request: Request, url: URL): Promise<Response> {
  const form = /^\/melden\/[^/]+$/.exec(url.pathname)?.[0]
  const copy = request.method === 'GET' && (form ?? (url.pathname === '/melden' ? url.pathname : null))
  const answered = fetch(request)
  // When it comes too late nobody listens.
  answered.catch(offline)
  try {
    const soon = copy ? await Promise.race([answered, afterPatience(copy, url)]) : null
    return soon ?? (await answered)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // What was typed is in the device's draft: the form brings it back and goes on without net.
    if (form && request.method === 'POST') return Response.redirect(`${form}${withoutNet(url)}`, 303)
    const found = (form && (await copyOf(form, url))) ?? (await copyOf('/melden', url))
    if (!found) throw error
    return found
  }
}

/** A net that answers nothing is as good as none. */
const PATIENCE_MS = 10_000
async function afterPatience(path: string, url: URL): Promise<Response | undefined> {
  await new Promise((resume) => setTimeout(resume, PATIENCE_MS))
  return copyOf(path, url)
}

function withoutNet({ searchParams }: URL): string {
  const search = new URLSearchParams({ netz: 'weg' })
  const lang = searchParams.get('lang')
  if (lang) search.set('lang', lang)
  return `?${search.toString()}`
}

async function copyOf(path: string, { searchParams }: URL): Promise<Response | undefined> {
  const cache = await caches.open(cacheName())
  const lang = searchParams.get('lang')
  const own = lang
    ? await cache.match(`${path}?${new URLSearchParams({ lang }).toString()}`, { ignoreVary: true })
    : null
  return own ?? (await cache.match(path, { ignoreVary: true }))
}
