import type { Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { SANDBOX } from './oembed.ts'
import { standTexts } from './texts.ts'

/** For a newspaper: the text to copy, and what it will look like. */
export function EmbedPage({ frame, code, address }: { frame: Frame; code: string; address: string }) {
  const texts = standTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.embedTitle}>
      <h1>{texts.embedTitle}</h1>
      <p>{texts.embedLead}</p>
      <div class="kern-form-input">
        <label class="kern-label" for="code">
          {texts.embedCode}
        </label>
        <textarea class="kern-form-input__input" id="code" rows={4} readonly spellcheck={false}>
          {code}
        </textarea>
      </div>
      <h2>{texts.embedLook}</h2>
      <iframe class="stand-frame" src={address} title={texts.title} height="640" sandbox={SANDBOX}></iframe>
    </Layout>
  )
}
