import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Calling } from '../calling.ts'
import { ByPhone } from './ByPhone.tsx'
import { bookingTexts } from './texts.ts'

/** A step was opened without a time that is held. */
export function MissingPage({ frame, calling }: { frame: Frame; calling: Calling }) {
  const texts = bookingTexts[frame.lang].missing
  return (
    <Layout frame={frame} title={texts.title} failed>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <p>
        <a class="kern-btn kern-btn--primary" href={linkTo(frame, '/termin')}>
          <span class="kern-label">{texts.start}</span>
        </a>
      </p>
      <ByPhone calling={calling} lang={frame.lang} />
    </Layout>
  )
}
