import type { PageLanguage } from '../../platform/ui/language.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import type { OpenHold } from './openHold.tsx'
import { bookingTexts } from './texts.ts'
import { clockOf, spokenClock, spokenMoment } from './when.ts'

interface HeldProps {
  own: OpenHold['own']
  /** The server's. */
  now: Date
  timeZone: string
  lang: PageLanguage
}

/** Until when the time is kept, in words; a script adds how many minutes that are. */
export function HeldUntil({ own, now, timeZone, lang }: HeldProps) {
  const texts = bookingTexts[lang].held
  const until = spokenClock(clockOf(own.expiresAt, timeZone), lang)
  return (
    <p
      class="held"
      data-seconds-left={Math.floor((own.expiresAt.getTime() - now.getTime()) / 1000)}
      data-one={texts.left.one}
      data-many={texts.left.many('#')}
      data-over={texts.left.over}
    >
      <Icon name="info" />
      <span>
        {texts.until(spokenMoment(own.start, timeZone, lang), until)}
        {own.extended && ` ${texts.extended}`} <strong data-left></strong>
        <output class="kern-sr-only" data-said></output>
      </span>
    </p>
  )
}

/** Stands below the form's own button, which is the one that the Enter key presses. */
export function MoreTime({ own, action, lang }: Pick<HeldProps, 'own' | 'lang'> & { action: string }) {
  if (own.extended) return null
  return (
    <button class="kern-btn kern-btn--tertiary" type="submit" formaction={action} formnovalidate>
      <span class="kern-label">{bookingTexts[lang].held.extend}</span>
    </button>
  )
}
