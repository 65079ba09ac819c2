import { type Frame, linkTo } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Calling } from '../calling.ts'
import { germanOn } from '../germanOnly.ts'
import type { Booking } from './booking.ts'
import { ByPhone } from './ByPhone.tsx'
import type { DaysPage } from './freeDays.ts'
import { releaseTexts } from './releases/texts.ts'
import { Step } from './Step.tsx'
import { Summary } from './Summary.tsx'
import { bookingTexts } from './texts.ts'
import { TimeChoice } from './TimeChoice.tsx'

interface TimesPageProps {
  booking: Booking
  page: DaysPage
  /** Only where nothing is free. */
  calling: Calling | null
  /** There is something to say about when more appointments come. */
  announced: boolean
}

/** Free times; a click on one holds it. */
export function TimesPage({ booking, page, calling, announced }: TimesPageProps) {
  const { frame, query } = booking
  const { lang } = frame
  const texts = bookingTexts[lang]
  const found = page.days.length > 0
  return (
    <Layout frame={frame} title={`${texts.times.title} ${texts.book}`}>
      <Step is="times" lang={lang} />
      <h1>{texts.times.title}</h1>
      <Summary booking={booking} lang={lang} />
      <Where booking={booking} />
      {found ? (
        <>
          <p>{texts.times.pick}</p>
          <TimeChoice frame={frame} page={page} path="/termin/zeit" query={query}>
            {Object.entries(query).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
          </TimeChoice>
        </>
      ) : (
        <>
          <h2>{texts.times.none}</h2>
          <NoneHelp frame={frame} announced={announced} />
        </>
      )}
      <p class="onward">
        <a href={linkTo(frame, '/termin/unterlagen', query)}>{texts.back}</a>
      </p>
      {calling && <ByPhone calling={calling} lang={lang} />}
    </Layout>
  )
}

/** What helps where nothing is free. */
function NoneHelp({ frame, announced }: { frame: Frame; announced: boolean }) {
  if (!announced) return <p>{bookingTexts[frame.lang].times.noneHelp}</p>
  const texts = releaseTexts[frame.lang]
  return (
    <>
      <p>{texts.noneHelp}</p>
      <p>
        <a class="kern-link" href={linkTo(frame, '/termin/freigaben')}>
          {texts.link}
        </a>
      </p>
    </>
  )
}

/** The place, and the way back to the others where there are several. */
function Where({ booking: { places, place, query, frame } }: { booking: Booking }) {
  if (!place) return null
  const { buero: _chosen, ...others } = query
  const texts = bookingTexts[frame.lang]
  return (
    <div class="where">
      <p>
        {texts.times.where}:{' '}
        <span {...germanOn(frame.lang)}>
          <strong>{place.name}</strong>, {place.address}
        </span>
      </p>
      {places.length > 1 && (
        <p>
          <a href={linkTo(frame, '/termin/zeit', others)}>{texts.places.other}</a>
        </p>
      )}
    </div>
  )
}
