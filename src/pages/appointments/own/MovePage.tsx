import type { Child } from 'hono/jsx'
import { linkTo } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import type { DaysPage } from '../freeDays.ts'
import { OfferButtons } from '../OfferButtons.tsx'
import { bookingTexts } from '../texts.ts'
import { TimeChoice } from '../TimeChoice.tsx'
import { spokenMoment } from '../when.ts'
import type { OpenedOwn } from './openedOwn.ts'
import { ownTexts } from './texts.ts'

const PATH = '/termin/mein/zeit'

/** Names the appointment that the page shows: another window may have opened another one. */
const Which = ({ opened }: { opened: OpenedOwn }) => (
  <input type="hidden" name="termin" value={opened.own.id} />
)

/** Other times; the old one stands until the new one is sure. */
export function MovePage({ opened, page }: { opened: OpenedOwn; page: DaysPage }) {
  const { frame } = opened.booking
  const texts = ownTexts[frame.lang]
  return (
    <Frame opened={opened} title={texts.moveTitle}>
      {page.days.length === 0 ? (
        <p class="lead">{texts.moveNone}</p>
      ) : (
        <>
          <p class="lead">{texts.moveLead(opened.when)}</p>
          <TimeChoice frame={frame} page={page} path={PATH} query={{}}>
            <Which opened={opened} />
          </TimeChoice>
        </>
      )}
    </Frame>
  )
}

interface MoveTakenPageProps {
  opened: OpenedOwn
  timeZone: string
  start: number
  offers: readonly number[]
}

/** The new time is gone; the old one still stands. */
export function MoveTakenPage({ opened, timeZone, start, offers }: MoveTakenPageProps) {
  const { frame } = opened.booking
  const texts = ownTexts[frame.lang]
  const { taken } = bookingTexts[frame.lang]
  return (
    <Frame opened={opened} title={taken.title} failed>
      <p class="lead">{taken.lead(spokenMoment(start, timeZone, frame.lang))}</p>
      <p>
        <strong>{texts.moveFailed(opened.when)}</strong>
      </p>
      {offers.length > 0 ? (
        <section class="block" aria-labelledby="angebote">
          <h2 id="angebote">{taken.offers}</h2>
          <OfferButtons frame={frame} path={PATH} timeZone={timeZone} starts={offers}>
            <Which opened={opened} />
          </OfferButtons>
        </section>
      ) : (
        <p>{taken.none}</p>
      )}
      <p class="onward">
        <a href={linkTo(frame, PATH)}>{taken.all}</a>
      </p>
    </Frame>
  )
}

function Frame({
  opened: {
    booking: { frame },
  },
  title,
  failed = false,
  children,
}: {
  opened: OpenedOwn
  title: string
  failed?: boolean
  children: Child
}) {
  return (
    <Layout frame={frame} title={title} failed={failed}>
      <h1>{title}</h1>
      {children}
      <p class="onward">
        <a href={linkTo(frame, '/termin/mein/ansicht')}>{bookingTexts[frame.lang].back}</a>
      </p>
    </Layout>
  )
}
