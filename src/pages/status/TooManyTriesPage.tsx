import type { Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Calling } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { statusTexts } from './texts.ts'

interface TooManyTriesPageProps {
  frame: Frame
  /** Already in the page's language. */
  message: string
  calling: Calling
}

/** Waiting is no answer for somebody who is worried, so the telephone stands below. */
export function TooManyTriesPage({ frame, message, calling }: TooManyTriesPageProps) {
  const texts = statusTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.tooOften} failed>
      <h1>{texts.tooOften}</h1>
      <p class="lead">{message}</p>
      <section class="block next onward" aria-labelledby="kontakt">
        <h2 id="kontakt">{texts.contact}</h2>
        <CallLines calling={calling} lang={frame.lang} heading="h3" />
      </section>
    </Layout>
  )
}
