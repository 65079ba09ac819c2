import type { PageLanguage } from '../../platform/ui/language.ts'

interface ReportTexts {
  area: string
  start: {
    title: string
    lead: string
    none: string
    follow: string
  }
  form: {
    title: string
    before: string
    description: string
    descriptionHint: string
    /** Where reports of this kind may be shown to everybody. */
    published: string
    place: string
    placeHint: string
    optional: string
    choose: string
    contact: string
    contactLead: string
    name: string
    nameHint: string
    email: string
    emailHint: string
    phone: string
    phoneHint: string
    next: string
    back: string
  }
  check: {
    title: string
    category: string
    nothing: string
    contact: string
    anonymous: string
    change: string
    send: string
    privacy: string
    privacyLink: string
  }
  done: {
    title: string
    due: (when: string) => string
    told: string
    number: string
    secret: string
    keep: string
    aloud: string
    follow: string
    another: string
    lost: string
    lostLead: string
  }
  follow: {
    title: string
    lead: string
    number: string
    numberHint: (example: string) => string
    secret: string
    secretHint: string
    button: string
    linkLead: string
    linkButton: string
    linkDead: string
    about: string
    place: string
    since: (when: string) => string
    due: (when: string) => string
    planned: (when: string) => string
    history: string
    received: string
    mailComesBack: string
    call: string
    fromYou: string
    feed: string
    feedHint: string
    another: string
  }
  object: {
    title: string
    lead: (until: string) => string
    label: string
    hint: string
    button: string
    sent: string
  }
  errors: {
    /** A sentence of the rule, in this language. */
    of: (german: string, field: 'description' | 'place' | 'question' | 'text') => string
    nameLong: string
    email: string
  }
}

const german = (sentence: string): string => sentence

