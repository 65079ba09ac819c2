import { linkTo } from '../../../platform/ui/frame.ts'
import { Icon } from '../../../platform/ui/Icon.tsx'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { germanOn } from '../../germanOnly.ts'
import { Bring } from '../Bring.tsx'
import { Summary } from '../Summary.tsx'
import type { OpenedOwn } from './openedOwn.ts'
import { ownTexts } from './texts.ts'

interface OwnPageProps {
  opened: OpenedOwn
  /** It is over or can no longer be changed, which is said. */
  notice: string | null
}

/** The own appointment with what can be done about it. */
export function OwnPage({ opened, notice }: OwnPageProps) {
  const { own, booking, when, isOpen } = opened
  const { frame, place } = booking
  const { lang } = frame
  const texts = ownTexts[lang]
  return (
    <Layout frame={frame} title={texts.yours}>
      <h1>
        {texts.yours} <span class="number">{own.reference}</span>
      </h1>
      {notice && (
        <p class="announcement">
          <Icon name="info" />
          <span>{notice}</span>
        </p>
      )}
      <div class="answer">
        <p class="state">
          <Icon name={own.state === 'booked' ? 'success' : 'info'} />
          <span>{texts.state[own.state]}</span>
        </p>
        <p class={own.state === 'cancelled' ? 'struck' : ''}>
          <strong>{when}</strong>
        </p>
        {place && (
          <p {...germanOn(lang)}>
            {place.name}, {place.address}
          </p>
        )}
      </div>
      <Summary booking={booking} lang={lang} />
      {isOpen && (
        <section class="block" aria-labelledby="mitbringen">
          <h2 id="mitbringen">{texts.bring}</h2>
          <Bring chosen={booking.chosen} lang={lang} heading="h3" />
        </section>
      )}
      {own.state === 'booked' && !isOpen && <p class="block">{texts.over}</p>}
      {isOpen && (
        <p class="actions">
          <a class="kern-btn kern-btn--primary" href={linkTo(frame, '/termin/mein/zeit')}>
            <span class="kern-label">{texts.move}</span>
          </a>
          {own.services.some(({ persons }) => persons > 1) && (
            <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/termin/mein/personen')}>
              <span class="kern-label">{texts.fewer}</span>
            </a>
          )}
          <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/termin/mein/absagen')}>
            <span class="kern-label">{texts.cancel}</span>
          </a>
        </p>
      )}
      {(isOpen || own.state === 'cancelled') && (
        <p class="block now">
          <a href={linkTo(frame, '/termin/mein/kalender')}>{isOpen ? texts.calendar : texts.calendarGone}</a>
        </p>
      )}
      {own.state === 'cancelled' && (
        <p class="now">
          <a href={linkTo(frame, '/termin', booking.query)}>{texts.anew}</a>
        </p>
      )}
      <form class="onward" method="post" action={linkTo(frame, '/termin/mein/fertig')}>
        <button class="kern-btn kern-btn--tertiary" type="submit">
          <span class="kern-label">{texts.leave}</span>
        </button>
        <p class="muted">{texts.leaveWhy}</p>
      </form>
    </Layout>
  )
}
