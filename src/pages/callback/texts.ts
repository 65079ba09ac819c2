import type { PageLanguage } from '../../platform/ui/language.ts'

interface CallbackTexts {
  /** At the end of each page's title. */
  area: string
  step: (number: number, of: number) => string
  next: string
  back: string
  change: string
  service: {
    title: string
    lead: string
    label: string
    hint: string
    search: string
    none: string
    found: string
    other: string
    otherHint: string
  }
  reason: {
    title: string
    about: string
    label: string
    hint: string
    instead: string
    book: string
    more: string
    still: string
  }
  number: {
    title: string
    lead: string
    phone: string
    phoneHint: string
    name: string
    nameHint: string
    email: string
    emailHint: string
  }
  window: {
    title: string
    lead: string
    earliest: string
    others: string
    later: string
    taken: string
    takenLead: string
    none: string
    noneHelp: string
  }
  check: {
    title: string
    what: string
    about: string
    number: string
    numberAsk: string
    name: string
    email: string
    when: string
    line: (number: string) => string
    button: string
    privacy: string
    privacyLink: string
  }
  done: {
    title: string
    window: (window: string) => string
    same: string
    number: string
    numberWhy: string
    aloud: string
    line: string
    lineWhy: (number: string) => string
    change: string
    changeHow: string
    changeCall: string
    told: string
    another: string
    lost: string
    lostLead: string
  }
  help: string
  start: string
  errors: {
    reason: string
    reasonShort: string
    reasonLong: string
    nameLong: string
    email: string
    phoneLong: string
    tooOften: string
  }
  tooOften: string
  nowhere: string
}

