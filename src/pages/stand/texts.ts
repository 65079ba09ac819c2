import type { PageLanguage } from '../../platform/ui/language.ts'

import type { Light, Part } from './lights.ts'
import type { Colour, OptionName, WidgetPart } from './widgetOptions.ts'

interface StandTexts {
  title: string
  /** @param time '9:05' */
  at: (time: string) => string
  working: string
  parts: Readonly<Record<Part, string>>
  lights: Readonly<Record<Light, string>>
  /** A part that could not be read. */
  notKnown: string
  phone: string
  longest: (line: string, minutes: number) => string
  /** Open, and no telephone system tells us. */
  unknown: (line: string) => string
  callback: string
  callbackNone: string
  appointment: string
  appointmentNone: string
  month: string
  answers: (percent: string, kept: number, of: number) => string
  callbacks: (percent: string, kept: number, of: number) => string
  tooFew: string
  how: string
  link: string
  embed: string
  embedTitle: string
  embedLead: string
  options: {
    lang: string
    langs: Readonly<Record<PageLanguage, string>>
    colour: string
    colours: Readonly<Record<Colour, string>>
    parts: string
    names: Readonly<Record<WidgetPart, string>>
    button: string
    noPart: string
    wrong: (name: OptionName, possible: readonly string[]) => string
  }
  embedCode: string
  embedLook: string
  whole: string
}

