import { chooseLanguage, PAGE_LANGUAGES, type PageLanguage } from '../../platform/ui/language.ts'

/** What the widget can show, in its order. */
export const WIDGET_PARTS = ['aktuelles', 'lage', 'warten', 'rueckruf', 'termine', 'monat'] as const
export type WidgetPart = (typeof WIDGET_PARTS)[number]
/** `auto` follows the reader's browser. */
export const COLOURS = ['auto', 'hell', 'dunkel'] as const
export type Colour = (typeof COLOURS)[number]

/** How a page of somebody else wants the widget. */
export interface WidgetOptions {
  lang: PageLanguage
  colour: Colour
  /** In the order of `WIDGET_PARTS`, at least one. */
  parts: readonly WidgetPart[]
}

/** The names in an address. */
export type OptionName = 'sprache' | 'farbe' | 'teile'
export interface ReadOptions {
  options: WidgetOptions
  /** What could not be understood, with what is possible instead; there the usual counts. */
  errors: readonly (readonly [OptionName, possible: readonly string[]])[]
}

/**
 * The options of an address. `teile` is one list with commas or several values; `lang` counts where there is no `sprache`.
 * @param usual the language where neither is there
 */
export function readWidgetOptions(query: URLSearchParams, usual: PageLanguage): ReadOptions {
  const errors: (readonly [OptionName, readonly string[]])[] = []
  const oneOf = <T extends string>(name: OptionName, known: readonly T[], otherwise: T): T => {
    const asked = query.get(name)
    if (asked === null) return otherwise
    const found = known.find((each) => each === asked)
    if (found === undefined) errors.push([name, known])
    return found ?? otherwise
  }
  const byLink = chooseLanguage(query.get('lang') ?? undefined, '')
  const lang = oneOf('sprache', PAGE_LANGUAGES, byLink.byLink ? byLink.lang : usual)
  const colour = oneOf('farbe', COLOURS, 'auto')
  const asked = query.getAll('teile').flatMap((text) => text.split(',').map((part) => part.trim()))
  const parts = WIDGET_PARTS.filter((part) => asked.includes(part))
  const isWrong = query.has('teile') && (parts.length === 0 || asked.some((part) => !isPart(part)))
  if (isWrong) errors.push(['teile', WIDGET_PARTS])
  return { options: { lang, colour, parts: parts.length === 0 ? WIDGET_PARTS : parts }, errors }
}

/** The same options as an address says them: the language always, the rest where it is not as usual. */
export function widgetQuery({ lang, colour, parts }: WidgetOptions): URLSearchParams {
  const query = new URLSearchParams({ sprache: lang })
  if (colour !== 'auto') query.set('farbe', colour)
  if (parts.length < WIDGET_PARTS.length) query.set('teile', parts.join(','))
  return query
}

const isPart = (text: string): boolean => WIDGET_PARTS.some((part) => part === text)
