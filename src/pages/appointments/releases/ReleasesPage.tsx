import type { OfficeAnnouncement } from '../../../appointments/index.ts'
import { linkTo, type Frame } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { germanOn } from '../../germanOnly.ts'
import { longDate } from '../../opening.ts'
import { spokenClock, spokenMoment } from '../when.ts'
import { releaseTexts } from './texts.ts'
import { weekdayWords } from './weekdays.ts'

interface ReleasesPageProps {
  frame: Frame
  offices: readonly OfficeAnnouncement[]
  timeZone: string
  /** 'YYYY-MM-DD' */
  today: string
}

interface PartProps {
  of: OfficeAnnouncement
  frame: Frame
  timeZone: string
  today: string
}

/** When new appointments come, in plain words. */
export function ReleasesPage({ frame, offices, timeZone, today }: ReleasesPageProps) {
  const texts = releaseTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.title}>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {offices.map((of) => (
        <section class="block releases" aria-labelledby={`buero-${of.office.id}`}>
          <h2 id={`buero-${of.office.id}`} {...germanOn(frame.lang)}>
            {of.office.name}
          </h2>
          <Batches of={of} frame={frame} timeZone={timeZone} today={today} />
          <Rolling of={of} frame={frame} timeZone={timeZone} today={today} />
          {of.batches.length + of.rolling.length === 0 && <p>{texts.always(of.office.bookAheadDays)}</p>}
          <Kept of={of} frame={frame} timeZone={timeZone} today={today} />
          <Pool of={of} frame={frame} timeZone={timeZone} today={today} />
        </section>
      ))}
      <p class="onward">
        <a class="kern-link" href={linkTo(frame, '/termin')}>
          {texts.toBook}
        </a>
      </p>
    </Layout>
  )
}

function Batches({ of: { batches }, frame: { lang }, timeZone }: PartProps) {
  const texts = releaseTexts[lang]
  if (batches.length === 0) return null
  return (
    <>
      <h3>{texts.batches}</h3>
      <ul>
        {batches.map(({ opens, from, until }) => (
          <li>
            {texts.batch(
              spokenMoment(opens, timeZone, lang),
              longDate(from, lang),
              from === until ? null : longDate(until, lang),
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Rolling({ of: { rolling }, frame: { lang }, today }: PartProps) {
  const texts = releaseTexts[lang]
  if (rolling.length === 0) return null
  return (
    <>
      <h3>{texts.rolling}</h3>
      {rolling.map(({ from, until, steps }) => (
        <>
          <Steps steps={steps} lang={lang} />
          {from > today && <p>{texts.daysFrom(longDate(from, lang))}</p>}
          {until !== null && <p>{texts.daysUntil(longDate(until, lang))}</p>}
        </>
      ))}
    </>
  )
}

function Steps({
  steps,
  lang,
}: {
  steps: OfficeAnnouncement['rolling'][number]['steps']
  lang: Frame['lang']
}) {
  const texts = releaseTexts[lang]
  const [only] = steps
  if (steps.length === 1 && only?.percent === 100)
    return <p>{texts.wholeDay(clockWords(only.at, lang), texts.ahead(only.daysBefore))}</p>
  return (
    <>
      <p>{texts.inSteps}</p>
      <ul>
        {steps.map(({ daysBefore, at, percent }) => (
          <li>{texts.step(percent, texts.ahead(daysBefore), clockWords(at, lang))}</li>
        ))}
      </ul>
    </>
  )
}

function Kept({ of: { kept }, frame: { lang } }: PartProps) {
  const texts = releaseTexts[lang]
  return (
    <>
      {kept.map(
        ({ quota, backDays, backAt }) =>
          (quota === 'phone' || quota === 'counter') && (
            <p>{texts.kept[quota](texts.ahead(backDays), clockWords(backAt, lang))}</p>
          ),
      )}
    </>
  )
}

function Pool({ of: { pool }, frame: { lang }, timeZone }: PartProps) {
  const texts = releaseTexts[lang]
  if (!pool) return null
  const when = pool.times.map(({ weekdays, at }) =>
    texts.poolTime(weekdayWords(weekdays, texts.weekdays, texts.join), clockWords(at, lang)),
  )
  return (
    <>
      <h3>{texts.pool}</h3>
      <p>{texts.given(when.join(', '))}</p>
      <p>
        <strong>{texts.next(spokenMoment(pool.next, timeZone, lang))}</strong>
      </p>
    </>
  )
}

const clockWords = (minutes: number, lang: Frame['lang']): string =>
  spokenClock(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`, lang)