const de: ReportTexts = {
  area: 'Melden',
  start: {
    title: 'Beschwerde oder Hinweis melden',
    lead: 'Was ist los? Wählen Sie, was am besten passt. Jede Meldung bekommt eine Antwort.',
    none: 'Auf diesen Seiten kann gerade nichts gemeldet werden. Bitte rufen Sie uns an.',
    follow: 'Nachsehen, was aus einer Meldung wurde',
  },
  form: {
    title: 'Was möchten Sie melden?',
    before: 'Bitte zuerst lesen',
    description: 'Was ist los?',
    descriptionHint:
      'In Ihren Worten. Bitte nennen Sie keine Namen anderer Menschen und nichts über Krankheiten.',
    published:
      'Beschreibung und Ort können öffentlich gezeigt werden, nachdem wir sie gelesen haben. Ihr Name und Ihre Kontaktdaten nie.',
    place: 'Wo ist das?',
    placeHint: 'Straße und Hausnummer, oder eine Beschreibung: „neben der Bank am Spielplatz“.',
    optional: '(freiwillig)',
    choose: 'Bitte wählen',
    contact: 'Wie erreichen wir Sie?',
    contactLead:
      'Alles hier ist freiwillig. Ohne Angaben bleibt die Meldung anonym; Sie können trotzdem nachsehen, was daraus wird.',
    name: 'Name (freiwillig)',
    nameHint: 'So sprechen wir Sie an.',
    email: 'E-Mail-Adresse (freiwillig)',
    emailHint: 'An diese Adresse schicken wir die Antwort.',
    phone: 'Telefonnummer (freiwillig)',
    phoneHint:
      'Für Rückfragen. An eine Handynummer schicken wir auch eine SMS, wenn keine E-Mail-Adresse da ist.',
    next: 'Weiter',
    back: 'Etwas anderes melden',
  },
  check: {
    title: 'Stimmt alles?',
    category: 'Thema',
    nothing: 'keine Angabe',
    contact: 'Antwort an',
    anonymous: 'Niemanden: Die Meldung ist anonym.',
    change: 'Ändern',
    send: 'Meldung abschicken',
    privacy: 'Was wir speichern und wie lange, steht unter',
    privacyLink: 'Datenschutz',
  },
  done: {
    title: 'Ihre Meldung ist angekommen',
    due: (when) => `Sie bekommen eine Antwort bis ${when}.`,
    told: 'Wir schicken Ihnen auch eine Nachricht.',
    number: 'Nummer Ihrer Meldung',
    secret: 'Ihre drei Wörter',
    keep: 'Bitte notieren Sie beides. Mit der Nummer und den drei Wörtern sehen Sie nach, was aus der Meldung wird.',
    aloud: 'Zum Vorlesen',
    follow: 'Meldung ansehen',
    another: 'Noch etwas melden',
    lost: 'Diese Seite ist nicht mehr da',
    lostLead: 'Mit der Nummer und den drei Wörtern können Sie Ihre Meldung ansehen.',
  },
  follow: {
    title: 'Meldung ansehen',
    lead: 'Geben Sie die Nummer Ihrer Meldung und die drei Wörter ein.',
    number: 'Nummer der Meldung',
    numberHint: (example) => `Sie sieht so aus: ${example}`,
    secret: 'Drei Wörter',
    secretHint: 'Groß oder klein, mit Leerzeichen oder Strichen: alles ist richtig.',
    button: 'Ansehen',
    linkLead: 'Sie haben einen Link zu Ihrer Meldung geöffnet.',
    linkButton: 'Meldung ansehen',
    linkDead: 'Dieser Link führt zu keiner Meldung (mehr). Mit Nummer und drei Wörtern können Sie nachsehen.',
    about: 'Das haben Sie gemeldet',
    place: 'Ort',
    since: (when) => `Gemeldet am ${when}.`,
    due: (when) => `Antwort bis ${when}.`,
    planned: (when) => `Geplant bis ${when}.`,
    history: 'Was bisher geschah',
    received: 'Meldung eingegangen.',
    mailComesBack: 'Unsere E-Mails an Sie kommen zurück. Jede Antwort steht auch hier.',
    call: 'Oder rufen Sie uns an',
    fromYou: 'Von Ihnen',
    feed: 'Diese Meldung als RSS-Feed',
    feedHint: 'Wer diese Adresse hat, kann mitlesen. Geben Sie sie nicht weiter.',
    another: 'Eine andere Meldung ansehen',
  },
  object: {
    title: 'Ist es nicht gelöst?',
    lead: (until) => `Bis ${until} können Sie uns das hier sagen. Dann sehen wir es uns noch einmal an.`,
    label: 'Was ist noch nicht gelöst?',
    hint: 'Ein, zwei Sätze reichen.',
    button: 'Es ist nicht gelöst',
    sent: 'Danke. Ihre Meldung ist wieder in Arbeit, und Sie bekommen eine neue Antwort.',
  },
  errors: {
    of: german,
    nameLong: 'Der Name ist zu lang (höchstens 120 Zeichen).',
    email: 'Bitte die E-Mail-Adresse prüfen, zum Beispiel name@example.org.',
  },
}

const ENGLISH = {
  description: 'Please describe in a few words (up to 4000 characters) what it is about.',
  place: 'Please say where it is (up to 300 characters), for example street and house number.',
  question: 'Please check your answer to this question.',
  text: 'Please tell us (up to 2000 characters) what is not solved.',
} as const

