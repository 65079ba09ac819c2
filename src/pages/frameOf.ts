import type { Context as HonoContext } from 'hono'
import type { City } from '../city/index.ts'
import type { SiteAssets } from '../platform/ui/assets.ts'
import type { Frame } from '../platform/ui/frame.ts'
import { chooseLanguage, type PageLanguage } from '../platform/ui/language.ts'
import { sharedTexts } from './texts.ts'

/** The frame of a page of this city; of the query only the search words are carried into the language switch. */
export function frameOf(c: HonoContext, city: City | null, assets: SiteAssets): Frame {
  const chosen = chooseLanguage(c.req.query('lang'), c.req.header('accept-language') ?? '')
  const words = c.req.query('q')
  return {
    ...chosen,
    owner: city?.title ?? null,
    banner: bannerOf(city, chosen.lang),
    here: { path: c.req.path, query: words ? { q: words } : {} },
    assets,
  }
}

/** Above each page of a city that is an example. */
export const bannerOf = (city: Pick<City, 'demo' | 'name'> | null, lang: PageLanguage): string | null =>
  city?.demo ? sharedTexts[lang].demo(city.name) : null
