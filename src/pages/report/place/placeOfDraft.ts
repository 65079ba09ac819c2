import { cityOf, isInCity, nearestAddress, searchPlaces } from '../../../city/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { PageLanguage } from '../../../platform/ui/language.ts'
import type { Category } from '../../../reports/index.ts'
import { cleanLine } from '../../../shared/cleanText.ts'
import { degreesInWords, type Point } from '../../../shared/point.ts'
import type { Draft } from '../keep.ts'
import { type DevicePosition, isPrecise, readPosition } from './readPositionRule.ts'
import { placeTexts } from './texts.ts'

/** On the check page: none of the addresses, only what was written. */
export const ONLY_WORDS = 'so'

const LONGEST_PLACE = 300

/** Where a report is, as far as its draft and the city's own list tell. */
export interface DraftPlace {
  /** In words, as it is stored. */
  place: string
  at: Point | null
  /** The address that the words mean; null: none, undefined: whatever they say. */
  locateBy: string | null | undefined
  /** How far off the device's position may be; null without one. */
  metres: number | null
  /** What the words may mean, for the person to say; nothing where that is clear. */
  candidates: readonly string[]
  /** Of these the one that is meant, as far as one can tell. */
  likely: string | null
  /** A sentence for the field. */
  error: string | null
}

const NOWHERE: DraftPlace = {
  place: '',
  at: null,
  locateBy: null,
  metres: null,
  candidates: [],
  likely: null,
  error: null,
}

/** A position of the device counts before words; words are a place without any address. */
export async function placeOfDraft(
  ctx: Context,
  category: Category,
  draft: Draft,
  lang: PageLanguage,
): Promise<DraftPlace> {
  if (category.place === 'none') return NOWHERE
  const words = cleanLine(draft.place)
  const position = readPosition(draft.position)
  if (!position) return placeInWords(ctx, words, draft.meant)
  if (isPrecise(position)) return placeOfPosition(ctx, words, position, lang)
  const missing = words === '' && category.place === 'needed'
  const error = missing ? placeTexts[lang].tooVague(position.metres) : null
  return { ...(await placeInWords(ctx, words, draft.meant)), metres: position.metres, error }
}

async function placeOfPosition(
  { db, cityId }: Context,
  words: string,
  { at, metres }: DevicePosition,
  lang: PageLanguage,
): Promise<DraftPlace> {
  const found = { ...NOWHERE, at, metres }
  if (!(await isInCity(db, cityId, at))) {
    const { name } = await cityOf(db, cityId)
    return { ...found, place: words, error: placeTexts[lang].outside(name) }
  }
  if (words !== '') return { ...found, place: words }
  const near = await nearestAddress(db, cityId, at)
  return { ...found, place: near ? `bei ${near.place.label}` : degreesInWords(at) }
}

async function placeInWords({ db, cityId }: Context, words: string, meant: string): Promise<DraftPlace> {
  if (words === '') return NOWHERE
  if (meant === ONLY_WORDS) return { ...NOWHERE, place: words }
  const { places, exact, hasWords } = await searchPlaces(db, cityId, words)
  const chosen = places.find(({ label }) => label === meant)
  if (chosen) return { ...NOWHERE, place: withAddress(words, chosen.label, hasWords), locateBy: chosen.label }
  const candidates = exact?.label === words ? [] : places.map(({ label }) => label)
  return { ...NOWHERE, place: words, locateBy: undefined, candidates, likely: exact?.label ?? null }
}

/** What was said besides the address stays. */
function withAddress(words: string, label: string, hasWords: boolean): string {
  const both = `${words} (${label})`
  return hasWords && both.length <= LONGEST_PLACE ? both : hasWords ? words : label
}
