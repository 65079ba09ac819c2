import type { PageLanguage } from '../platform/ui/language.ts'
import type { ReportState } from './model.ts'

interface StateText {
  name: string
  /** What it means for whoever reported. */
  means: string
}

/** The states as people read them. */
export const stateTexts: Readonly<Record<PageLanguage, Readonly<Record<ReportState, StateText>>>> = {
  de: {
    received: { name: 'eingegangen', means: 'Wir haben Ihre Meldung. Bald kümmert sich jemand darum.' },
    'in-work': { name: 'in Arbeit', means: 'Jemand kümmert sich darum.' },
    planned: { name: 'geplant', means: 'Es steht fest, wann es geschieht.' },
    forwarded: {
      name: 'weitergeleitet',
      means: 'Dafür ist nicht die Stadt zuständig. Wir haben es weitergegeben und bleiben dran.',
    },
    done: { name: 'erledigt', means: 'Es ist getan.' },
    'not-done': { name: 'wird nicht gemacht', means: 'Warum, steht in der Antwort.' },
  },
  en: {
    received: { name: 'received', means: 'We have your report. Somebody will look after it soon.' },
    'in-work': { name: 'in work', means: 'Somebody is looking after it.' },
    planned: { name: 'planned', means: 'It is settled when it will be done.' },
    forwarded: {
      name: 'passed on',
      means: 'This is not for the city. We have passed it on and keep an eye on it.',
    },
    done: { name: 'done', means: 'It is done.' },
    'not-done': { name: 'will not be done', means: 'The answer says why.' },
  },
  einfach: {
    received: { name: 'angekommen', means: 'Ihre Meldung ist da. Bald sieht sie sich jemand an.' },
    'in-work': { name: 'in Arbeit', means: 'Jemand kümmert sich darum.' },
    planned: { name: 'geplant', means: 'Wir wissen schon, wann wir es machen.' },
    forwarded: {
      name: 'weitergegeben',
      means: 'Das macht nicht die Stadt. Wir haben es an die richtige Stelle gegeben.',
    },
    done: { name: 'fertig', means: 'Es ist gemacht.' },
    'not-done': { name: 'wird nicht gemacht', means: 'Warum nicht, steht in der Antwort.' },
  },
}
