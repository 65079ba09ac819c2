import type { Visit } from '../visit.ts'
import { showManifest } from './manifest.ts'
import { showServiceWorker } from './serviceWorker.ts'
import { showCopies } from './showCopies.tsx'

interface AppPage {
  path: string
  show: (visit: Visit) => Promise<Response>
}

/** What makes the reporting pages an app: all of it is read, by programs. */
export const appPages: readonly AppPage[] = [
  { path: '/sw.js', show: showServiceWorker },
  { path: '/app/manifest.webmanifest', show: showManifest },
  { path: '/app/copies', show: showCopies },
]
