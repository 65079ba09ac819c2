import type { PageLanguage } from '../../platform/ui/language.ts'
import { type EstimateShown, FIGURE_RULES, type JudgedFigure, type KeptTrial } from '../../trial/index.ts'
import { germanOn } from '../germanOnly.ts'
import { dayOfMoment, euros, percent, spokenMs, whole } from './numbers.ts'
import { trialTexts } from './texts.ts'

interface Props {
  trial: KeptTrial
  lang: PageLanguage
}

/** Page one: the answer, how certain it is, what it cost. */
export function CouncilPart({ trial, lang }: Props) {
  const texts = trialTexts[lang]
  const { result, decision, lockedAt, timeZone } = trial
  const since = dayOfMoment(lang, lockedAt, timeZone)
  return (
    <>
      <div class="answer">
        <p>
          <strong>{texts.answer[result.answer]}</strong>
        </p>
        <p>{texts.recommendation(texts.recommended[result.recommendation], since)}</p>
        {decision && (
          <p>
            {texts.decided[decision.decision]} <span {...germanOn(lang)}>{decision.text}</span>
          </p>
        )}
      </div>
      <section class="block" aria-labelledby="ziele">
        <h2 id="ziele">{texts.targets}</h2>
        <ul class="targets">
          {result.figures.map((figure) => (
            <Target figure={figure} lang={lang} />
          ))}
        </ul>
        {result.figures.some(({ trial: of }) => of !== null && of.low !== null) && (
          <p class="muted">{texts.ranges}</p>
        )}
      </section>
      <Cost trial={trial} lang={lang} />
    </>
  )
}

function Target({ figure, lang }: { figure: JudgedFigure; lang: PageLanguage }) {
  const texts = trialTexts[lang]
  const { trial, before, target, verdict } = figure
  return (
    <li class="target">
      <h3>{texts.figures[figure.figure].name}</h3>
      <p class="target__value">
        {trial ? <strong>{percent(lang, trial.value)}</strong> : texts.nothing} {trial && spanOf(trial, lang)}
      </p>
      <p class="muted">{before ? texts.before(percent(lang, before.value)) : texts.nothingBefore}</p>
      <p>
        {texts.target(percent(lang, target), FIGURE_RULES[figure.figure].better === 'at-least')}:{' '}
        <strong>{texts.verdict[verdict]}</strong>
      </p>
    </li>
  )
}

const spanOf = ({ low, high }: EstimateShown, lang: PageLanguage) =>
  low === null || high === null ? null : (
    <span class="muted">({trialTexts[lang].sure(percent(lang, low), percent(lang, high))})</span>
  )

function Cost({ trial: { result }, lang }: Props) {
  const texts = trialTexts[lang]
  const { cost, waits } = result
  return (
    <section class="block" aria-labelledby="kosten">
      <h2 id="kosten">{texts.cost}</h2>
      <p>
        {cost.perSettledCents === null
          ? texts.notSettled
          : texts.perSettled(euros(lang, cost.perSettledCents), whole(lang, cost.settled))}
      </p>
      <p class="muted">
        {texts.provider}: {euros(lang, cost.providerCents)}. {texts.staff}: {euros(lang, cost.staffCents)}.
      </p>
      {waits.beforeMs !== null && waits.trialMs !== null && waits.savedMs !== null && (
        <p>
          {texts.waited(spokenMs(lang, waits.beforeMs), spokenMs(lang, waits.trialMs))}{' '}
          {waits.savedMs > 0 && texts.saved(spokenMs(lang, waits.savedMs))}
          {waits.wholeTrialMs !== null &&
            waits.wholeTrialMs > waits.trialMs &&
            ` ${texts.wholeWait(spokenMs(lang, waits.wholeTrialMs))}`}
        </p>
      )}
    </section>
  )
}
