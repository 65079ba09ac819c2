// What the dialogue says at each place, as names of prompts.
import type { CaseNumber } from '../../shared/caseNumber.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { sayCaseNumber, sayCount, sayFrom, sayPhoneNumber, sayWindow, sentence } from '../prompts/say.ts'
import { promptOf } from '../prompts/registry.ts'
import type { Menu } from './menu.model.ts'

interface Speaking {
  /** Epoch milliseconds. */
  now: number
  timeZone: string
}

/** Everything a caller must know to choose at this place. */
export function phrasesOf(menu: Menu, speaking: Speaking): string[] {
  switch (menu.at) {
    case 'offer':
      return [...opening(menu, speaking), ...offer(menu, speaking, true)]
    case 'again':
      return offer(menu, speaking, false)
    case 'number':
      return [
        sentence('ihre-nummer'),
        ...(menu.number ? sayPhoneNumber(menu.number) : []),
        sentence('nummer-richtig'),
      ]
    case 'key-in':
      return [sentence('nummer-eingeben')]
    case 'reason':
      return [sentence('auf-band')]
    case 'recording':
      return [sentence('nach-dem-ton'), 'ton']
    case 'promising':
    case 'leaving':
    case 'done':
    case 'over':
      return []
  }
}

export function confirmation(
  { lang }: Menu,
  { window, caseNumber }: { window: TimeRange; caseNumber: CaseNumber },
  { now, timeZone }: Speaking,
): string[] {
  const number = [sentence('nummer-des-anliegens'), ...sayCaseNumber(caseNumber)]
  return spoken(lang, [
    sentence('wir-rufen'),
    ...sayWindow(window, now, timeZone, lang),
    sentence('zurueck'),
    ...number,
    ...number,
    sentence('auf-wiederhoeren'),
  ])
}

function opening(menu: Menu, { now, timeZone }: Speaking): string[] {
  const { occasion, lang, opens, unstaffed } = menu
  if (occasion === 'waiting') return inLine(menu)
  if (occasion === 'closing') return [sentence('servicezeit')]
  const again = opens === null ? [] : [sentence('wieder-da'), ...sayFrom(opens, now, timeZone, lang)]
  return [sentence(unstaffed ? 'nicht-besetzt' : 'geschlossen'), ...again, sentence('online-wege')]
}

function inLine({ position, waitMinutes }: Menu): string[] {
  if (position === null) return []
  const place = position === 1 ? [sentence('als-naechstes')] : [sentence('platz'), ...sayCount(position)]
  if (waitMinutes === null) return place
  const minutes = waitMinutes === 1 ? [sentence('minute')] : [...sayCount(waitMinutes), sentence('minuten')]
  return [...place, sentence('wartezeit-etwa'), ...minutes]
}

function offer(
  { window, lang, occasion }: Menu,
  { now, timeZone }: Speaking,
  withLanguage: boolean,
): string[] {
  if (!window) return occasion === 'closed' ? [sentence('kein-fenster')] : []
  return spoken(lang, [
    sentence('eins-und-wir-rufen'),
    ...sayWindow(window, now, timeZone, lang),
    sentence('zurueck'),
    ...(withLanguage ? [sentence('andere-sprache')] : []),
  ])
}

/** Without the parts that this language does not need. */
const spoken = (lang: Menu['lang'], names: readonly string[]): string[] =>
  names.filter((name) => promptOf(name, lang))
