import type { Reader } from '../../../platform/db/connect.ts'
import type { Lang } from '../../../shared/lang.ts'
import { PROMPT_PATH, soundFileOf } from '../../prompts/registry.ts'
import { ownPrompts } from '../../prompts/promptStore.ts'

/** Where the telephone system finds each prompt of a city: the city's own recording, or the built-in one. */
export interface Media {
  of(names: readonly string[], lang: Lang): string[]
  builtIn(names: readonly string[], lang: Lang): string[]
}

/** @param address where the telephone system reaches this program; null when it cannot */
export async function mediaOf(reader: Reader, cityId: string, address: string | null): Promise<Media> {
  const own = address === null ? [] : await ownPrompts(reader, cityId)
  const keys = new Map(own.map(({ lang, name, key }) => [`${lang}/${name}`, key]))
  const file = (name: string, lang: Lang): string => `sound:${soundFileOf(name, lang)}`
  return {
    of: (names, lang) =>
      names.map((name) => {
        const key = keys.get(`${lang}/${name}`)
        // The cache of the telephone system knows the format by the ending.
        return key === undefined ? file(name, lang) : `sound:${address}${PROMPT_PATH}/${key}.wav`
      }),
    builtIn: (names, lang) => names.map((name) => file(name, lang)),
  }
}