const de: CallbackTexts = {
  area: 'Rückruf',
  step: (number, of) => `Schritt ${number} von ${of}`,
  next: 'Weiter',
  back: 'Zurück',
  change: 'Ändern',
  service: {
    title: 'Wozu sollen wir Sie anrufen?',
    lead: 'Suchen Sie die Leistung. Dann hat die Person, die Sie anruft, schon alles vor sich.',
    label: 'Leistung',
    hint: 'Zum Beispiel: Ausweis, Ummeldung, Führungszeugnis',
    search: 'Suchen',
    none: 'Dazu haben wir keine Leistung gefunden. Versuchen Sie ein anderes Wort, oder wählen Sie „Etwas anderes“.',
    found: 'Bitte wählen Sie:',
    other: 'Etwas anderes',
    otherHint: 'Sie schreiben im nächsten Schritt, worum es geht.',
  },
  reason: {
    title: 'Worum geht es?',
    about: 'Es geht um:',
    label: 'Ihre Frage in ein oder zwei Sätzen',
    hint: 'Bitte schreiben Sie nichts über Ihre Gesundheit und keine Passwörter. Das können Sie am Telefon besprechen.',
    instead: 'Bevor Sie weitergehen',
    book: 'Termin buchen',
    more: 'Was Sie dafür brauchen',
    still: 'Haben Sie trotzdem eine Frage dazu? Dann rufen wir Sie gerne an.',
  },
  number: {
    title: 'Unter welcher Nummer erreichen wir Sie?',
    lead: 'Nur die Telefonnummer muss sein.',
    phone: 'Telefonnummer',
    phoneHint: 'Mit Vorwahl, zum Beispiel 02306 123456. Festnetz oder Handy, keine Sondernummer.',
    name: 'Name (freiwillig)',
    nameHint: 'So wissen wir, nach wem wir fragen.',
    email: 'E-Mail-Adresse (freiwillig)',
    emailHint: 'Dorthin können wir Ihnen schreiben, wenn sich etwas ändert.',
  },
  window: {
    title: 'Wann sollen wir anrufen?',
    lead: 'Wir bieten nur Zeiten an, in denen jemand für Ihren Rückruf da ist.',
    earliest: 'Am frühesten',
    others: 'Andere Zeiten',
    later: 'Spätere Zeiten zeigen',
    taken: 'Dieses Zeitfenster ist gerade voll geworden',
    takenLead: 'Bitte wählen Sie ein anderes. Alles, was Sie geschrieben haben, ist noch da.',
    none: 'Gerade ist kein Zeitfenster frei',
    noneHelp: 'Bitte rufen Sie uns an, oder sehen Sie später noch einmal nach.',
  },
  check: {
    title: 'Ist alles richtig?',
    what: 'Leistung',
    about: 'Worum es geht',
    number: 'Ihre Telefonnummer',
    numberAsk: 'Ist diese Nummer richtig? Bitte vergleichen Sie jede Ziffer.',
    name: 'Name',
    email: 'E-Mail-Adresse',
    when: 'Wir rufen an',
    line: (number) => `Wir rufen von der Nummer ${number} an.`,
    button: 'Rückruf vereinbaren',
    privacy: 'Ihre Angaben sehen nur die Menschen, die Ihr Anliegen bearbeiten.',
    privacyLink: 'Mehr zum Datenschutz',
  },
  done: {
    title: 'Wir rufen Sie an',
    window: (window) => `Wir rufen Sie an: ${window}.`,
    same: 'Haben Sie mit dieser Telefonnummer dazu schon vorher einen Rückruf vereinbart? Dann rufen wir nur einmal an, zu der Zeit, die schon galt.',
    number: 'Ihre Nummer',
    numberWhy: 'Bitte schreiben Sie die Nummer auf. Damit sehen Sie nach, wie es steht.',
    aloud: 'So sagen Sie sie am Telefon',
    line: 'Wer anruft',
    lineWhy: (number) =>
      `Auf Ihrem Telefon erscheint die Nummer ${number}. Wir fragen nie nach Passwörtern oder Kontodaten.`,
    change: 'Wenn sich etwas ändert',
    changeHow:
      'Ändern oder absagen können Sie mit dem Link in unserer SMS oder E-Mail, wenn Sie eine bekommen haben. Oder rufen Sie uns an und nennen Sie die Nummer.',
    changeCall: 'Wie es steht, sehen Sie mit der Nummer und den letzten vier Ziffern Ihrer Telefonnummer:',
    told: 'Mein Anliegen',
    another: 'Einen weiteren Rückruf vereinbaren',
    lost: 'Hier ist nichts mehr zu sehen',
    lostLead:
      'Ihr Browser merkt sich den Rückruf nur eine halbe Stunde. Mit der Nummer sehen Sie nach, wie es steht.',
  },
  help: 'Lieber selbst anrufen',
  start: 'Von vorne beginnen',
  errors: {
    reason: 'Bitte schreiben Sie kurz, worum es geht.',
    reasonShort: 'Bitte schreiben Sie etwas genauer, worum es geht.',
    reasonLong: 'Das ist zu lang (höchstens 500 Zeichen). Alles Weitere besprechen wir am Telefon.',
    nameLong: 'Der Name ist zu lang (höchstens 120 Zeichen).',
    email: 'Bitte prüfen Sie die E-Mail-Adresse. Sie sieht so aus: name@example.org',
    phoneLong: 'Diese Nummer ist zu lang. Bitte geben Sie nur eine Nummer ein.',
    tooOften:
      'Für diese Telefonnummer wurden heute schon mehrere Rückrufe angefragt. Bitte geben Sie eine andere Nummer ein, oder rufen Sie uns an.',
  },
  tooOften: 'Heute nicht mehr',
  nowhere: 'Rückrufe sind zurzeit nicht möglich. Bitte rufen Sie uns an.',
}

