import type { Frame } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import type { Calling } from '../../calling.ts'
import { ByPhone } from '../ByPhone.tsx'
import { ownTexts } from './texts.ts'

/** After many wrong keys. */
export function WaitPage({ frame, calling }: { frame: Frame; calling: Calling }) {
  const texts = ownTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.tooOften} failed>
      <h1>{texts.tooOften}</h1>
      <p class="lead">{texts.tooOftenLead}</p>
      <ByPhone calling={calling} lang={frame.lang} />
    </Layout>
  )
}
