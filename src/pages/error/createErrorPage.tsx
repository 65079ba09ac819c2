import type { Context as HonoContext } from 'hono'
import { html } from 'hono/html'
import { type City, cityByHost } from '../../city/index.ts'
import type { Platform } from '../../platform/context.ts'
import type { ErrorPage as DrawError } from '../../platform/http/errors.ts'
import type { SiteAssets } from '../../platform/ui/assets.ts'
import { frameOf } from '../frameOf.ts'
import { BusyPage } from './BusyPage.tsx'
import { ErrorPage } from './ErrorPage.tsx'
import { requestAgain } from './requestAgain.ts'

/** Draws errors in the layout of the other pages. */
export function createErrorPage(platform: Platform, assets: SiteAssets): DrawError {
  return async ({ status, message, retryAfterSeconds }, c) => {
    const frame = frameOf(c, await ownerOf(platform, c, status), assets)
    const page =
      retryAfterSeconds === null ? (
        <ErrorPage frame={frame} status={status} message={message} />
      ) : (
        <BusyPage
          frame={frame}
          reason={status === 429 ? 'network' : 'all'}
          seconds={retryAfterSeconds}
          request={await requestAgain(c)}
        />
      )
    return html`<!doctype html>${page}`
  }
}

/** When the fault is ours the database may be the one that is away: asking it again would only make people wait. */
async function ownerOf(platform: Platform, c: HonoContext, status: number): Promise<City | null> {
  if (status >= 500) return null
  try {
    return await cityByHost(platform.db, new URL(c.req.url).hostname)
  } catch (error) {
    platform.log.warn({ err: error }, 'error page without its city')
    return null
  }
}