const en: CallbackTexts = {
  area: 'We call you',
  step: (number, of) => `Step ${number} of ${of}`,
  next: 'Continue',
  back: 'Back',
  change: 'Change',
  service: {
    title: 'What should we call you about?',
    lead: 'Look for the service. Then the person who calls you has everything at hand.',
    label: 'Service',
    hint: 'For example: Ausweis, Ummeldung, Führungszeugnis. The names of the services are in German.',
    search: 'Search',
    none: 'We found no service for this. Try another word, or choose “Something else”.',
    found: 'Please choose:',
    other: 'Something else',
    otherHint: 'You write what it is about in the next step.',
  },
  reason: {
    title: 'What is it about?',
    about: 'It is about:',
    label: 'Your question in one or two sentences',
    hint: 'Please write nothing about your health and no passwords. You can speak about that on the telephone.',
    instead: 'Before you continue',
    book: 'Book an appointment',
    more: 'What you need for it',
    still: 'Do you have a question about it all the same? Then we will gladly call you.',
  },
  number: {
    title: 'At which number can we reach you?',
    lead: 'Only the telephone number is needed.',
    phone: 'Telephone number',
    phoneHint:
      'With its area code, for example 02306 123456. A landline or mobile number, no service number.',
    name: 'Name (optional)',
    nameHint: 'So that we know whom to ask for.',
    email: 'E-mail address (optional)',
    emailHint: 'We can write to you there if something changes.',
  },
  window: {
    title: 'When should we call?',
    lead: 'We offer only times at which somebody is there to call you.',
    earliest: 'The earliest',
    others: 'Other times',
    later: 'Show later times',
    taken: 'This time has just been taken',
    takenLead: 'Please choose another one. Everything you wrote is still there.',
    none: 'No time is free right now',
    noneHelp: 'Please call us, or look again later.',
  },
  check: {
    title: 'Is everything right?',
    what: 'Service',
    about: 'What it is about',
    number: 'Your telephone number',
    numberAsk: 'Is this number right? Please compare each digit.',
    name: 'Name',
    email: 'E-mail address',
    when: 'We will call',
    line: (number) => `We call from the number ${number}.`,
    button: 'Arrange the call',
    privacy: 'Only the people who work on your request see what you wrote.',
    privacyLink: 'More about data protection',
  },
  done: {
    title: 'We will call you',
    window: (window) => `We will call you ${window}.`,
    same: 'Have you arranged a call about this for this telephone number before? Then we call only once, at the time that held already.',
    number: 'Your number',
    numberWhy: 'Please write the number down. With it you can see how your request stands.',
    aloud: 'How to say it on the telephone',
    line: 'Who calls',
    lineWhy: (number) =>
      `Your telephone shows the number ${number}. We never ask for passwords or bank details.`,
    change: 'If something changes',
    changeHow:
      'You can change or cancel the call with the link in our SMS or e-mail, if you got one. Or call us and mention the number.',
    changeCall: 'See how it stands with the number and the last four digits of your telephone number:',
    told: 'My request',
    another: 'Arrange another call',
    lost: 'There is nothing to see here any more',
    lostLead: 'Your browser keeps the call for half an hour only. With the number you can see how it stands.',
  },
  help: 'Rather call us yourself',
  start: 'Start again',
  errors: {
    reason: 'Please write briefly what it is about.',
    reasonShort: 'Please write a little more about what it is about.',
    reasonLong: 'This is too long (at most 500 characters). We will discuss the rest on the telephone.',
    nameLong: 'The name is too long (at most 120 characters).',
    email: 'Please check the e-mail address. It looks like this: name@example.org',
    phoneLong: 'This number is too long. Please enter one number only.',
    tooOften:
      'Several calls were asked for at this telephone number today. Please enter another number, or call us.',
  },
  tooOften: 'Not again today',
  nowhere: 'Calls back are not possible right now. Please call us.',
}

