import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { Announcements } from '../Announcements.tsx'
import { StandFacts, StandLights, StandLines } from './StandFacts.tsx'
import type { Stand } from './standOf.ts'
import { standTexts } from './texts.ts'

interface Props {
  frame: Frame
  stand: Stand
  /** '9:05' */
  time: string
  /** Where programs find how to embed it. */
  oembed: Readonly<Record<'json' | 'xml', string>>
}

export function StandPage({ frame, stand, time, oembed }: Props) {
  const texts = standTexts[frame.lang]
  const head = (
    <>
      <link rel="alternate" type="application/json+oembed" href={oembed.json} title={texts.title} />
      <link rel="alternate" type="text/xml+oembed" href={oembed.xml} title={texts.title} />
    </>
  )
  return (
    <Layout frame={frame} title={texts.title} head={head}>
      <h1>{texts.title}</h1>
      <p class="muted">{texts.at(time)}</p>
      <Announcements announcements={stand.calling.announcements} lang={frame.lang} />
      <section class="way">
        <h2>{texts.working}</h2>
        <StandLights stand={stand} lang={frame.lang} />
      </section>
      <section class="way">
        <h2>{texts.phone}</h2>
        <StandLines stand={stand} lang={frame.lang} />
      </section>
      <StandFacts stand={stand} lang={frame.lang} />
      <p class="muted">{texts.how}</p>
      <p>
        <a href={linkTo(frame, '/stand/einbetten')}>{texts.embed}</a>
      </p>
    </Layout>
  )
}
