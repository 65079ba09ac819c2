import type { PageLanguage } from '../../platform/ui/language.ts'
import { spokenDate } from '../../shared/spokenDate.ts'
import type { JudgedFigure, KeptTrial } from '../../trial/index.ts'
import { germanOn } from '../germanOnly.ts'
import { dayOfMoment, points, size, whole } from './numbers.ts'
import { TestCallsPart } from './TestCallsPart.tsx'
import { trialTexts } from './texts.ts'

interface Props {
  trial: KeptTrial
  lang: PageLanguage
}

const dateOf = (day: string, lang: PageLanguage): string => spokenDate(day, lang === 'en' ? 'en' : 'de')

/** What the administration wants to know: against what, what was left out, what was changed, how else it could be worked out. */
export function OfficePart({ trial, lang }: Props) {
  const texts = trialTexts[lang]
  const { plan, inputs, result, changes, remarks, timeZone } = trial
  const leftOut = [...inputs.baseline.leftOut, ...inputs.trial.leftOut]
  return (
    <section class="block report-part" aria-labelledby="verwaltung">
      <h2 id="verwaltung">{texts.details}</h2>
      <h3>{texts.question}</h3>
      <p {...germanOn(lang)}>{plan.question}</p>
      <p>
        {texts.compared(whole(lang, inputs.baseline.days.length), whole(lang, inputs.trial.days.length))}{' '}
        {texts.providerIs(plan.provider)}
      </p>
      <ul>
        {result.figures.map((figure) => (
          <Change figure={figure} lang={lang} />
        ))}
      </ul>
      <TestCallsPart trial={trial} lang={lang} />
      <Sensitivity trial={trial} lang={lang} />
      {leftOut.length > 0 && (
        <>
          <h3>{texts.leftOut}</h3>
          <ul>
            {leftOut.map(({ day, why }) => (
              <li>
                {dateOf(day, lang)}: <span {...germanOn(lang)}>{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{texts.changes}</h3>
      {changes.length === 0 ? (
        <p>{texts.unchanged}</p>
      ) : (
        <ul>
          {changes.map(({ at, reason }) => (
            <li>
              {dayOfMoment(lang, at, timeZone)}: <span {...germanOn(lang)}>{reason}</span>
            </li>
          ))}
        </ul>
      )}
      {remarks.length > 0 && <h3>{texts.remarks}</h3>}
      {remarks.map(({ at, text, signed }) => (
        <p {...germanOn(lang)}>
          {text} ({signed}, {dayOfMoment('de', at, timeZone)})
        </p>
      ))}
      {texts.method.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </section>
  )
}

function Change({
  figure: { figure, change, detectable },
  lang,
}: {
  figure: JudgedFigure
  lang: PageLanguage
}) {
  const texts = trialTexts[lang]
  return (
    <li>
      {texts.figures[figure].name}:{' '}
      {change
        ? texts.change(
            points(lang, change.value),
            points(lang, change.low),
            points(lang, change.high),
            change.stands,
          )
        : texts.nothingBefore}
      . {detectable !== null && texts.detectable(size(lang, detectable))}
    </li>
  )
}

function Sensitivity({ trial: { result }, lang }: Props) {
  const texts = trialTexts[lang]
  const [first] = result.figures
  if (!first?.change) return null
  const ways = [
    { by: 'paired' as const, ...first.change },
    ...(first.level ? [{ by: 'level' as const, ...first.level }] : []),
    ...result.sensitivity,
  ]
  return (
    <>
      <h3>{texts.sensitivity}</h3>
      <p>{texts.sensitivityLead}</p>
      <ul>
        {ways.map(({ by, value, low, high }) => (
          <li>
            {texts.by[by]}: {points(lang, value)} ({texts.sure(points(lang, low), points(lang, high))})
          </li>
        ))}
      </ul>
    </>
  )
}
