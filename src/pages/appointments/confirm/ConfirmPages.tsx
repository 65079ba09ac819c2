import { linkTo, type Frame } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import type { Calling } from '../../calling.ts'
import { ByPhone } from '../ByPhone.tsx'
import { confirmTexts } from './texts.ts'

export function ConfirmPage({ frame }: { frame: Frame }) {
  const texts = confirmTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.pressTitle}>
      <h1>{texts.pressTitle}</h1>
      <p class="lead">{texts.pressLead}</p>
      <form method="post" action={linkTo(frame, frame.here.path)}>
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.confirm}</span>
          </button>
        </div>
      </form>
    </Layout>
  )
}

interface NoConfirmPageProps {
  frame: Frame
  /** `late`: the time was given back. */
  why: 'used' | 'late'
  calling: Calling
}

export function NoConfirmPage({ frame, why, calling }: NoConfirmPageProps) {
  const texts = confirmTexts[frame.lang]
  const late = why === 'late'
  const title = late ? texts.overTitle : texts.usedTitle
  return (
    <Layout frame={frame} title={title} failed>
      <h1>{title}</h1>
      <p class="lead">{late ? texts.overLead : texts.usedLead}</p>
      <p>
        <a class="kern-btn kern-btn--primary" href={linkTo(frame, late ? '/termin' : '/termin/mein')}>
          <span class="kern-label">{late ? texts.late : texts.usedNext}</span>
        </a>
      </p>
      <ByPhone calling={calling} lang={frame.lang} />
    </Layout>
  )
}
