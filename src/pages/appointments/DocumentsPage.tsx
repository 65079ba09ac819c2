import { guide, visitOf } from '../../catalogue/index.ts'
import { linkTo } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { type Calling, makesCallbacks } from '../calling.ts'
import { germanOn } from '../germanOnly.ts'
import { nameOf } from '../services/nameOf.ts'
import type { Booking } from './booking.ts'
import { Bring } from './Bring.tsx'
import { ByPhone } from './ByPhone.tsx'
import { Step } from './Step.tsx'
import { Refused } from './Refused.tsx'
import { Summary } from './Summary.tsx'
import { bookingTexts } from './texts.ts'

interface DocumentsPageProps {
  booking: Booking
  /** Only where it may be settled without a visit. */
  calling: Calling | null
}

/** What to bring, before a time is chosen: whoever has to look for papers first chooses a later one. */
export function DocumentsPage({ booking, calling }: DocumentsPageProps) {
  const { frame, chosen } = booking
  const { lang } = frame
  const texts = bookingTexts[lang]
  return (
    <Layout frame={frame} title={`${texts.documents.title} – ${texts.book}`}>
      <Step is="documents" lang={lang} />
      <h1>{texts.documents.title}</h1>
      <Refused refused={booking.refused} frame={frame} />
      <Summary booking={booking} lang={lang} />
      {chosen.some(({ service }) => service.documents.length > 0) && <p>{texts.documents.lead}</p>}
      <div class="block">
        <Bring chosen={chosen} lang={lang} heading="h2" />
      </div>
      <WithoutVisit booking={booking} calling={calling} />
      <p class="actions">
        <a class="kern-btn kern-btn--primary" href={linkTo(frame, '/termin/zeit', booking.query)}>
          <span class="kern-label">{texts.next}</span>
        </a>
        <a href={linkTo(frame, '/termin', booking.query)}>{texts.back}</a>
      </p>
      {calling && <ByPhone calling={calling} lang={lang} />}
    </Layout>
  )
}

function WithoutVisit({ booking: { chosen, frame }, calling }: DocumentsPageProps) {
  const { lang } = frame
  const texts = bookingTexts[lang].documents
  const found = chosen.filter(({ service }) => visitOf(service) !== 'required')
  const [first] = found
  if (!first) return null
  return (
    <section class="block" aria-labelledby="ohne-besuch">
      <h2 id="ohne-besuch">{texts.maybeNot}</h2>
      {found.map(({ service }) => (
        <p>
          <strong {...germanOn(lang)}>{nameOf(service, lang)}</strong>: {guide(service, lang).visitLine}
        </p>
      ))}
      <p>{texts.instead}</p>
      {calling && makesCallbacks(calling) && (
        <p>
          <a href={linkTo(frame, '/rueckruf/anliegen', { leistung: first.service.id })}>{texts.callback}</a>
        </p>
      )}
    </section>
  )
}
