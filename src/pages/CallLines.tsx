import type { Child } from 'hono/jsx'
import { Announcements } from './Announcements.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import type { PageLanguage } from '../platform/ui/language.ts'
import type { Calling } from './calling.ts'
import { displayNumber } from '../shared/displayNumber.ts'
import { germanOn } from './germanOnly.ts'
import type { OpeningDay } from './opening.ts'
import { sharedTexts } from './texts.ts'

interface CallLinesProps {
  calling: Calling
  lang: PageLanguage
  heading: 'h2' | 'h3'
  /** Not where the page says them itself. */
  announcements?: boolean
}

/** Each line with its number, whether somebody answers now, and how many wait. */
export function CallLines({ calling, lang, heading: Heading, announcements = true }: CallLinesProps) {
  const texts = sharedTexts[lang]
  const { opening } = calling
  return (
    <>
      {announcements && (
        <Announcements
          announcements={calling.announcements.filter(({ important }) => important)}
          lang={lang}
        />
      )}
      {opening && <State open={opening.open}>{opening.text}</State>}
      <ul class="lines">
        {calling.lines.map(({ name, number, purpose, waiting, decided }) => (
          <li>
            <Heading {...germanOn(lang)}>{name}</Heading>
            <a class="phone" href={`tel:${number}`} aria-label={texts.callLink(name, displayNumber(number))}>
              {displayNumber(number)}
            </a>
            {decided && (
              <State open={decided.open}>
                {decided.text}: <span {...germanOn(lang)}>{decided.reason}</span>
              </State>
            )}
            <p>{texts.purpose[purpose]}</p>
            {waiting !== null && <p class="now muted">{texts.waiting(waiting)}</p>}
          </li>
        ))}
      </ul>
      <Notices notices={calling.notices} lang={lang} />
      <details class="more">
        <summary>{texts.days}</summary>
        <Days days={calling.days} lang={lang} />
      </details>
    </>
  )
}

function State({ open, children }: { open: boolean; children: Child }) {
  return (
    <p class={`now state ${open ? 'state--open' : 'state--closed'}`}>
      <Icon name={open ? 'success' : 'info'} />
      <span>{children}</span>
    </p>
  )
}

function Notices({ notices, lang }: { notices: readonly string[]; lang: PageLanguage }) {
  if (notices.length === 0) return null
  return (
    <ul class="notices" {...germanOn(lang)}>
      {notices.map((notice) => (
        <li>{notice}</li>
      ))}
    </ul>
  )
}

function Days({ days, lang }: { days: readonly OpeningDay[]; lang: PageLanguage }) {
  const { closed } = sharedTexts[lang]
  return (
    <table class="hours">
      <tbody>
        {days.map(({ day, openings, closedBecause }) => (
          <tr>
            <th scope="row">{day}</th>
            <td>
              {openings.length > 0 ? openings.join(', ') : closed}
              {closedBecause && (
                <>
                  {' ('}
                  <span {...germanOn(lang)}>{closedBecause}</span>)
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
