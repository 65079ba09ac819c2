import { type Frame, linkTo } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { KeptTrial, shownTrials } from '../../trial/index.ts'
import { germanOn } from '../germanOnly.ts'
import { AnnexPart } from './AnnexPart.tsx'
import { CouncilPart } from './CouncilPart.tsx'
import { daysInWords } from './daysInWords.ts'
import { DayChart } from './DayChart.tsx'
import { OfficePart } from './OfficePart.tsx'
import { trialTexts } from './texts.ts'

/** The report of a trial: a page for the council, some for the administration, an annex. */
export function TrialPage({ frame, trial, hasPdf }: { frame: Frame; trial: KeptTrial; hasPdf: boolean }) {
  const { lang } = frame
  const { plan, id } = trial
  const texts = trialTexts[lang]
  return (
    <Layout frame={frame} title={plan.title}>
      <div class="trial-report">
        <h1 {...germanOn(lang)}>{plan.title}</h1>
        <p class="lead">{periodOf(plan, lang)}</p>
        <p class="onward">
          {hasPdf ? <a href={`/testbetrieb/${id}.pdf?lang=${lang}`}>{texts.pdf}</a> : texts.noPdf}
        </p>
        <CouncilPart trial={trial} lang={lang} />
        <section class="block" aria-labelledby="tag-fuer-tag">
          <h2 id="tag-fuer-tag">{texts.chart}</h2>
          <DayChart trial={trial} lang={lang} />
        </section>
        <OfficePart trial={trial} lang={lang} />
        <AnnexPart trial={trial} lang={lang} address={`/testbetrieb/${id}`} />
      </div>
    </Layout>
  )
}

/** What has been tried here. */
export function TrialsPage({
  frame,
  trials,
}: {
  frame: Frame
  trials: Awaited<ReturnType<typeof shownTrials>>
}) {
  const { lang } = frame
  const texts = trialTexts[lang]
  return (
    <Layout frame={frame} title={texts.listTitle}>
      <h1>{texts.listTitle}</h1>
      <p class="lead">{texts.listLead}</p>
      {trials.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul>
          {trials.map(({ id, plan, running }) => (
            <li>
              <a href={linkTo(frame, `/testbetrieb/${id}`)} {...germanOn(lang)}>
                {plan.title}
              </a>
              , {periodOf(plan, lang)}
              {running && ` (${texts.running})`}
            </li>
          ))}
        </ul>
      )}
    </Layout>
  )
}

const periodOf = ({ period }: KeptTrial['plan'], lang: Frame['lang']): string => daysInWords(period, lang)
