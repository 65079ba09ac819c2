import type { PageLanguage } from '../../platform/ui/language.ts'
import type { ReportState } from '../model.ts'
import { stateTexts } from '../stateTexts.ts'
import type { Notice } from './tellReport.ts'

export interface LetterFacts {
  city: string
  number: string
  category: string
  /** 'Donnerstag, 26. November' */
  due: string
  state: ReportState
  /** What was written to whoever reported; '' for none. */
  update: string
}

type Say = (facts: LetterFacts) => string

interface LetterTexts {
  greeting: string
  closing: string
  subject: Readonly<Record<Notice, Say>>
  news: Readonly<Record<Notice, Say>>
  follow: string
  object: string
  sms: Readonly<Record<Notice, Say>>
}

const de: LetterTexts = {
  greeting: 'Guten Tag,',
  closing: 'Diese Nachricht wurde automatisch verschickt.',
  subject: {
    received: ({ number }) => `Ihre Meldung ${number} ist angekommen`,
    news: ({ number }) => `Neues zu Ihrer Meldung ${number}`,
    answered: ({ number }) => `Antwort auf Ihre Meldung ${number}`,
    reminder: ({ number }) => `Ihre Meldung ${number} dauert länger`,
  },
  news: {
    received: ({ number, category, due }) =>
      `Ihre Meldung ist angekommen (${category}). Ihre Nummer: ${number}. Sie bekommen eine Antwort bis ${due}.`,
    news: ({ state }) => `zu Ihrer Meldung gibt es Neues: ${stateTexts.de[state].name}.`,
    answered: ({ state }) => `Ihre Meldung ist beantwortet: ${stateTexts.de[state].name}.`,
    reminder: ({ due }) =>
      `wir haben Ihre Meldung nicht vergessen. Die Antwort bis ${due} schaffen wir vielleicht nicht.`,
  },
  follow: 'So sehen Sie nach, was daraus wird:',
  object: 'Ist es nicht gelöst? Auf derselben Seite können Sie uns das 30 Tage lang sagen.',
  sms: {
    received: ({ city, number }) => `${city}: Ihre Meldung ${number} ist angekommen.`,
    news: ({ city, number }) => `${city}: Es gibt Neues zu Ihrer Meldung ${number}.`,
    answered: ({ city, number }) => `${city}: Ihre Meldung ${number} ist beantwortet.`,
    reminder: ({ city, number }) => `${city}: Ihre Meldung ${number} dauert länger.`,
  },
}

const en: LetterTexts = {
  greeting: 'Hello,',
  closing: 'This message was sent automatically.',
  subject: {
    received: ({ number }) => `We have your report ${number}`,
    news: ({ number }) => `News on your report ${number}`,
    answered: ({ number }) => `Answer to your report ${number}`,
    reminder: ({ number }) => `Your report ${number} takes longer`,
  },
  news: {
    received: ({ number, category, due }) =>
      `We have your report (${category}). Your number: ${number}. You get an answer by ${due}.`,
    news: ({ state }) => `there is news on your report: ${stateTexts.en[state].name}.`,
    answered: ({ state }) => `your report is answered: ${stateTexts.en[state].name}.`,
    reminder: ({ due }) => `we have not forgotten your report. We may not manage to answer by ${due}.`,
  },
  follow: 'See what becomes of it:',
  object: 'Not solved? On the same page you can tell us for 30 days.',
  sms: {
    received: ({ city, number }) => `${city}: We have your report ${number}.`,
    news: ({ city, number }) => `${city}: News on your report ${number}.`,
    answered: ({ city, number }) => `${city}: Your report ${number} is answered.`,
    reminder: ({ city, number }) => `${city}: Your report ${number} takes longer.`,
  },
}

const einfach: LetterTexts = {
  ...de,
  news: {
    received: ({ number, category, due }) =>
      `Ihre Meldung ist da. Es geht um: ${category}. Ihre Nummer ist: ${number}. Wir antworten bis ${due}.`,
    news: ({ state }) => `Es gibt etwas Neues zu Ihrer Meldung: ${stateTexts.einfach[state].name}.`,
    answered: ({ state }) => `Hier ist unsere Antwort: ${stateTexts.einfach[state].name}.`,
    reminder: ({ due }) =>
      `Wir haben Ihre Meldung nicht vergessen. Vielleicht dauert es länger als bis ${due}.`,
  },
  follow: 'Hier können Sie nachsehen:',
  object: 'Ist das Problem noch da? Sie können es uns auf der Seite sagen. Dafür haben Sie 30 Tage Zeit.',
}

export const letterTexts: Readonly<Record<PageLanguage, LetterTexts>> = { de, en, einfach }
