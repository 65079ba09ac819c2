import { type Frame, linkTo } from '../../../platform/ui/frame.ts'
import { Notice } from './Notice.tsx'
import { ownTexts } from './texts.ts'

/** What a citizen can do about an owed call; while it rings, nothing. */
export function Actions({ frame, state }: { frame: Frame; state: 'open' | 'calling' | 'done' }) {
  const texts = ownTexts[frame.lang]
  if (state === 'done') return null
  if (state === 'calling') return <Notice text={texts.calling} />
  return (
    <section class="block" aria-labelledby="aendern">
      <h2 id="aendern">{texts.actions}</h2>
      <p class="actions">
        <a class="kern-btn kern-btn--primary" href={linkTo(frame, '/anliegen/rueckruf/zeit')}>
          <span class="kern-label">{texts.time}</span>
        </a>
        <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/anliegen/rueckruf/nummer')}>
          <span class="kern-label">{texts.number}</span>
        </a>
        <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/anliegen/rueckruf/absagen')}>
          <span class="kern-label">{texts.withdraw}</span>
        </a>
      </p>
      <form method="post" action={linkTo(frame, '/anliegen/rueckruf/fertig')}>
        <button class="kern-btn kern-btn--tertiary" type="submit">
          <span class="kern-label">{texts.leave}</span>
        </button>
      </form>
    </section>
  )
}
