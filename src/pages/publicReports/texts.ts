import type { PageLanguage } from '../../platform/ui/language.ts'

interface PublicTexts {
  title: string
  lead: string
  none: string
  filter: string
  words: string
  wordsHint: string
  category: string
  anyCategory: string
  state: string
  anyState: string
  open: string
  ended: string
  button: string
  more: string
  first: string
  feed: string
  feedHint: string
  asMap: string
  report: string
  own: string
  where: string
  reported: string
  due: string
  planned: string
  coarse: string
  history: string
  received: string
  /** In place of the state's own sentence, which speaks to whoever reported. */
  soon: string
  photo: string
  noWords: string
  follow: string
  followLead: string
  followFeed: string
  email: string
  emailHint: string
  emailWrong: string
  emailButton: string
  asked: string
  confirm: {
    title: string
    lead: string
    button: string
    done: string
    follows: string
    stop: string
    stopped: string
    gone: string
  }
  back: string
  /** On the pages from which one gets here. */
  seeAll: string
  /** Of the feed of one report. */
  feedOf: (number: string) => string
}

const de: PublicTexts = {
  title: 'Öffentliche Meldungen',
  lead: 'Das haben andere gemeldet. Hier steht, was jemand im Rathaus gelesen und freigegeben hat, ohne Namen.',
  none: 'Dazu gibt es keine öffentliche Meldung.',
  filter: 'Meldungen suchen',
  words: 'Suchwort',
  wordsHint: 'Zum Beispiel eine Straße oder eine Sache',
  category: 'Thema',
  anyCategory: 'alle Themen',
  state: 'Stand',
  anyState: 'offen und beendet',
  open: 'offen',
  ended: 'beendet',
  button: 'Anzeigen',
  more: 'Ältere Meldungen',
  first: 'Zurück zu den neuesten',
  feed: 'Diese Liste als RSS-Feed',
  asMap: 'Auf der Karte ansehen',
  feedHint: 'Für Programme, die Neues von selbst anzeigen.',
  report: 'Etwas melden',
  own: 'Nachsehen, was aus der eigenen Meldung wurde',
  where: 'Ort',
  reported: 'Gemeldet',
  due: 'Antwort bis',
  planned: 'Geplant bis',
  coarse: 'Auf privatem Grund zeigen wir nur die Straße.',
  history: 'Was bisher geschah',
  received: 'Meldung eingegangen.',
  soon: 'Bald kümmert sich jemand darum.',
  photo: 'Foto zur Meldung',
  noWords: 'Was die Stadt geantwortet hat, liest nur, wer es gemeldet hat.',
  follow: 'Auch betroffen? Folgen',
  followLead: 'So erfahren Sie, wenn sich der Stand ändert. Noch einmal melden müssen Sie es nicht.',
  followFeed: 'Diese Meldung als RSS-Feed',
  email: 'Ihre E-Mail-Adresse',
  emailHint:
    'Wir schicken einen Link, den Sie bestätigen. 30 Tage nach dem Ende der Meldung löschen wir die Adresse.',
  emailWrong: 'Bitte die E-Mail-Adresse prüfen, zum Beispiel name@example.org.',
  emailButton: 'Per E-Mail folgen',
  asked:
    'Bitte sehen Sie in Ihr Postfach: Folgen Sie dieser Meldung noch nicht, finden Sie dort einen Link von uns. Für jede Meldung schicken wir ihn einmal am Tag.',
  confirm: {
    title: 'Einer Meldung folgen',
    lead: 'Möchten Sie eine E-Mail bekommen, wenn sich der Stand dieser Meldung ändert?',
    button: 'Ja, der Meldung folgen',
    done: 'Sie folgen dieser Meldung. In jeder E-Mail steht ein Link, mit dem Sie das beenden.',
    follows: 'Sie folgen dieser Meldung.',
    stop: 'Nicht folgen und Adresse löschen',
    stopped: 'Sie folgen dieser Meldung nicht. Ihre Adresse ist gelöscht.',
    gone: 'Dieser Link gilt nicht mehr. Die Adresse dazu ist gelöscht, oder die Meldung wird nicht mehr gezeigt.',
  },
  back: 'Alle öffentlichen Meldungen',
  seeAll: 'Ansehen, was andere gemeldet haben',
  feedOf: (number) => `Meldung ${number}`,
}

const en: PublicTexts = {
  title: 'Public reports',
  lead: 'This is what others reported. It was read and released by somebody at the city hall, without names.',
  none: 'There is no public report of this kind.',
  filter: 'Search reports',
  words: 'Search word',
  wordsHint: 'For example a street or a thing, in German',
  category: 'Subject',
  anyCategory: 'all subjects',
  state: 'State',
  anyState: 'open and ended',
  open: 'open',
  ended: 'ended',
  button: 'Show',
  more: 'Older reports',
  first: 'Back to the newest',
  feed: 'This list as an RSS feed',
  asMap: 'See them on the map',
  feedHint: 'For programs that show what is new by themselves.',
  report: 'Report a problem',
  own: 'See what became of your own report',
  where: 'Place',
  reported: 'Reported',
  due: 'Answer by',
  planned: 'Planned by',
  coarse: 'On private ground we only show the street.',
  history: 'What has happened so far',
  received: 'Report received.',
  soon: 'Somebody will look after it soon.',
  photo: 'Photo of the report',
  noWords: 'What the city answered can be read only by the person who reported it.',
  follow: 'Does it concern you too? Follow it',
  followLead: 'So you hear when its state changes. You need not report it again.',
  followFeed: 'This report as an RSS feed',
  email: 'Your e-mail address',
  emailHint: 'We send a link for you to confirm. 30 days after the report has ended we delete the address.',
  emailWrong: 'Please check the e-mail address, for example name@example.org.',
  emailButton: 'Follow by e-mail',
  asked:
    'Please look into your mailbox: unless you follow this report already, there is a link from us. For each report we send it once a day.',
  confirm: {
    title: 'Follow a report',
    lead: 'Would you like to get an e-mail when the state of this report changes?',
    button: 'Yes, follow the report',
    done: 'You follow this report. Each e-mail has a link to end that.',
    follows: 'You follow this report.',
    stop: 'Do not follow, and delete the address',
    stopped: 'You do not follow this report. Your address is deleted.',
    gone: 'This link is not valid any more. Its address is deleted, or the report is not shown any more.',
  },
  back: 'All public reports',
  seeAll: 'See what others reported',
  feedOf: (number) => `Report ${number}`,
}

const einfach: PublicTexts = {
  ...de,
  lead: 'Das haben andere Menschen gemeldet. Namen stehen hier nicht.',
  none: 'Dazu haben wir nichts gefunden.',
  anyState: 'alle',
  ended: 'fertig',
  coarse: 'Die genaue Stelle zeigen wir nicht. Sie ist privat.',
  noWords: 'Die Antwort von der Stadt kann nur lesen, wer es gemeldet hat.',
  follow: 'Betrifft Sie das auch?',
  followLead: 'Sie können sehen, wenn es etwas Neues gibt. Sie müssen es nicht noch einmal melden.',
}

export const publicTexts: Readonly<Record<PageLanguage, PublicTexts>> = { de, en, einfach }
