import type { Context as HonoContext } from 'hono'
import { type City, cityOf } from '../city/index.ts'
import type { MapConfig } from '../config.ts'
import type { Context, Platform } from '../platform/context.ts'
import type { ReadyCheck } from '../platform/http/ready.ts'
import type { RequestScope } from '../platform/http/route.ts'
import type { PdfPrinter } from '../platform/pdf/pdfPrinter.ts'
import type { SiteAssets } from '../platform/ui/assets.ts'
import type { Frame } from '../platform/ui/frame.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import { type Calling, callingOf, type QueueView } from './calling.ts'
import { frameOf } from './frameOf.ts'
import type { TelephoneSnapshot } from '../telephony/index.ts'

export interface PageNeeds {
  assets: SiteAssets
  /** null while no telephone part is wired: then nobody is told how many wait. */
  queue: QueueView | null
  /** What the pages' addresses begin with; null where only the request can tell. */
  publicUrl: string | null
  /** Where pictures of a map come from; without it no page offers one. */
  map?: MapConfig | null
  /** What tells how the parts of the house work; without any, that is not known. */
  checks?: readonly ReadyCheck[]
  /** What prints a page as PDF; null where no browser is installed. */
  pdf?: PdfPrinter | null
}

/** One request for a citizen page, with everything that a page may ask. */
export interface Visit {
  c: HonoContext
  platform: Platform
  ctx: Context<{ kind: 'citizen' }>
  city: City
  frame: Frame
  /** For throttling only. */
  address: string
  /** Cookies go over TLS only. */
  tls: boolean
  /** What the pages' addresses begin with. */
  site: string
  map: MapConfig | null
  /** The telephone system as it is now; null without one. */
  telephone(): Pick<TelephoneSnapshot, 'connected' | 'well'> | null
  checks: readonly ReadyCheck[]
  pdf: PdfPrinter | null
  /** In the page's language, unless another one is asked for. */
  calling(lang?: PageLanguage): Promise<Calling>
}

export async function visitOf(c: HonoContext, scope: RequestScope, needs: PageNeeds): Promise<Visit> {
  const { platform } = scope
  const city = await cityOf(platform.db, scope.cityId)
  const frame = frameOf(c, city, needs.assets)
  return {
    c,
    platform,
    ctx: { ...platform, cityId: city.id, actor: { kind: 'citizen' } },
    city,
    frame,
    address: scope.request.address,
    tls: needs.publicUrl?.startsWith('https:') ?? false,
    site: needs.publicUrl ?? new URL(c.req.url).origin,
    map: needs.map ?? null,
    telephone: () => needs.queue?.snapshot(city.id) ?? null,
    checks: needs.checks ?? [],
    pdf: needs.pdf ?? null,
    calling: (lang = frame.lang) => callingOf(platform, city, needs.queue, lang),
  }
}
