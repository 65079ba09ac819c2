import type { SiteAssets } from './assets.ts'
import type { ChosenLanguage, PageLanguage } from './language.ts'

/** What every page knows before it draws anything of its own. */
export interface Frame extends ChosenLanguage {
  /** Whose pages these are, "Stadt Lünen"; null when that cannot be found out (an error page). */
  owner: string | null
  /** A sentence on top of every page, or null. */
  banner: string | null
  /** Path and query of this page, for the language switch. */
  here: { path: string; query: Readonly<Record<string, string>> }
  assets: SiteAssets
}

/** A link within the site that keeps the chosen language. Never put personal data into `query`. */
export function linkTo(frame: Frame, path: string, query: Readonly<Record<string, string>> = {}): string {
  return address(path, frame.byLink ? { ...query, lang: frame.lang } : query)
}

/** This page in another language. */
export function hereIn(frame: Frame, lang: PageLanguage): string {
  return address(frame.here.path, { ...frame.here.query, lang })
}

function address(path: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString()
  return text ? `${path}?${text}` : path
}
