/** The languages of the citizen pages; `einfach` is plain German in short sentences. */
export const PAGE_LANGUAGES = ['de', 'en', 'einfach'] as const
export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

/** What the `lang` attribute says: `simple` is the registered variant for plain language (RFC 5646). */
export const HTML_LANG = { de: 'de', en: 'en', einfach: 'de-simple' } as const satisfies Record<
  PageLanguage,
  string
>

export interface ChosenLanguage {
  lang: PageLanguage
  /** Chosen by a link, so every further link carries it on; there is no cookie. */
  byLink: boolean
}

/** `?lang=` first, then what the browser asks for, then German. */
export function chooseLanguage(parameter: string | undefined, acceptLanguage: string): ChosenLanguage {
  const chosen = PAGE_LANGUAGES.find((lang) => lang === parameter)
  if (chosen) return { lang: chosen, byLink: true }
  return { lang: preferred(acceptLanguage), byLink: false }
}

function preferred(acceptLanguage: string): PageLanguage {
  const ranges = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const quality = Number(options.find((option) => option.startsWith('q='))?.slice(2) ?? 1)
      return { tag, quality: Number.isFinite(quality) ? quality : 0 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of ranges) {
    if (/^de\b/.test(tag)) return 'de'
    if (/^en\b/.test(tag)) return 'en'
  }
  return 'de'
}
