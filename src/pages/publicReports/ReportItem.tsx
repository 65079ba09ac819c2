import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import type { PublicReport } from '../../reports/index.ts'
import { spokenDay } from '../../shared/spokenMoment.ts'
import { germanOn } from '../germanOnly.ts'
import { StateLine } from './StateLine.tsx'
import { publicTexts } from './texts.ts'

interface ItemProps {
  frame: Frame
  report: PublicReport
  now: Date
  timeZone: string
}

/** One of the public list: what, where, how it stands. */
export function ReportItem({ frame, report, now, timeZone }: ItemProps) {
  const { lang } = frame
  const texts = publicTexts[lang]
  const day = spokenDay(report.requestedAt, now, timeZone, lang === 'en' ? 'en' : 'de')
  return (
    <li>
      <a href={linkTo(frame, `/meldungen/${report.number}`)}>
        <span {...germanOn(lang)}>{report.category}</span> <span class="number">{report.number}</span>
      </a>
      <p {...germanOn(lang)}>{excerpt(report.description)}</p>
      <StateLine state={report.state} lang={lang} />
      <p class="muted">
        {report.place && (
          <>
            <span {...germanOn(lang)}>{report.place}</span> ·{' '}
          </>
        )}
        {texts.reported}: {day}
      </p>
    </li>
  )
}

/** Signs of a description that the list shows. */
const EXCERPT = 140
const excerpt = (text: string): string =>
  text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()} …` : text
