import type { Child } from 'hono/jsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { TextField } from '../../platform/ui/TextField.tsx'
import type { NextShown } from '../appointments/nextAppointment.ts'
import type { Calling } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { germanOn } from '../germanOnly.ts'
import { guideTexts } from '../guide/texts.ts'
import { publicTexts } from '../publicReports/texts.ts'
import { Results } from '../Results.tsx'
import { standTexts } from '../stand/texts.ts'
import { SearchForm } from '../SearchForm.tsx'
import { homeTexts } from './texts.ts'

export interface HomeFacts {
  calling: Calling
  /** The next callback window with room, as spoken; null when none is free. */
  nextWindow: string | null
  /** The next free appointment and what it is for; null where none can be booked on these pages. */
  booking: { next: NextShown | null } | null
  /** Whether anything can be reported on these pages. */
  canReport: boolean
  /** Whether some reports may be seen by everybody. */
  showsReports: boolean
  /** 'LU-123-456' */
  exampleNumber: string
}

/** One question, and the ways to somebody who answers it. */
export function HomePage({ frame, facts }: { frame: Frame; facts: HomeFacts }) {
  const texts = homeTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.title}>
      <SearchForm frame={frame} query="" asHeading />
      <Results frame={frame} hits={null} />
      <p>
        <a href={linkTo(frame, '/wegweiser')}>{guideTexts[frame.lang].link}</a>
      </p>
      <div class="ways">
        <Way id="anrufen" heading={texts.call}>
          <CallLines calling={facts.calling} lang={frame.lang} heading="h3" />
          <p>
            <a href={linkTo(frame, '/stand')}>{standTexts[frame.lang].link}</a>
          </p>
        </Way>
        {facts.booking && (
          <Way id="termin" heading={texts.booking}>
            <NextAppointment frame={frame} next={facts.booking.next} />
          </Way>
        )}
        {facts.nextWindow && (
          <Way id="rueckruf" heading={texts.callback}>
            <p>{texts.callbackLead}</p>
            <p>
              <strong>{texts.callbackWindow(facts.nextWindow)}</strong>
            </p>
            <p class="actions">
              <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/rueckruf')}>
                <span class="kern-label">{texts.callbackButton}</span>
              </a>
            </p>
          </Way>
        )}
        {facts.canReport && (
          <Way id="melden" heading={texts.report}>
            <p>{texts.reportLead}</p>
            <p class="actions">
              <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/melden')}>
                <span class="kern-label">{texts.reportButton}</span>
              </a>
              <a href={linkTo(frame, '/meldung')}>{texts.reportOwn}</a>
              {facts.showsReports && (
                <a href={linkTo(frame, '/meldungen')}>{publicTexts[frame.lang].seeAll}</a>
              )}
            </p>
          </Way>
        )}
        <Way id="mein-anliegen" heading={texts.ownCase}>
          <OwnCase frame={frame} exampleNumber={facts.exampleNumber} />
        </Way>
      </div>
    </Layout>
  )
}

function Way({ id, heading, children }: { id: string; heading: string; children: Child }) {
  return (
    <section class="way" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <div>{children}</div>
    </section>
  )
}

function NextAppointment({ frame, next }: { frame: Frame; next: NextShown | null }) {
  const texts = homeTexts[frame.lang]
  return (
    <>
      {next ? (
        <p>
          {texts.bookingNext} <strong>{next.when}</strong>{' '}
          <span class="muted">
            ({texts.bookingFor}{' '}
            <span {...germanOn(frame.lang)}>
              {next.service}
              {next.place && `, ${next.place}`}
            </span>
            )
          </span>
        </p>
      ) : (
        <p>{texts.bookingNone}</p>
      )}
      <p class="actions">
        <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/termin')}>
          <span class="kern-label">{texts.bookingButton}</span>
        </a>
        <a href={linkTo(frame, '/termin/mein')}>{texts.bookingOwn}</a>
      </p>
    </>
  )
}

/** Sent as POST: the number of a case stays out of addresses, histories and logs. */
function OwnCase({ frame, exampleNumber }: { frame: Frame; exampleNumber: string }) {
  const texts = homeTexts[frame.lang]
  return (
    <form class="form form--short" method="post" action={linkTo(frame, '/anliegen')}>
      <TextField
        id="number"
        label={texts.ownCaseLabel}
        hint={texts.ownCaseHint(exampleNumber)}
        value=""
        errors={[]}
        width="medium"
        attributes={{
          type: 'text',
          autocomplete: 'off',
          autocapitalize: 'characters',
          spellcheck: 'false',
          maxlength: 40,
        }}
      />
      <button class="kern-btn kern-btn--secondary" type="submit">
        <span class="kern-label">{texts.ownCaseButton}</span>
      </button>
    </form>
  )
}