const en: ReportTexts = {
  area: 'Report',
  start: {
    title: 'Report a problem or an idea',
    lead: 'What is wrong? Choose what fits best. Every report gets an answer.',
    none: 'Nothing can be reported on these pages at the moment. Please call us.',
    follow: 'See what became of a report',
  },
  form: {
    title: 'What would you like to report?',
    before: 'Please read first',
    description: 'What is wrong?',
    descriptionHint: 'In your own words. Please give no names of other people and nothing about illnesses.',
    published:
      'Description and place may be shown in public after we have read them. Your name and how to reach you never are.',
    place: 'Where is it?',
    placeHint: 'Street and house number, or a description: “next to the bench by the playground”.',
    optional: '(optional)',
    choose: 'Please choose',
    contact: 'How do we reach you?',
    contactLead:
      'All of this is optional. Without it the report stays anonymous; you can still see what becomes of it.',
    name: 'Name (optional)',
    nameHint: 'This is how we address you.',
    email: 'E-mail address (optional)',
    emailHint: 'We send the answer to this address.',
    phone: 'Telephone number (optional)',
    phoneHint:
      'For questions. We also send a text message to a mobile number where there is no e-mail address.',
    next: 'Continue',
    back: 'Report something else',
  },
  check: {
    title: 'Is everything right?',
    category: 'Subject',
    nothing: 'not given',
    contact: 'Answer to',
    anonymous: 'Nobody: the report is anonymous.',
    change: 'Change',
    send: 'Send the report',
    privacy: 'What we keep and for how long:',
    privacyLink: 'Privacy',
  },
  done: {
    title: 'We have your report',
    due: (when) => `You get an answer by ${when}.`,
    told: 'We send you a message as well.',
    number: 'Number of your report',
    secret: 'Your three words',
    keep: 'Please write both down. With the number and the three words you can see what becomes of it.',
    aloud: 'To read aloud',
    follow: 'See the report',
    another: 'Report something else',
    lost: 'This page is gone',
    lostLead: 'With the number and the three words you can see your report.',
  },
  follow: {
    title: 'See a report',
    lead: 'Enter the number of your report and the three words.',
    number: 'Number of the report',
    numberHint: (example) => `It looks like this: ${example}`,
    secret: 'Three words',
    secretHint: 'Small or capital letters, spaces or hyphens: all are right. The words are German.',
    button: 'Show',
    linkLead: 'You have opened a link to your report.',
    linkButton: 'Show the report',
    linkDead: 'This link leads to no report (any more). You can use the number and the three words.',
    about: 'What you reported',
    place: 'Place',
    since: (when) => `Reported on ${when}.`,
    due: (when) => `Answer by ${when}.`,
    planned: (when) => `Planned by ${when}.`,
    history: 'What has happened so far',
    received: 'Report received.',
    mailComesBack: 'Our e-mails to you come back. Every answer stands here too.',
    call: 'Or call us',
    fromYou: 'From you',
    feed: 'This report as an RSS feed',
    feedHint: 'Whoever has its address can read along. Please keep it to yourself.',
    another: 'See another report',
  },
  object: {
    title: 'Is it not solved?',
    lead: (until) => `Until ${until} you can tell us here. Then we look at it again.`,
    label: 'What is not solved?',
    hint: 'A sentence or two will do.',
    button: 'It is not solved',
    sent: 'Thank you. Your report is in work again, and you get a new answer.',
  },
  errors: {
    of: (_german, field) => ENGLISH[field],
    nameLong: 'The name is too long (120 characters at most).',
    email: 'Please check the e-mail address, for example name@example.org.',
  },
}

const einfach: ReportTexts = {
  ...de,
  start: {
    title: 'Ein Problem melden',
    lead: 'Was ist los? Suchen Sie sich etwas aus. Wir antworten immer.',
    none: 'Das geht hier gerade nicht. Bitte rufen Sie uns an.',
    follow: 'Was wurde aus meiner Meldung?',
  },
  form: {
    ...de.form,
    title: 'Was ist das Problem?',
    descriptionHint: 'Schreiben Sie es mit Ihren Worten. Schreiben Sie keine Namen von anderen Menschen.',
    published: 'Vielleicht können alle lesen, was Sie schreiben. Ihr Name steht dort nie.',
    placeHint: 'Schreiben Sie die Straße und die Hausnummer. Oder beschreiben Sie den Ort.',
    contactLead: 'Das müssen Sie nicht ausfüllen. Sie können trotzdem nachsehen, was wir machen.',
    emailHint: 'Dann schicken wir Ihnen die Antwort.',
    phoneHint: 'Vielleicht haben wir eine Frage. Dann rufen wir Sie an.',
  },
  done: {
    ...de.done,
    title: 'Ihre Meldung ist da',
    due: (when) => `Wir antworten bis ${when}.`,
    keep: 'Bitte schreiben Sie beides auf. Damit können Sie nachsehen, was wir machen.',
  },
  follow: {
    ...de.follow,
    lead: 'Schreiben Sie hier Ihre Nummer und Ihre 3 Wörter.',
    secret: 'Ihre 3 Wörter',
    secretHint: 'Sie dürfen die Wörter groß oder klein schreiben.',
  },
  object: {
    ...de.object,
    title: 'Ist das Problem noch da?',
    lead: (until) => `Sie können es uns bis ${until} sagen. Dann kümmern wir uns noch einmal.`,
  },
}

export const reportTexts: Record<PageLanguage, ReportTexts> = { de, en, einfach }
