import type { Child } from 'hono/jsx'
import type { PageLanguage } from '../../platform/ui/language.ts'
import type { Share } from '../../trial/index.ts'
import type { NextShown } from '../appointments/nextAppointment.ts'
import type { CallLine } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { germanOn } from '../germanOnly.ts'
import type { Stand } from './standOf.ts'
import { standTexts } from './texts.ts'

interface Props {
  stand: Stand
  lang: PageLanguage
}

/** Who answers now, how many wait, and for how long. */
export function StandLines({ stand: { calling }, lang }: Props) {
  return (
    <div>
      <CallLines calling={calling} lang={lang} heading="h3" />
      {calling.lines.map((line) => {
        const sentence = waitOf(line, calling.opening?.open ?? false, lang)
        return sentence && <p class="now">{sentence}</p>
      })}
    </div>
  )
}

function waitOf(
  { name, waiting, longestMinutes, decided }: CallLine,
  open: boolean,
  lang: PageLanguage,
): string | null {
  const texts = standTexts[lang]
  if (longestMinutes !== null) return texts.longest(name, longestMinutes)
  return waiting === null && (decided?.open ?? open) ? texts.unknown(name) : null
}

/** What is free next, and how both promises were kept this month. */
export function StandFacts({ stand, lang }: Props) {
  const texts = standTexts[lang]
  const { callback, appointment, month } = stand
  return (
    <>
      <Part heading={texts.callback}>
        <p>{callback ? <strong>{callback}</strong> : texts.callbackNone}</p>
      </Part>
      {appointment && (
        <Part heading={texts.appointment}>
          <NextFree next={appointment.next} lang={lang} />
        </Part>
      )}
      <Part heading={texts.month}>
        {!month.answers && !month.callbacks && <p>{texts.tooFew}</p>}
        {month.answers && <p>{inWords(month.answers, texts.answers, lang)}</p>}
        {month.callbacks && <p>{inWords(month.callbacks, texts.callbacks, lang)}</p>}
      </Part>
    </>
  )
}

function Part({ heading, children }: { heading: string; children: Child }) {
  return (
    <section class="way">
      <h2>{heading}</h2>
      <div>{children}</div>
    </section>
  )
}

function NextFree({ next, lang }: { next: NextShown | null; lang: PageLanguage }) {
  if (!next) return <p>{standTexts[lang].appointmentNone}</p>
  return (
    <p>
      <strong>{next.when}</strong>{' '}
      <span class="muted" {...germanOn(lang)}>
        ({[next.service, next.place].filter(Boolean).join(', ')})
      </span>
    </p>
  )
}

function inWords(
  share: Share,
  words: (percent: string, kept: number, of: number) => string,
  lang: PageLanguage,
): string {
  const percent = new Intl.NumberFormat(lang === 'en' ? 'en' : 'de', {
    style: 'percent',
    maximumFractionDigits: 1,
    // Never rounded up: 100 % is only what was kept always.
    roundingMode: 'floor',
  })
  return words(percent.format(share.kept / share.of), share.kept, share.of)
}