const einfach: CallbackTexts = {
  area: 'Wir rufen Sie an',
  step: (number, of) => `Schritt ${number} von ${of}`,
  next: 'Weiter',
  back: 'Zurück',
  change: 'Ändern',
  service: {
    title: 'Warum sollen wir anrufen?',
    lead: 'Suchen Sie hier. Dann wissen wir schon, was Sie brauchen.',
    label: 'Was brauchen Sie?',
    hint: 'Zum Beispiel: Ausweis, Umzug, Hund',
    search: 'Suchen',
    none: 'Wir haben nichts gefunden. Suchen Sie mit einem anderen Wort. Oder drücken Sie auf „Etwas anderes“.',
    found: 'Was davon?',
    other: 'Etwas anderes',
    otherHint: 'Sie schreiben gleich, was Sie brauchen.',
  },
  reason: {
    title: 'Was möchten Sie wissen?',
    about: 'Es geht um:',
    label: 'Ihre Frage',
    hint: 'Schreiben Sie nichts über Krankheiten. Schreiben Sie keine Passwörter. Darüber sprechen wir am Telefon.',
    instead: 'Wichtig',
    book: 'Termin buchen',
    more: 'Das brauchen Sie dafür',
    still: 'Haben Sie eine Frage dazu? Dann rufen wir Sie an.',
  },
  number: {
    title: 'Wie ist Ihre Telefon-Nummer?',
    lead: 'Wir brauchen nur die Telefon-Nummer.',
    phone: 'Telefon-Nummer',
    phoneHint: 'Schreiben Sie die ganze Nummer. Zum Beispiel: 02306 123456',
    name: 'Ihr Name',
    nameHint: 'Den Namen müssen Sie nicht schreiben.',
    email: 'Ihre E-Mail-Adresse',
    emailHint: 'Die E-Mail-Adresse müssen Sie nicht schreiben.',
  },
  window: {
    title: 'Wann sollen wir anrufen?',
    lead: 'Drücken Sie auf eine Zeit. Dann haben wir Zeit für Sie.',
    earliest: 'Die erste Zeit',
    others: 'Andere Zeiten',
    later: 'Spätere Zeiten',
    taken: 'Diese Zeit ist nicht mehr frei',
    takenLead: 'Wählen Sie eine andere Zeit. Was Sie geschrieben haben, ist noch da.',
    none: 'Im Moment ist keine Zeit frei',
    noneHelp: 'Rufen Sie uns an. Oder sehen Sie später noch einmal nach.',
  },
  check: {
    title: 'Ist alles richtig?',
    what: 'Es geht um',
    about: 'Ihre Frage',
    number: 'Ihre Telefon-Nummer',
    numberAsk: 'Ist die Nummer richtig? Sehen Sie jede Zahl noch einmal an.',
    name: 'Ihr Name',
    email: 'Ihre E-Mail-Adresse',
    when: 'Wir rufen an',
    line: (number) => `Unsere Nummer ist ${number}.`,
    button: 'Ja, bitte anrufen',
    privacy: 'Nur die Menschen im Rathaus lesen das.',
    privacyLink: 'Mehr zum Datenschutz',
  },
  done: {
    title: 'Wir rufen Sie an',
    window: (window) => `Wir rufen Sie an: ${window}.`,
    same: 'Haben wir schon vorher eine Zeit ausgemacht? Dann rufen wir nur zu dieser Zeit an.',
    number: 'Ihre Nummer',
    numberWhy: 'Schreiben Sie die Nummer auf. Damit können Sie nachsehen.',
    aloud: 'So sagen Sie die Nummer am Telefon',
    line: 'Wer ruft an?',
    lineWhy: (number) =>
      `Auf Ihrem Telefon sehen Sie diese Nummer: ${number}. Wir fragen nie nach Passwörtern. Wir fragen nie nach Geld.`,
    change: 'Brauchen Sie eine andere Zeit?',
    changeHow:
      'Haben Sie eine SMS oder E-Mail von uns? Dann drücken Sie auf den Link. Oder rufen Sie uns an.',
    changeCall: 'Hier können Sie nachsehen:',
    told: 'Meine Sache',
    another: 'Noch ein Anruf',
    lost: 'Hier steht nichts mehr',
    lostLead: 'Das hier war nur eine halbe Stunde da. Mit Ihrer Nummer können Sie nachsehen.',
  },
  help: 'Sie können auch selbst anrufen',
  start: 'Noch einmal von vorne',
  errors: {
    reason: 'Bitte schreiben Sie, was Sie wissen möchten.',
    reasonShort: 'Bitte schreiben Sie etwas mehr.',
    reasonLong: 'Das ist zu lang. Bitte schreiben Sie weniger.',
    nameLong: 'Der Name ist zu lang.',
    email: 'Die E-Mail-Adresse stimmt nicht. Sie sieht so aus: name@example.org',
    phoneLong: 'Die Nummer ist zu lang. Bitte schreiben Sie nur eine Nummer.',
    tooOften: 'Für diese Nummer geht es heute nicht mehr. Bitte rufen Sie uns an.',
  },
  tooOften: 'Heute geht es nicht mehr',
  nowhere: 'Das geht gerade nicht. Bitte rufen Sie uns an.',
}

export const callbackTexts: Record<PageLanguage, CallbackTexts> = { de, en, einfach }
