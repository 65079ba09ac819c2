import type { Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { type Counted, FIGURE_RULES, type Interim } from '../../trial/index.ts'
import { germanOn } from '../germanOnly.ts'
import { daysInWords } from './daysInWords.ts'
import { percent, whole } from './numbers.ts'
import { trialTexts } from './texts.ts'

interface Props {
  interim: Interim
  frame: Frame
}

/** A trial that runs, week by week. What comes of it is not known yet, and the page says nothing of it. */
export function InterimPage({ frame, interim }: Props) {
  const { lang } = frame
  const { plan, days, weeks } = interim
  const texts = trialTexts[lang]
  return (
    <Layout frame={frame} title={plan.title}>
      <div class="trial-report">
        <h1 {...germanOn(lang)}>{plan.title}</h1>
        <p class="lead">{daysInWords(plan.period, lang)}</p>
        <div class="answer">
          <p>
            <strong>{days.over === days.all ? texts.interim.awaiting : texts.interim.running}</strong>
          </p>
          <p>
            {days.over === days.all
              ? texts.interim.over
              : texts.interim.progress(whole(lang, days.over), whole(lang, days.all))}
          </p>
          <p>{texts.interim.noVerdict}</p>
        </div>
        <div class="block">
          <h2 id="wochen">{texts.interim.weeks}</h2>
          {weeks.length === 0 ? <p>{texts.interim.none}</p> : <WeekTable interim={interim} lang={lang} />}
          <p class="muted">{texts.few}</p>
        </div>
        <section class="block" aria-labelledby="gezaehlt">
          <h2 id="gezaehlt">{texts.definitions}</h2>
          <dl class="fields">
            {interim.figures.map(({ figure }) => (
              <div>
                <dt>{texts.figures[figure].name}</dt>
                <dd>{texts.figures[figure].counts}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Layout>
  )
}

/** Wider than a telephone: it scrolls by itself, by keyboard too. */
function WeekTable({ interim: { figures, weeks }, lang }: { interim: Interim; lang: PageLanguage }) {
  const texts = trialTexts[lang]
  const row = (name: string, offered: string, cell: (figure: Interim['figures'][number]) => string) => (
    <tr>
      <th scope="row">{name}</th>
      <td>{offered}</td>
      {figures.map((figure) => (
        <td>{cell(figure)}</td>
      ))}
    </tr>
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="day-table" aria-labelledby="wochen" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.interim.week}</th>
            <th scope="col">{texts.interim.calls}</th>
            {figures.map(({ figure }) => (
              <th scope="col">{texts.figures[figure].name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ offered, ...days }, at) =>
            row(daysInWords(days, lang), offered === null ? '–' : whole(lang, offered), (figure) =>
              shareOf(figure.weeks[at] ?? null, lang),
            ),
          )}
          {row(texts.chartKey.before, '', ({ before }) => shareOf(before, lang))}
          {row(texts.chartKey.target, '', ({ figure, target }) =>
            texts.bound(percent(lang, target), FIGURE_RULES[figure].better === 'at-least'),
          )}
        </tbody>
      </table>
    </section>
  )
}

const shareOf = (counted: Counted, lang: PageLanguage): string =>
  counted === null ? '–' : percent(lang, counted.kept / counted.of)
