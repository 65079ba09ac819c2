import type { Lang } from '../../shared/lang.ts'

/** What is said in each language; null where a language says it with other words. */
export type Spoken = Readonly<Record<Lang, string | null>>

/** Everything the telephone says in whole sentences. The name is the name of the sound file. */
export const SENTENCES = {
  begruessung: {
    de: 'Guten Tag. Sie sind mit der Stadtverwaltung verbunden. Bitte warten Sie einen Moment.',
    en: null,
  },
  geschlossen: {
    de: 'Guten Tag. Sie rufen außerhalb unserer Servicezeiten an.',
    en: 'Hello. You are calling outside our opening hours.',
  },
  'nicht-besetzt': {
    de: 'Guten Tag. Diese Rufnummer ist zurzeit nicht besetzt.',
    en: 'Hello. Nobody can take calls on this line at the moment.',
  },
  'wieder-da': { de: 'Sie erreichen uns wieder', en: 'You can reach us again' },
  'online-wege': {
    de: 'Vieles erledigen Sie auch jetzt auf der Internetseite der Stadt.',
    en: 'You can do many things at any time on the website of the city.',
  },
  servicezeit: {
    de: 'Die Servicezeit dieser Rufnummer ist jetzt zu Ende. Wer noch da ist, nimmt Ihren Anruf an.',
    en: 'The opening hours of this line are over now. Whoever is still here will take your call.',
  },
  'als-naechstes': { de: 'Sie sind als Nächstes an der Reihe.', en: 'You are next in line.' },
  platz: { de: 'Sie haben in der Warteschlange den Platz', en: 'Your place in the line is number' },
  'wartezeit-etwa': { de: 'Die Wartezeit beträgt noch etwa', en: 'The expected wait is about' },
  minute: { de: 'eine Minute.', en: 'one minute.' },
  minuten: { de: 'Minuten.', en: 'minutes.' },
  'eins-und-wir-rufen': {
    de: 'Drücken Sie die Eins, und wir rufen Sie',
    en: 'Press one, and we will call you back',
  },
  zurueck: { de: 'zurück.', en: null },
  'andere-sprache': { de: 'For English, press nine.', en: 'Für Deutsch drücken Sie die Neun.' },
  'kein-fenster': {
    de: 'Zurzeit können wir Ihnen leider keinen Rückruf zusagen.',
    en: 'At the moment we cannot promise you a call back.',
  },
  'fenster-voll': {
    de: 'Dieses Zeitfenster ist gerade voll geworden.',
    en: 'This time has just been taken.',
  },
  'ihre-nummer': { de: 'Wir rufen diese Nummer an:', en: 'We will call this number:' },
  'nummer-richtig': {
    de: 'Ist das richtig, drücken Sie die Eins. Für eine andere Nummer drücken Sie die Zwei.',
    en: 'If this is correct, press one. For another number, press two.',
  },
  'keine-nummer': {
    de: 'Ihre Telefonnummer wird uns nicht angezeigt.',
    en: 'We cannot see your telephone number.',
  },
  'nummer-eingeben': {
    de: 'Bitte geben Sie Ihre Telefonnummer mit Vorwahl ein. Drücken Sie danach die Raute-Taste.',
    en: 'Please key in your telephone number with its area code. Then press the hash key.',
  },
  'nummer-unmoeglich': {
    de: 'Diese Nummer können wir nicht anrufen.',
    en: 'We cannot call this number.',
  },
  'auf-band': {
    de: 'Möchten Sie Ihr Anliegen auf Band sprechen? Dann drücken Sie die Eins. Die Aufnahme hört nur, wer Sie zurückruft. Danach wird sie gelöscht. Ohne Aufnahme drücken Sie die Zwei.',
    en: 'Would you like to record what your call is about? Then press one. Only the person who calls you back will hear it. It is deleted afterwards. To go on without a recording, press two.',
  },
  'nach-dem-ton': {
    de: 'Bitte sprechen Sie nach dem Ton, höchstens eine Minute. Drücken Sie zum Schluss die Raute-Taste.',
    en: 'Please speak after the tone, for one minute at most. Press the hash key when you are done.',
  },
  'wir-rufen': { de: 'Vielen Dank. Wir rufen Sie', en: 'Thank you. We will call you back' },
  'nummer-des-anliegens': {
    de: 'Die Nummer Ihres Anliegens ist:',
    en: 'The number of your request is:',
  },
  'auf-wiederhoeren': { de: 'Auf Wiederhören.', en: 'Goodbye.' },
  'nicht-verstanden': {
    de: 'Diese Taste gibt es hier nicht.',
    en: 'This key has no meaning here.',
  },
  'nichts-gehoert': { de: 'Wir haben keine Taste gehört.', en: 'We have not heard any key.' },
  'platz-bleibt': {
    de: 'Sie behalten Ihren Platz in der Warteschlange.',
    en: 'You keep your place in the line.',
  },
  'nicht-geklappt': {
    de: 'Das hat leider nicht geklappt.',
    en: 'We are sorry, this did not work.',
  },
  stoerung: {
    de: 'Guten Tag. Wegen einer technischen Störung können wir Ihren Anruf gerade nicht annehmen. Bitte versuchen Sie es später noch einmal.',
    en: null,
  },
  'unsere-servicezeiten': { de: 'Unsere Servicezeiten sind', en: null },
  'rund-um-die-uhr': { de: 'rund um die Uhr', en: null },
  teamleitung: {
    de: 'Die Teamleitung ist jetzt mit im Gespräch.',
    en: 'The team lead has joined this call.',
  },
  'teamleitung-geht': {
    de: 'Die Teamleitung hat das Gespräch verlassen.',
    en: 'The team lead has left this call.',
  },
  unterbrochen: {
    de: 'Die Verbindung ist leider unterbrochen. Wir rufen Sie gleich noch einmal an. Auf Wiederhören.',
    en: null,
  },
  warten: { de: 'Bitte haben Sie noch etwas Geduld. Sie werden gleich verbunden.', en: null },
} as const satisfies Record<string, Spoken>
