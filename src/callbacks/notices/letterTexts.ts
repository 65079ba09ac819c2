import type { PageLanguage } from '../../platform/ui/language.ts'
import type { LetterFacts } from './letterFacts.ts'
import type { Notice } from './noticeRule.ts'

type Says = (facts: LetterFacts) => string

/**
 * Words of e-mails and SMS about a callback. In an SMS only signs that need no longer code (no dash, no curly quotation
 * mark). After a missed attempt nothing points at the person or the case: a telephone lies on tables.
 */
export interface LetterTexts {
  subject: Record<Notice, Says>
  news: Record<Notice, Says>
  greeting: string
  when: string
  line: string
  number: string
  change: string
  linkOnce: string
  byNumber: (url: string) => string
  /** After the last attempt: how to reach us, how to ask again. */
  again: (facts: LetterFacts, site: string) => string
  anew: (facts: LetterFacts, site: string) => string
  closing: string
  sms: Record<Notice, Says>
  smsLink: string
}

const list = (items: readonly string[], and: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`

const de: LetterTexts = {
  subject: {
    made: ({ when }) => `Wir rufen Sie an: ${when}`,
    changed: ({ when }) => `Ihr Rückruf ist geändert: ${when}`,
    missed: () => 'Wir haben Sie nicht erreicht',
    late: () => 'Ihr Rückruf verspätet sich',
    'asked-later': () => 'Passt Ihnen auch ein späterer Rückruf?',
    'not-reached': () => 'Wir haben Sie leider nicht erreicht',
    withdrawn: () => 'Ihr Rückruf ist abgesagt',
  },
  news: {
    made: () => 'wir rufen Sie zu Ihrem Anliegen zurück. Bitte seien Sie in dieser Zeit erreichbar.',
    changed: () => 'Ihr Rückruf ist geändert. Es gilt jetzt:',
    missed: ({ when, line }) =>
      `wir haben Sie gerade angerufen und nicht erreicht. Wir versuchen es noch einmal: ${when}, von der Nummer ${line}.`,
    late: (facts) =>
      `wir wollten Sie anrufen: ${facts.promised}. Das schaffen wir nicht, und es tut uns leid. ${lateDe(facts)}`,
    'asked-later': ({ when }) =>
      `im Moment rufen sehr viele Menschen an. Wir haben Ihnen einen Anruf zugesagt: ${when}. Dabei bleibt es. Passt es Ihnen auch später? Dann wählen Sie bitte eine andere Zeit, das hilft uns und allen, die warten.`,
    'not-reached': ({ tried, number }) =>
      `wir wollten Sie zurückrufen und haben Sie nicht erreicht${tried.length > 0 ? `: ${list(tried, 'und')}` : ''}. Ihr Anliegen mit der Nummer ${number} ist deshalb abgeschlossen.`,
    withdrawn: ({ number }) =>
      `der Rückruf zum Anliegen ${number} ist abgesagt. Wir rufen Sie dazu nicht mehr an.`,
  },
  greeting: 'Guten Tag,',
  when: 'Wann',
  line: 'Diese Nummer ruft an',
  number: 'Nummer Ihres Anliegens',
  change: 'Eine andere Zeit oder Telefonnummer wählen, absagen, oder sagen, dass es sich erledigt hat:',
  linkOnce: 'Dieser Link öffnet Ihren Rückruf einmal.',
  byNumber: (url) =>
    `Danach, und auf jedem anderen Gerät, geht es mit der Nummer des Anliegens und den letzten vier Ziffern Ihrer Telefonnummer: ${url}`,
  again: ({ line, number }, site) =>
    `Brauchen Sie uns noch? Rufen Sie uns an: ${line}. Nennen Sie dabei die Nummer ${number}, dann fangen wir nicht von vorn an. Oder bitten Sie uns hier um einen neuen Rückruf: ${site}`,
  anew: ({ line }, site) => `Brauchen Sie uns noch? Rufen Sie uns an: ${line}, oder fragen Sie hier: ${site}`,
  closing: 'Diese Nachricht schreibt ein Programm. Antworten darauf liest niemand; bitte rufen Sie uns an.',
  sms: {
    made: ({ city, when, line, number }) =>
      `${city}: Wir rufen Sie an ${when}, von ${line}. Anliegen ${number}.`,
    changed: ({ city, when, line, number }) =>
      `${city}: Geändert: Wir rufen Sie an ${when}, von ${line}. Anliegen ${number}.`,
    missed: ({ city, when }) => `${city}: Wir haben Sie nicht erreicht. Wir rufen wieder an ${when}.`,
    late: (facts) =>
      `${facts.city}: Wir schaffen den Anruf ${facts.promised} nicht. Das tut uns leid. ${lateDe(facts)}`,
    'asked-later': ({ city, when }) =>
      `${city}: Es rufen sehr viele Menschen an. Unsere Zusage gilt: ${when}. Passt es auch später?`,
    'not-reached': ({ city, number, line }) =>
      `${city}: Wir haben Sie leider nicht erreicht. Ihr Anliegen ${number} ist abgeschlossen. Brauchen Sie uns noch? Anrufen: ${line}. Neuer Rückruf:`,
    withdrawn: ({ city, number }) =>
      `${city}: Der Rückruf zum Anliegen ${number} ist abgesagt. Wir rufen nicht mehr an.`,
  },
  smsLink: 'Zeit oder Nummer ändern, absagen:',
}

function lateDe({ instead: { kind, text } }: LetterFacts): string {
  if (kind === 'window') return `Wir rufen Sie stattdessen an: ${text}.`
  return kind === 'today'
    ? 'Wir rufen Sie heute noch an.'
    : `Wir rufen Sie so bald wie möglich an, spätestens ab dann: ${text}.`
}

const en: LetterTexts = {
  subject: {
    made: ({ when }) => `We will call you ${when}`,
    changed: ({ when }) => `Your callback has changed: ${when}`,
    missed: () => 'We could not reach you',
    late: () => 'Your callback is late',
    'asked-later': () => 'Would a later call suit you as well?',
    'not-reached': () => 'We are sorry that we could not reach you',
    withdrawn: () => 'Your callback is cancelled',
  },
  news: {
    made: () => 'we will call you back about your request. Please be available at that time.',
    changed: () => 'your callback has changed. It is now:',
    missed: ({ when, line }) =>
      `we have just called you and could not reach you. We will try again ${when}, from the number ${line}.`,
    late: (facts) =>
      `we wanted to call you ${facts.promised}. We cannot keep that, and we are sorry. ${lateEn(facts)}`,
    'asked-later': ({ when }) =>
      `very many people are calling at the moment. We promised to call you ${when}, and that stands. Would a later time suit you as well? Then please choose another one; it helps us and everybody who waits.`,
    'not-reached': ({ tried, number }) =>
      `we wanted to call you back and could not reach you${tried.length > 0 ? `: ${list(tried, 'and')}` : ''}. Your request with the number ${number} is closed for that reason.`,
    withdrawn: ({ number }) =>
      `the callback for your request ${number} is cancelled. We will not call you about it any more.`,
  },
  greeting: 'Hello,',
  when: 'When',
  line: 'This number will call',
  number: 'Number of your request',
  change: 'Choose another time or telephone number, cancel, or say that it is settled:',
  linkOnce: 'This link opens your callback once.',
  byNumber: (url) =>
    `After that, and on any other device, use the number of your request and the last four digits of your telephone number: ${url}`,
  again: ({ line, number }, site) =>
    `Do you still need us? Please call ${line} and mention the number ${number}, so that we do not begin again. Or ask us for a new callback here: ${site}`,
  anew: ({ line }, site) => `Do you still need us? Please call ${line}, or ask here: ${site}`,
  closing: 'This message was written by a program. Nobody reads answers to it; please call us.',
  sms: {
    made: ({ city, when, line, number }) =>
      `${city}: we will call you ${when}, from ${line}. Request ${number}.`,
    changed: ({ city, when, line, number }) =>
      `${city}: changed: we will call you ${when}, from ${line}. Request ${number}.`,
    missed: ({ city, when }) => `${city}: we could not reach you. We will call again ${when}.`,
    late: (facts) =>
      `${facts.city}: we cannot call you ${facts.promised} as promised. We are sorry. ${lateEn(facts)}`,
    'asked-later': ({ city, when }) =>
      `${city}: very many people are calling. Our promise stands: ${when}. Would later suit you as well?`,
    'not-reached': ({ city, number, line }) =>
      `${city}: we could not reach you. Your request ${number} is closed. Do you still need us? Call ${line}. New callback:`,
    withdrawn: ({ city, number }) =>
      `${city}: the callback for request ${number} is cancelled. We will not call any more.`,
  },
  smsLink: 'Change time or number, cancel:',
}

function lateEn({ instead: { kind, text } }: LetterFacts): string {
  if (kind === 'window') return `We will call you ${text} instead.`
  return kind === 'today'
    ? 'We will still call you today.'
    : `We will call you as soon as we can, from then at the latest: ${text}.`
}

const einfach: LetterTexts = {
  ...de,
  subject: {
    ...de.subject,
    changed: ({ when }) => `Wir rufen zu einer anderen Zeit an: ${when}`,
    late: () => 'Wir rufen später an',
    'asked-later': () => 'Können wir auch später anrufen?',
    withdrawn: () => 'Wir rufen nicht mehr an',
  },
  news: {
    made: () => 'wir rufen Sie an. Bitte gehen Sie dann ans Telefon.',
    changed: () => 'wir rufen zu einer anderen Zeit an. Das gilt jetzt:',
    missed: ({ when, line }) =>
      `wir haben Sie angerufen. Sie waren nicht da. Wir rufen noch einmal an: ${when}. Unsere Nummer ist ${line}.`,
    late: (facts) =>
      `wir wollten Sie anrufen: ${facts.promised}. Das schaffen wir nicht. Das tut uns leid. ${lateDe(facts)}`,
    'asked-later': ({ when }) =>
      `heute rufen viele Menschen an. Wir rufen Sie an: ${when}. Das bleibt so. Können wir auch später anrufen? Dann wählen Sie bitte eine andere Zeit.`,
    'not-reached': ({ tried, number }) =>
      `wir haben Sie angerufen. Sie waren nicht da${tried.length > 0 ? `: ${list(tried, 'und')}` : ''}. Wir rufen jetzt nicht mehr an. Ihre Nummer bei uns ist ${number}.`,
    withdrawn: ({ number }) => `wir rufen Sie nicht mehr an. Ihre Nummer bei uns ist ${number}.`,
  },
  number: 'Ihre Nummer bei uns',
  change:
    'Sie wollen eine andere Zeit? Oder eine andere Telefon-Nummer? Oder keinen Anruf mehr? Das geht hier:',
  linkOnce: 'Der Link geht ein Mal.',
  byNumber: (url) =>
    `Danach geht es hier: ${url} Dafür brauchen Sie Ihre Nummer bei uns und die letzten vier Ziffern von Ihrer Telefon-Nummer.`,
  again: ({ line, number }, site) =>
    `Haben Sie noch eine Frage? Rufen Sie an: ${line}. Sagen Sie diese Nummer: ${number}. Oder fragen Sie hier: ${site}`,
  anew: ({ line }, site) => `Haben Sie noch eine Frage? Rufen Sie an: ${line}. Oder fragen Sie hier: ${site}`,
  closing: 'Diese Nachricht kommt von einem Computer. Bitte antworten Sie nicht. Rufen Sie uns an.',
  sms: {
    ...de.sms,
    missed: ({ city, when }) =>
      `${city}: Wir haben angerufen. Sie waren nicht da. Wir rufen noch einmal an ${when}.`,
  },
}

export const letterTexts: Record<PageLanguage, LetterTexts> = { de, en, einfach }
