import { guide, type Service, type Way } from '../../catalogue/index.ts'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { germanOn } from '../germanOnly.ts'
import { nameOf } from '../services/nameOf.ts'
import { Onward } from './QuestionPage.tsx'
import { guideTexts } from './texts.ts'

interface Props {
  frame: Frame
  service: Service
  way: Way
  /** Where the next thing is done; null where it is done elsewhere. */
  act: { path: string; query?: Readonly<Record<string, string>>; text: string } | null
}

/** The way, what to bring, and the next thing to do. */
export function WayPage({ frame, service, way, act }: Props) {
  const { lang } = frame
  const texts = guideTexts[lang]
  // Who comes brings the papers along, also where others only have them ready.
  const told = way === 'come' ? { ...service, channel: 'in-person' as const } : service
  const { bring, durationLine, responsibleLine } = guide(told, lang)
  return (
    <Layout frame={frame} title={texts.way[way]}>
      <p class="muted" {...germanOn(lang)}>
        {nameOf(service, lang)}
      </p>
      <h1>{texts.way[way]}</h1>
      {way === 'elsewhere' && <p>{responsibleLine}</p>}
      {way === 'come' && (
        <>
          {durationLine && <p>{durationLine}</p>}
          <p>{bring.heading}</p>
          {bring.items.length > 0 && (
            <ul class="checklist" {...germanOn(lang)}>
              {bring.items.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {act && (
        <p class="block now">
          <a class="kern-btn kern-btn--primary" href={linkTo(frame, act.path, act.query)}>
            <span class="kern-label">{act.text}</span>
          </a>
        </p>
      )}
      <Onward>
        <a href={linkTo(frame, `/leistungen/${service.id}`)}>{texts.whole}</a>
      </Onward>
      <Onward>
        <a href={linkTo(frame, '/wegweiser')}>{texts.again}</a>
      </Onward>
    </Layout>
  )
}
