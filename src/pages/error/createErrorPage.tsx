import type { Context as HonoContext } from 'hono'
import { html } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type City, cityByHost } from '../../city/index.ts'
import type { Platform } from '../../platform/context.ts'
import type { ErrorPage as DrawError } from '../../platform/http/errors.ts'
import { proofAsked } from '../../platform/http/proof.ts'
import type { SiteAssets } from '../../platform/ui/assets.ts'
import type { Frame } from '../../platform/ui/frame.ts'
import { frameOf } from '../frameOf.ts'
import { BusyPage } from './BusyPage.tsx'
import { ErrorPage } from './ErrorPage.tsx'
import { ProofPage } from './ProofPage.tsx'
import { requestAgain } from './requestAgain.ts'

/** Draws errors in the layout of the other pages. */
export function createErrorPage(platform: Platform, assets: SiteAssets): DrawError {
  return async (problem, c) => {
    const frame = frameOf(c, await ownerOf(platform, c, problem.status), assets)
    return html`<!doctype html>${await pageOf(problem, c, frame)}`
  }
}

async function pageOf(problem: Parameters<DrawError>[0], c: HonoContext, frame: Frame): Promise<JSX.Element> {
  const { status, message, retryAfterSeconds, extensions } = problem
  if (retryAfterSeconds === null) return <ErrorPage frame={frame} status={status} message={message} />
  const request = await requestAgain(c)
  const proof = proofAsked.safeParse(extensions['proof'])
  if (proof.success) return <ProofPage frame={frame} asked={proof.data} request={request} />
  const reason = status === 429 ? 'network' : 'all'
  return <BusyPage frame={frame} reason={reason} seconds={retryAfterSeconds} request={request} />
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
