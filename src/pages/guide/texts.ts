import { SHOWS_QUESTION, type Way, waySentences } from '../../catalogue/index.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'

interface GuideTexts {
  title: string
  link: string
  /** 'Frage 2 von höchstens 3' */
  step: (number: number) => string
  about: string
  report: string
  unsure: string
  which: (area: string) => string
  shows: string
  showsHint: string
  yes: string
  no: string
  back: string
  again: string
  way: Readonly<Record<Way, string>>
  /** What to do, on the button. */
  act: Readonly<Record<'come' | 'call' | 'report', string>>
  whole: string
}

export const guideTexts: Readonly<Record<PageLanguage, GuideTexts>> = {
  de: {
    title: 'Welcher Weg ist richtig für mich?',
    link: 'Welcher Weg ist richtig für mich? Drei Fragen',
    step: (number) => `Frage ${number} von höchstens 3`,
    about: 'Worum geht es?',
    report: 'Ich möchte etwas melden oder mich beschweren',
    unsure: 'Ich weiß es nicht: mit eigenen Worten suchen',
    which: (area) => `Was brauchen Sie? (${area})`,
    shows: SHOWS_QUESTION,
    showsHint: 'Wenn Sie es nicht wissen: Wählen Sie „Nein“. Wir klären es am Telefon.',
    yes: 'Ja',
    no: 'Nein, oder ich weiß es nicht',
    back: 'Eine Frage zurück',
    again: 'Von vorn beginnen',
    way: waySentences,
    act: { come: 'Termin buchen', call: 'Rückruf vereinbaren', report: 'Etwas melden' },
    whole: 'Alles zu dieser Leistung: Unterlagen, Dauer, Kosten',
  },
  en: {
    title: 'Which way is right for me?',
    link: 'Which way is right for me? Three questions',
    step: (number) => `Question ${number} of at most 3`,
    about: 'What is it about?',
    report: 'I want to report something or complain',
    unsure: 'I do not know: search in my own words',
    which: (area) => `What do you need? (${area})`,
    shows: 'Do you have to show, fetch or sign something?',
    showsHint: 'If you do not know, choose “No”. We find out on the phone.',
    yes: 'Yes',
    no: 'No, or I do not know',
    back: 'One question back',
    again: 'Start again',
    way: {
      come: 'Please come to us.',
      call: 'You do not need to come: we settle this on the phone.',
      email: 'You do not need to come: this works by e-mail or on the phone.',
      online: 'You do not need to come: this works online.',
      report: 'This is for the citizens’ line.',
      elsewhere: 'The city does not do this.',
    },
    act: { come: 'Book an appointment', call: 'Arrange a call', report: 'Report something' },
    whole: 'All about this service: documents, time, cost',
  },
  einfach: {
    title: 'Was muss ich tun?',
    link: 'Was muss ich tun? Drei Fragen',
    step: (number) => `Frage ${number} von 3`,
    about: 'Worum geht es?',
    report: 'Ich will etwas melden. Oder ich bin unzufrieden.',
    unsure: 'Ich weiß es nicht. Ich will suchen.',
    which: (area) => `Was brauchen Sie? (${area})`,
    shows: 'Müssen Sie etwas zeigen, abholen oder unterschreiben?',
    showsHint: 'Sie wissen es nicht? Dann drücken Sie auf „Nein“.',
    yes: 'Ja',
    no: 'Nein',
    back: 'Zurück',
    again: 'Noch einmal von vorn',
    way: {
      come: 'Bitte kommen Sie zu uns.',
      call: 'Sie müssen nicht kommen. Wir sprechen am Telefon.',
      email: 'Sie müssen nicht kommen. Das geht mit einer E-Mail oder am Telefon.',
      online: 'Sie müssen nicht kommen. Das geht im Internet.',
      report: 'Das können Sie dem Bürgertelefon sagen.',
      elsewhere: 'Das macht ein anderes Amt.',
    },
    act: { come: 'Termin holen', call: 'Wir rufen Sie an', report: 'Etwas melden' },
    whole: 'Was Sie mitbringen müssen und was es kostet',
  },
}
