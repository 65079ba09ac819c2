import { linkTo } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { Summary } from '../Summary.tsx'
import type { OpenedOwn } from './openedOwn.ts'
import { ownTexts } from './texts.ts'

/** Asks once. */
export function CancelPage({ opened: { own, booking, when } }: { opened: OpenedOwn }) {
  const { frame } = booking
  const texts = ownTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.cancelTitle}>
      <h1>{texts.cancelTitle}</h1>
      <p class="lead">{texts.cancelLead(when)}</p>
      <Summary booking={booking} lang={frame.lang} />
      <form method="post" action={linkTo(frame, '/termin/mein/absagen')}>
        <input type="hidden" name="termin" value={own.id} />
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.cancelYes}</span>
          </button>
          <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/termin/mein/ansicht')}>
            <span class="kern-label">{texts.cancelNo}</span>
          </a>
        </div>
      </form>
    </Layout>
  )
}
