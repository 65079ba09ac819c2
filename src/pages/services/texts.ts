import type { PageLanguage } from '../../platform/ui/language.ts'

interface ServiceTexts {
  resultsFor: (query: string) => string
  found: { none: string; one: string; many: (count: string) => string }
  nothing: string
  nothingHelp: string
  allTitle: string
  duration: string
  fee: string
  responsible: string
  next: string
  nextCall: string
  nextOther: string
  nextBook: string
  book: string
  callback: (window: string) => string
  callbackLink: string
  otherServices: string
}

export const serviceTexts: Record<PageLanguage, ServiceTexts> = {
  de: {
    resultsFor: (query) => `Leistungen zu „${query}“`,
    found: {
      none: 'Dazu haben wir keine Leistung gefunden.',
      one: '1 Leistung gefunden.',
      many: (count) => `${count} Leistungen gefunden.`,
    },
    nothing: 'Dazu haben wir nichts gefunden',
    nothingHelp: 'Versuchen Sie ein anderes Wort, oder rufen Sie uns an. Wir finden es mit Ihnen heraus.',
    allTitle: 'Alle Leistungen von A bis Z',
    duration: 'Dauer',
    fee: 'Kosten',
    responsible: 'Zuständig',
    next: 'So geht es weiter',
    nextBook: 'Den Termin buchen Sie oben auf dieser Seite. Oder rufen Sie uns an, wenn Sie Fragen haben.',
    book: 'Termin buchen',
    nextCall: 'Rufen Sie uns an. Wir klären alles Weitere mit Ihnen.',
    nextOther:
      'Sie kommen dort nicht weiter? Rufen Sie uns an, wir helfen Ihnen, die richtige Stelle zu finden.',
    callback: (window) => `Nächstes freies Zeitfenster für einen Rückruf: ${window}.`,
    callbackLink: 'Rückruf vereinbaren',
    otherServices: 'Alle Leistungen von A bis Z',
  },
  en: {
    resultsFor: (query) => `Services for “${query}”`,
    found: {
      none: 'We found no service for this.',
      one: '1 service found.',
      many: (count) => `${count} services found.`,
    },
    nothing: 'We found nothing for this',
    nothingHelp: 'Try another word, or call us. We will find out together.',
    allTitle: 'All services from A to Z',
    duration: 'Time',
    fee: 'Fee',
    responsible: 'Office',
    next: 'What to do next',
    nextBook: 'Book the appointment at the top of this page, or call us with any question.',
    book: 'Book an appointment',
    nextCall: 'Call us. We will settle everything else with you.',
    nextOther: 'Do you need help finding the right office? Call us.',
    callback: (window) => `Next free time for a call back: ${window}.`,
    callbackLink: 'Arrange a call back',
    otherServices: 'All services from A to Z',
  },
  einfach: {
    resultsFor: (query) => `Sie suchen: „${query}“`,
    found: {
      none: 'Wir haben nichts gefunden.',
      one: 'Wir haben 1 Sache gefunden.',
      many: (count) => `Wir haben ${count} Sachen gefunden.`,
    },
    nothing: 'Wir haben nichts gefunden',
    nothingHelp: 'Suchen Sie mit einem anderen Wort. Oder rufen Sie uns an. Wir helfen Ihnen.',
    allTitle: 'Alles von A bis Z',
    duration: 'Wie lange?',
    fee: 'Wie teuer?',
    responsible: 'Wer macht das?',
    next: 'Das machen Sie jetzt',
    nextBook: 'Buchen Sie oben einen Termin. Haben Sie Fragen? Dann rufen Sie uns an.',
    book: 'Termin buchen',
    nextCall: 'Rufen Sie uns an. Wir sagen Ihnen, wie es weitergeht.',
    nextOther: 'Brauchen Sie Hilfe? Rufen Sie uns an.',
    callback: (window) => `Wir können Sie auch anrufen: ${window}.`,
    callbackLink: 'Wir sollen Sie anrufen',
    otherServices: 'Alles von A bis Z',
  },
}
