import type { Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Calling } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { callbackTexts } from './texts.ts'

/** The city has no line whose team calls back. */
export function NowherePage({ frame, calling }: { frame: Frame; calling: Calling }) {
  const texts = callbackTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.area}>
      <h1>{texts.area}</h1>
      <p class="lead">{texts.nowhere}</p>
      <section class="block next onward" aria-labelledby="telefon">
        <h2 id="telefon">{texts.help}</h2>
        <CallLines calling={calling} lang={frame.lang} heading="h3" />
      </section>
    </Layout>
  )
}
