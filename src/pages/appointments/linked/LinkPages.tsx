import type { Frame } from '../../../platform/ui/frame.ts'
import { linkTo } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import type { Calling } from '../../calling.ts'
import { ByPhone } from '../ByPhone.tsx'
import { linkedTexts } from './texts.ts'

/** Says nothing of the appointment yet: programs that look through mails come here too. */
export function OpenLinkPage({ frame }: { frame: Frame }) {
  const texts = linkedTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.openTitle}>
      <h1>{texts.openTitle}</h1>
      <p class="lead">{texts.openLead}</p>
      <form method="post" action={linkTo(frame, frame.here.path)}>
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.open}</span>
          </button>
        </div>
      </form>
    </Layout>
  )
}

/** Used, or never one of ours; the message has another way. */
export function LinkOverPage({ frame, calling }: { frame: Frame; calling: Calling }) {
  const texts = linkedTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.overTitle} failed>
      <h1>{texts.overTitle}</h1>
      <p class="lead">{texts.overLead}</p>
      <p>
        <a class="kern-btn kern-btn--primary" href={linkTo(frame, '/termin/mein')}>
          <span class="kern-label">{texts.byKey}</span>
        </a>
      </p>
      <ByPhone calling={calling} lang={frame.lang} />
    </Layout>
  )
}
