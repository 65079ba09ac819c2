import type { Context as HonoContext } from 'hono'
import type { City } from '../city/index.ts'
import type { SiteAssets } from '../platform/ui/assets.ts'
import type { Frame } from '../platform/ui/frame.ts'
import { chooseLanguage } from '../platform/ui/language.ts'
import { sharedTexts } from './texts.ts'

/** The frame of a page of this city; of the query only the search words are carried into the language switch. */
export function frameOf(c: HonoContext, city: City | null, assets: SiteAssets): Frame {
  const chosen = chooseLanguage(c.req.query('lang'), c.req.header('accept-language') ?? '')
  const words = c.req.query('q')
  return {
    ...chosen,
    owner: city?.title ?? null,
    banner: city?.demo ? sharedTexts[chosen.lang].demo(city.name) : null,
    here: { path: c.req.path, query: words ? { q: words } : {} },
    assets,
  }
}
