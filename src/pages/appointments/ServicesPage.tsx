import type { Child } from 'hono/jsx'
import { ErrorSummary, type FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import type { Frame } from '../../platform/ui/frame.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Calling } from '../calling.ts'
import { germanOn } from '../germanOnly.ts'
import { nameOf } from '../services/nameOf.ts'
import type { Booking, ChosenService } from './booking.ts'
import { ByPhone } from './ByPhone.tsx'
import { Refused } from './Refused.tsx'
import { Select } from '../../platform/ui/Select.tsx'
import { Step } from './Step.tsx'
import { bookingTexts } from './texts.ts'
import { MOST_PERSONS, MOST_SERVICES } from './wishes.ts'

interface ServicesPageProps {
  booking: Booking
  errors: FieldErrors
  /** Only where something cannot be booked here. */
  calling: Calling | null
}

/** Which services, and for how many. A plain form that is read from the address, so that going back works. */
export function ServicesPage({ booking, errors, calling }: ServicesPageProps) {
  const { frame, chosen } = booking
  const texts = bookingTexts[frame.lang]
  const canBook = booking.bookable.length > 0
  return (
    <Layout frame={frame} title={`${texts.services.title} ${texts.book}`} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={frame.lang} />
      <Step is="services" lang={frame.lang} />
      <h1>{texts.services.title}</h1>
      <Refused refused={booking.refused} frame={frame} />
      {!canBook && <p class="lead">{texts.services.nowhere}</p>}
      {canBook && (
        <>
          <p>{texts.services.lead}</p>
          <form class="form" method="get" action="/termin">
            <Carried frame={frame} booking={booking} />
            {chosen.map((one) => (
              <Row one={one} lang={frame.lang} />
            ))}
            <Further booking={booking} errors={errors} lang={frame.lang} />
            <button class="kern-btn kern-btn--primary" type="submit" formaction="/termin/unterlagen">
              <span class="kern-label">{texts.next}</span>
            </button>
          </form>
        </>
      )}
      {calling && <ByPhone calling={calling} lang={frame.lang} />}
    </Layout>
  )
}

/** What the form's address must not lose. */
function Carried({ frame, booking }: { frame: Frame; booking: Booking }) {
  return (
    <>
      {frame.byLink && <input type="hidden" name="lang" value={frame.lang} />}
      {booking.query['buero'] && <input type="hidden" name="buero" value={booking.query['buero']} />}
    </>
  )
}

function Row({ one: { service, persons, minutes }, lang }: { one: ChosenService; lang: PageLanguage }) {
  const texts = bookingTexts[lang].services
  const name = nameOf(service, lang)
  return (
    <fieldset class="wish">
      <legend {...germanOn(lang)}>{name}</legend>
      <input type="hidden" name="leistung" value={service.id} />
      <div class="wish__row">
        <Select
          id={`personen-${service.id}`}
          name="personen"
          label={texts.persons}
          hint={texts.perPerson(minutes)}
          value={String(persons)}
          options={counts(MOST_PERSONS)}
        />
        <button class="kern-btn kern-btn--tertiary" type="submit" name="ohne" value={service.id}>
          <span class="kern-label">{texts.remove(name)}</span>
        </button>
      </div>
    </fieldset>
  )
}

const counts = (most: number) =>
  Array.from({ length: most }, (_, place) => ({ value: String(place + 1), text: String(place + 1) }))

function Further({ booking, errors, lang }: { booking: Booking; errors: FieldErrors; lang: PageLanguage }) {
  const texts = bookingTexts[lang].services
  const first = booking.chosen.length === 0
  if (booking.chosen.length >= MOST_SERVICES) return <p>{texts.full}</p>
  const rest = booking.bookable.filter((service) => !booking.wishes.some(({ id }) => id === service.id))
  if (rest.length === 0) return null
  const options = rest
    .map((service) => ({ value: service.id, text: nameOf(service, lang) }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'de'))
  return (
    <Group legend={first ? null : texts.further}>
      <div class="wish__row">
        <Select
          id="leistung"
          name="leistung"
          label={texts.choose}
          value=""
          options={[{ value: '', text: first ? texts.furtherFirst : texts.nobody }, ...options]}
          error={errors.find(([field]) => field === 'leistung')?.[1]}
        />
        <Select
          id="personen"
          name="personen"
          label={texts.persons}
          value="1"
          options={counts(MOST_PERSONS)}
        />
      </div>
      {!first && (
        <button class="kern-btn kern-btn--secondary" type="submit">
          <span class="kern-label">{texts.add}</span>
        </button>
      )}
    </Group>
  )
}

/** Without a choice before it there is nothing to tell it from. */
function Group({ legend, children }: { legend: string | null; children: Child }) {
  if (legend === null) return <div class="wish">{children}</div>
  return (
    <fieldset class="wish">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}