export const standTexts: Readonly<Record<PageLanguage, StandTexts>> = {
  de: {
    title: 'So steht es gerade',
    at: (time) => `Stand: ${time} Uhr`,
    working: 'Was läuft',
    parts: {
      phone: 'Telefon',
      callback: 'Rückruf',
      appointments: 'Termine',
      email: 'E-Mail',
      reports: 'Meldungen',
    },
    lights: { works: 'läuft', disturbed: 'gestört', unknown: 'zurzeit nicht bekannt' },
    notKnown: 'Das ist zurzeit nicht bekannt.',
    phone: 'Telefon',
    longest: (line, minutes) =>
      `${line}: Am längsten wartet jemand seit ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`}.`,
    unknown: (line) => `${line}: Wie viele warten, ist zurzeit nicht bekannt.`,
    callback: 'Rückruf',
    callbackNone: 'Im Moment ist kein Zeitfenster frei.',
    appointment: 'Termin',
    appointmentNone: 'Im Moment ist kein Termin frei.',
    month: 'In diesem Monat',
    answers: (percent, kept, of) =>
      `${percent} der Anrufe hat ein Mensch innerhalb von 15 Sekunden angenommen (${kept} von ${of}).`,
    callbacks: (percent, kept, of) =>
      `${percent} der Rückrufe kamen in der zugesagten Zeit (${kept} von ${of}).`,
    tooFew: 'Für eine Zahl sind es noch zu wenige.',
    how: 'Gezählt wird jeder einzelne Fall, auch der nicht gehaltene. Es sind dieselben Zahlen, nach denen die Stadt arbeitet.',
    link: 'So steht es gerade: Wartende, freie Zeiten, Zahlen',
    embed: 'Für Zeitungen und Vereine: diese Anzeige einbetten',
    embedTitle: 'Diese Anzeige einbetten',
    embedLead:
      'Die Anzeige ist eine einfache Seite ohne Skripte und ohne Cookies. Sie darf in jede Website eingebettet werden und zeigt immer, wie es gerade steht.',
    options: {
      lang: 'Sprache',
      langs: { de: 'Deutsch', en: 'Englisch', einfach: 'Einfache Sprache' },
      colour: 'Farben',
      colours: { auto: 'wie bei der Leserin oder dem Leser', hell: 'hell', dunkel: 'dunkel' },
      parts: 'Was die Anzeige zeigt',
      names: {
        aktuelles: 'Aktuelles',
        lage: 'Was läuft',
        warten: 'Rufnummern und Wartende',
        rueckruf: 'Nächster Rückruf',
        termine: 'Nächster Termin',
        monat: 'Zahlen des Monats',
      },
      button: 'Anzeige ändern',
      noPart: 'Bitte mindestens einen Teil wählen.',
      wrong: (name, possible) => `Unbekannter Wert für „${name}“. Möglich: ${possible.join(', ')}.`,
    },
    embedCode: 'Diesen Text in Ihre Seite kopieren',
    embedLook: 'So sieht es aus',
    whole: 'Mehr dazu bei der Stadt',
  },
  en: {
    title: 'How things stand now',
    at: (time) => `As of ${time}`,
    working: 'What works',
    parts: {
      phone: 'Telephone',
      callback: 'Calls back',
      appointments: 'Appointments',
      email: 'E-mail',
      reports: 'Reports',
    },
    lights: { works: 'working', disturbed: 'disrupted', unknown: 'not known at the moment' },
    notKnown: 'This is not known at the moment.',
    phone: 'Telephone',
    longest: (line, minutes) => `${line}: the longest wait is ${minutes} min.`,
    unknown: (line) => `${line}: how many are waiting is not known at the moment.`,
    callback: 'We call you back',
    callbackNone: 'No time is free at the moment.',
    appointment: 'Appointment',
    appointmentNone: 'No appointment is free at the moment.',
    month: 'This month',
    answers: (percent, kept, of) =>
      `${percent} of the calls were answered by a person within 15 seconds (${kept} of ${of}).`,
    callbacks: (percent, kept, of) =>
      `${percent} of the calls back came at the promised time (${kept} of ${of}).`,
    tooFew: 'There are too few for a figure yet.',
    how: 'Every single case counts, also those where we failed. These are the figures that the city works with.',
    link: 'How things stand now: callers waiting, free times, figures',
    embed: 'For newspapers and associations: embed this',
    embedTitle: 'Embed this',
    embedLead:
      'It is a plain page without scripts and without cookies. Every website may embed it, and it always shows how things stand.',
    options: {
      lang: 'Language',
      langs: { de: 'German', en: 'English', einfach: 'Plain German' },
      colour: 'Colours',
      colours: { auto: 'as the reader has set', hell: 'light', dunkel: 'dark' },
      parts: 'What it shows',
      names: {
        aktuelles: 'News',
        lage: 'What works',
        warten: 'Numbers and callers waiting',
        rueckruf: 'Next call back',
        termine: 'Next appointment',
        monat: 'Figures of the month',
      },
      button: 'Change',
      noPart: 'Please choose at least one part.',
      wrong: (name, possible) => `Unknown value for “${name}”. Possible: ${possible.join(', ')}.`,
    },
    embedCode: 'Copy this text into your page',
    embedLook: 'What it looks like',
    whole: 'More on the city’s page',
  },
  einfach: {
    title: 'So ist es jetzt',
    at: (time) => `Das war um ${time} Uhr so.`,
    working: 'Das geht gerade',
    parts: {
      phone: 'Telefon',
      callback: 'Wir rufen Sie an',
      appointments: 'Termine',
      email: 'E-Mail',
      reports: 'Meldungen',
    },
    lights: { works: 'das geht', disturbed: 'das geht nicht richtig', unknown: 'das wissen wir jetzt nicht' },
    notKnown: 'Das wissen wir jetzt nicht.',
    phone: 'Telefon',
    longest: (line, minutes) => `${line}: Jemand wartet schon ${minutes} Min.`,
    unknown: (line) => `${line}: Wir wissen jetzt nicht, wie viele warten.`,
    callback: 'Wir rufen Sie an',
    callbackNone: 'Jetzt ist keine Zeit frei.',
    appointment: 'Termin',
    appointmentNone: 'Jetzt ist kein Termin frei.',
    month: 'In diesem Monat',
    answers: (percent, kept, of) =>
      `Bei ${percent} der Anrufe war in 15 Sekunden ein Mensch am Telefon. Das sind ${kept} von ${of} Anrufen.`,
    callbacks: (percent, kept, of) =>
      `Bei ${percent} der Rückrufe haben wir in der richtigen Zeit angerufen. Das sind ${kept} von ${of} Rückrufen.`,
    tooFew: 'Es sind noch zu wenige. Deshalb steht hier keine Zahl.',
    how: 'Wir zählen jeden Anruf. Auch wenn es nicht geklappt hat.',
    link: 'So ist es jetzt: Wer wartet? Was ist frei?',
    embed: 'Für Zeitungen: diese Anzeige auf der eigenen Seite zeigen',
    embedTitle: 'Diese Anzeige auf Ihrer Seite',
    embedLead: 'Sie können diese Anzeige auf Ihrer Internet-Seite zeigen.',
    options: {
      lang: 'Sprache',
      langs: { de: 'Deutsch', en: 'Englisch', einfach: 'Einfache Sprache' },
      colour: 'Farben',
      colours: { auto: 'wie beim Leser', hell: 'hell', dunkel: 'dunkel' },
      parts: 'Das soll man sehen',
      names: {
        aktuelles: 'Neues',
        lage: 'Das geht gerade',
        warten: 'Telefon-Nummern, und wer wartet',
        rueckruf: 'Wir rufen Sie an',
        termine: 'Termin',
        monat: 'Zahlen',
      },
      button: 'Anzeige ändern',
      noPart: 'Bitte wählen Sie etwas aus.',
      wrong: (name, possible) => `Das kennen wir nicht: ${name}. Das geht: ${possible.join(', ')}.`,
    },
    embedCode: 'Diesen Text kopieren',
    embedLook: 'So sieht es aus',
    whole: 'Mehr bei der Stadt',
  },
}
