import type { Child } from 'hono/jsx'
import type { PageLanguage } from '../../platform/ui/language.ts'
import type { Share } from '../../trial/index.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import type { CallLine } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { germanOn } from '../germanOnly.ts'
import type { Light } from './lights.ts'
import type { MonthStand, OfficeStand, Stand } from './standOf.ts'
import { standTexts } from './texts.ts'
import { WIDGET_PARTS, type WidgetPart } from './widgetOptions.ts'

interface Props {
  stand: Stand
  lang: PageLanguage
}

/** Who answers now, how many wait, and for how long. */
export function StandLines({ stand: { calling }, lang }: Props) {
  return (
    <div>
      <CallLines calling={calling} lang={lang} heading="h3" announcements={false} />
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
export function StandFacts({ stand, lang, shown = WIDGET_PARTS }: Props & { shown?: readonly WidgetPart[] }) {
  const texts = standTexts[lang]
  const { callback, appointments, month } = stand
  return (
    <>
      {shown.includes('rueckruf') && (
        <Part heading={texts.callback}>
          {callback === 'unknown' ? (
            <NotKnown lang={lang} />
          ) : (
            <p>{callback ? <strong>{callback.words}</strong> : texts.callbackNone}</p>
          )}
        </Part>
      )}
      {shown.includes('termine') && appointments !== null && (
        <Part heading={texts.appointment}>
          {appointments === 'unknown' ? (
            <NotKnown lang={lang} />
          ) : (
            <Offices offices={appointments} lang={lang} />
          )}
        </Part>
      )}
      {shown.includes('monat') && (
        <Part heading={texts.month}>
          {month === 'unknown' ? <NotKnown lang={lang} /> : <Month month={month} lang={lang} />}
        </Part>
      )}
    </>
  )
}

const NotKnown = ({ lang }: { lang: PageLanguage }) => <p class="now">{standTexts[lang].notKnown}</p>

function Month({ month, lang }: { month: MonthStand; lang: PageLanguage }) {
  const texts = standTexts[lang]
  return (
    <>
      {!month.answers && !month.callbacks && <p>{texts.tooFew}</p>}
      {month.answers && <p>{inWords(month.answers, texts.answers, lang)}</p>}
      {month.callbacks && <p>{inWords(month.callbacks, texts.callbacks, lang)}</p>}
    </>
  )
}

/** How each part works: a word and a shape of its own for each light, colour only repeats them. */
export function StandLights({ stand: { lights }, lang }: Props) {
  const texts = standTexts[lang]
  return (
    <ul class="lights">
      {lights.map(({ part, light }) => (
        <li class={`light light--${light}`}>
          <Icon name={LIGHT_ICONS[light]} />
          <span>
            {texts.parts[part]}: <strong>{texts.lights[light]}</strong>
          </span>
        </li>
      ))}
    </ul>
  )
}

const LIGHT_ICONS = { works: 'success', disturbed: 'warning', unknown: 'help' } as const satisfies Record<
  Light,
  string
>

function Part({ heading, children }: { heading: string; children: Child }) {
  return (
    <section class="way">
      <h2>{heading}</h2>
      <div>{children}</div>
    </section>
  )
}

/** Where a city has one office, its name says nothing new. */
function Offices({ offices, lang }: { offices: readonly OfficeStand[]; lang: PageLanguage }) {
  const [only] = offices
  if (offices.length === 1 && only) return <NextFree words={only.words} lang={lang} />
  return (
    <ul class="offices">
      {offices.map(({ name, words }) => (
        <li>
          <h3 {...germanOn(lang)}>{name}</h3>
          <NextFree words={words} lang={lang} />
        </li>
      ))}
    </ul>
  )
}

function NextFree({ words, lang }: { words: OfficeStand['words']; lang: PageLanguage }) {
  if (!words) return <p>{standTexts[lang].appointmentNone}</p>
  return (
    <p>
      <strong>{words.when}</strong>{' '}
      <span class="muted" {...germanOn(lang)}>
        ({words.service})
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
