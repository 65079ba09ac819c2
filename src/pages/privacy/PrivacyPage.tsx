import { Layout } from '../../platform/ui/Layout.tsx'
import type { Frame } from '../../platform/ui/frame.ts'
import type { Calling } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { privacyTexts } from './texts.ts'

export function PrivacyPage({ frame, owner, calling }: { frame: Frame; owner: string; calling: Calling }) {
  const texts = privacyTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.title}>
      <div class="prose">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead(owner)}</p>
        {texts.sections.map(({ heading, sentences, items }) => (
          <section>
            <h2>{heading}</h2>
            {sentences.map((sentence) => (
              <p>{sentence}</p>
            ))}
            {items && (
              <ul>
                {items.map((item) => (
                  <li>{item}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      <div class="onward">
        <CallLines calling={calling} lang={frame.lang} heading="h3" />
      </div>
    </Layout>
  )
}
