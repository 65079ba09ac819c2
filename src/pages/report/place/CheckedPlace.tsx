import type { PageLanguage } from '../../../platform/ui/language.ts'
import { Radios } from '../../../platform/ui/Radios.tsx'
import { reportTexts } from '../texts.ts'
import { type DraftPlace, ONLY_WORDS } from './placeOfDraft.ts'
import { placeTexts } from './texts.ts'

interface PlaceAnswerProps {
  where: DraftPlace
  isPrivate: boolean
  lang: PageLanguage
}

/** The place once more, and how good the position is that goes with it. */
export function PlaceAnswer({ where: { place, at, metres }, isPrivate, lang }: PlaceAnswerProps) {
  const texts = placeTexts[lang]
  const { check } = reportTexts[lang]
  return (
    <>
      {place || check.nothing}
      {metres !== null && (
        <>
          <br />
          {at ? texts.precision(metres) : texts.notSent(metres)}
        </>
      )}
      {isPrivate && (
        <>
          <br />
          {texts.private}
        </>
      )}
    </>
  )
}

/** Which address is meant, where what was typed may be one; saying none of them is as easy. */
export function MeantPlace({ where, lang }: { where: DraftPlace; lang: PageLanguage }) {
  const { candidates, likely, place } = where
  if (candidates.length === 0) return null
  const texts = placeTexts[lang]
  const options = candidates.map((label) => ({ value: label, text: label }))
  return (
    <Radios
      id="gemeint"
      name="gemeint"
      legend={texts.meant}
      value={likely ?? ONLY_WORDS}
      options={[...options, { value: ONLY_WORDS, text: texts.onlyWords(place) }]}
    />
  )
}
