import type { PageLanguage } from '../../platform/ui/language.ts'

/** Words of the steps from a service to a booked appointment. */
export interface BookingTexts {
  book: string
  step: (number: number, of: number) => string
  next: string
  back: string
  change: string
  services: {
    title: string
    lead: string
    persons: string
    perPerson: (minutes: number) => string
    choose: string
    further: string
    furtherFirst: string
    nobody: string
    add: string
    remove: (service: string) => string
    none: string
    full: string
    refused: (service: string) => string
    nowhere: string
  }
  summary: { heading: string; lasts: (minutes: number) => string }
  documents: {
    title: string
    lead: string
    nothing: string
    maybeNot: string
    instead: string
    callback: string
  }
  /** Only where there are several. */
  places: { title: string; lead: string; none: string; choose: (place: string) => string; other: string }
  times: {
    title: string
    where: string
    earliest: string
    free: (count: number) => string
    earlier: string
    later: string
    pick: string
    none: string
    noneHelp: string
  }
  taken: { title: string; lead: (when: string) => string; offers: string; all: string; none: string }
  details: {
    title: string
    lead: string
    name: string
    nameHint: string
    email: string
    emailHint: string
    phone: string
    phoneHint: string
  }
  errors: { name: string; nameLong: string; either: string; email: string; phoneLong: string }
  held: {
    until: (when: string, clock: string) => string
    left: { one: string; many: (minutes: string) => string; over: string }
    extend: string
    extended: string
  }
  check: {
    title: string
    what: string
    when: string
    where: string
    who: string
    reach: string
    button: string
    otherWindow: string
  }
  done: {
    title: string
    number: string
    numberWhy: string
    key: string
    keyWhy: string
    bring: string
    calendar: string
    again: string
    print: string
  }
  expired: { title: string; lead: string; kept: string; again: string }
  missing: { title: string; lead: string; start: string }
  booked: string
  help: string
}

const de: BookingTexts = {
  book: 'Termin buchen',
  step: (number, of) => `Schritt ${number} von ${of}`,
  next: 'Weiter',
  back: 'Zurück',
  change: 'Ändern',
  services: {
    title: 'Was möchten Sie erledigen?',
    lead: 'Sie können mehrere Leistungen in einem Termin erledigen, auch für mehrere Personen.',
    persons: 'Für wie viele Personen?',
    perPerson: (minutes) => `etwa ${minutes} Minuten für jede Person`,
    choose: 'Leistung',
    further: 'Noch eine Leistung?',
    furtherFirst: 'Bitte wählen',
    nobody: 'keine weitere',
    add: 'Hinzufügen',
    remove: (service) => `${service} entfernen`,
    none: 'Bitte wählen Sie, was Sie erledigen möchten.',
    full: 'Mehr Leistungen passen nicht in einen Termin.',
    refused: (service) => `Für „${service}“ können Sie hier keinen Termin buchen.`,
    nowhere: 'Termine können Sie hier noch nicht buchen. Bitte rufen Sie uns an.',
  },
  summary: { heading: 'Sie kommen für:', lasts: (minutes) => `Dauer etwa ${minutes} Minuten` },
  documents: {
    title: 'Das bringen Sie mit',
    lead: 'Fehlt etwas davon, müssen Sie vielleicht noch einmal kommen.',
    nothing: 'Sie brauchen keine Unterlagen.',
    maybeNot: 'Vielleicht müssen Sie nicht kommen',
    instead: 'Rufen Sie uns zuerst an. Oft geht es ohne Besuch.',
    callback: 'Oder wir rufen Sie an: Rückruf vereinbaren',
  },
  places: {
    title: 'Wohin möchten Sie kommen?',
    lead: 'Der Ort mit dem frühesten Termin steht oben.',
    none: 'Hier ist im Moment nichts frei.',
    choose: (place) => `Freie Zeiten: ${place}`,
    other: 'Anderen Ort wählen',
  },
  times: {
    title: 'Wann möchten Sie kommen?',
    where: 'Ort',
    earliest: 'Frühester Termin',
    free: (count) => (count === 1 ? '1 freie Zeit' : `${count} freie Zeiten`),
    earlier: 'Frühere Tage',
    later: 'Spätere Tage',
    pick: 'Wenn Sie eine Zeit wählen, halten wir sie 10 Minuten für Sie frei.',
    none: 'Dafür ist im Moment kein Termin frei',
    noneHelp:
      'Wird ein Termin abgesagt, steht er hier sofort. Sehen Sie später noch einmal nach, oder rufen Sie uns an.',
  },
  taken: {
    title: 'Diese Zeit ist nicht mehr frei',
    lead: (when) => `${when}, ist inzwischen vergeben.`,
    offers: 'Diese Zeiten sind frei',
    all: 'Alle freien Zeiten ansehen',
    none: 'In der Nähe ist keine andere Zeit frei.',
  },
  details: {
    title: 'Wie heißen Sie, und wie erreichen wir Sie?',
    lead: 'Wir melden uns, wenn sich an Ihrem Termin etwas ändert. E\u2011Mail oder Telefon, eines von beiden genügt.',
    name: 'Name',
    nameHint: 'Vorname und Nachname',
    email: 'E-Mail-Adresse',
    emailHint: 'Zum Beispiel name@example.org',
    phone: 'Telefonnummer',
    phoneHint: 'Mit Vorwahl',
  },
  errors: {
    name: 'Bitte geben Sie Ihren Namen ein.',
    nameLong: 'Der Name ist zu lang (höchstens 120 Zeichen).',
    either: 'Bitte geben Sie eine E-Mail-Adresse oder eine Telefonnummer ein.',
    email: 'Diese E-Mail-Adresse stimmt nicht. Sie sieht so aus: name@example.org',
    phoneLong: 'Diese Telefonnummer ist zu lang.',
  },
  held: {
    until: (when, clock) => `${when}, ist bis ${clock} für Sie reserviert.`,
    left: {
      one: 'Noch eine Minute.',
      many: (minutes) => `Noch ${minutes} Minuten.`,
      over: 'Die Zeit ist abgelaufen. Gehen Sie weiter, dann zeigen wir Ihnen, was noch frei ist.',
    },
    extend: 'Ich brauche mehr Zeit',
    extended: 'Wir haben die Reservierung verlängert. Noch einmal geht das nicht.',
  },
  check: {
    title: 'Stimmt alles?',
    what: 'Sie kommen für',
    when: 'Zeit',
    where: 'Ort',
    who: 'Name',
    reach: 'So erreichen wir Sie',
    button: 'Termin verbindlich buchen',
    otherWindow:
      'Sie haben in einem anderen Fenster eine andere Zeit gewählt. Bitte prüfen Sie, ob diese hier richtig ist.',
  },
  done: {
    title: 'Ihr Termin ist gebucht',
    number: 'Ihre Terminnummer',
    numberWhy: 'Nennen Sie diese Nummer, wenn Sie uns anrufen.',
    key: 'Ihr Schlüssel',
    keyWhy:
      'Mit Nummer und Schlüssel können Sie den Termin auf diesen Seiten verschieben oder absagen. Niemand sonst kennt den Schlüssel, auch wir nicht. Wir zeigen ihn nur jetzt: Bitte schreiben Sie ihn auf, oder drucken Sie diese Seite.',
    bring: 'Das bringen Sie mit',
    calendar: 'In den Kalender eintragen',
    again: 'Termin ansehen, verschieben oder absagen',
    print: 'Zum Drucken: Strg und P, auf dem Telefon über das Menü „Teilen“.',
  },
  expired: {
    title: 'Die Reservierung ist abgelaufen',
    lead: 'Die Zeit war bis eben für Sie frei. Jetzt können auch andere sie wählen.',
    kept: 'Was Sie eingegeben haben, ist noch da.',
    again: 'Dieselbe Zeit noch einmal',
  },
  missing: {
    title: 'Es ist keine Zeit für Sie reserviert',
    lead: 'Vielleicht ist viel Zeit vergangen, oder Ihr Browser nimmt keine Cookies an. Ohne sie können wir die Zeit nicht für Sie halten. Buchen Sie dann bitte am Telefon.',
    start: 'Neu beginnen',
  },
  booked: 'Dieser Termin ist schon gebucht.',
  help: 'Lieber am Telefon?',
}

const en: BookingTexts = {
  book: 'Book an appointment',
  step: (number, of) => `Step ${number} of ${of}`,
  next: 'Continue',
  back: 'Back',
  change: 'Change',
  services: {
    title: 'What do you need to do?',
    lead: 'You can do several things in one appointment, also for several people. The names of the services are in German.',
    persons: 'For how many people?',
    perPerson: (minutes) => `about ${minutes} minutes for each person`,
    choose: 'Service',
    further: 'Anything else?',
    furtherFirst: 'Please choose',
    nobody: 'nothing else',
    add: 'Add',
    remove: (service) => `Remove ${service}`,
    none: 'Please choose what you need to do.',
    full: 'No more services fit into one appointment.',
    refused: (service) => `You cannot book an appointment for “${service}” here.`,
    nowhere: 'You cannot book appointments here yet. Please call us.',
  },
  summary: { heading: 'You are coming for:', lasts: (minutes) => `It takes about ${minutes} minutes` },
  documents: {
    title: 'What to bring',
    lead: 'If something is missing you may have to come again.',
    nothing: 'You do not need any documents.',
    maybeNot: 'You may not need to come',
    instead: 'Call us first. Often it works without a visit.',
    callback: 'Or we call you: arrange a call back',
  },
  places: {
    title: 'Where would you like to come?',
    lead: 'The place with the earliest appointment comes first.',
    none: 'Nothing is free here at the moment.',
    choose: (place) => `Free times: ${place}`,
    other: 'Choose another place',
  },
  times: {
    title: 'When would you like to come?',
    where: 'Place',
    earliest: 'Earliest appointment',
    free: (count) => (count === 1 ? '1 free time' : `${count} free times`),
    earlier: 'Earlier days',
    later: 'Later days',
    pick: 'When you choose a time, we keep it for you for 10 minutes.',
    none: 'No appointment is free for this at the moment',
    noneHelp: 'When an appointment is cancelled it is shown here at once. Look again later, or call us.',
  },
  taken: {
    title: 'This time is no longer free',
    lead: (when) => `${when} has been taken in the meantime.`,
    offers: 'These times are free',
    all: 'See all free times',
    none: 'No other time is free around then.',
  },
  details: {
    title: 'What is your name, and how can we reach you?',
    lead: 'We contact you if something about your appointment changes. An e-mail address or a telephone number is enough.',
    name: 'Name',
    nameHint: 'First name and family name',
    email: 'E-mail address',
    emailHint: 'For example name@example.org',
    phone: 'Telephone number',
    phoneHint: 'With the area code',
  },
  errors: {
    name: 'Please enter your name.',
    nameLong: 'The name is too long (120 characters at most).',
    either: 'Please enter an e-mail address or a telephone number.',
    email: 'This e-mail address is not right. It looks like this: name@example.org',
    phoneLong: 'This telephone number is too long.',
  },
  held: {
    until: (when, clock) => `${when}, is kept for you until ${clock}.`,
    left: {
      one: 'One minute left.',
      many: (minutes) => `${minutes} minutes left.`,
      over: 'The time is up. Continue, and we show you what is still free.',
    },
    extend: 'I need more time',
    extended: 'We keep the time for you longer. This works only once.',
  },
  check: {
    title: 'Is everything right?',
    what: 'You are coming for',
    when: 'Time',
    where: 'Place',
    who: 'Name',
    reach: 'How we reach you',
    button: 'Book the appointment',
    otherWindow: 'You chose another time in another window. Please check whether this one is right.',
  },
  done: {
    title: 'Your appointment is booked',
    number: 'Your appointment number',
    numberWhy: 'Tell us this number when you call.',
    key: 'Your key',
    keyWhy:
      'With number and key you can move or cancel the appointment on these pages. Nobody else knows the key, not even we do. We show it only now: please write it down or print this page.',
    bring: 'What to bring',
    calendar: 'Add it to your calendar',
    again: 'See, move or cancel the appointment',
    print: 'To print: Ctrl and P, on a telephone in the menu “Share”.',
  },
  expired: {
    title: 'The time is no longer kept for you',
    lead: 'We kept it for you until just now. Now others can choose it too.',
    kept: 'What you entered is still there.',
    again: 'The same time again',
  },
  missing: {
    title: 'No time is kept for you',
    lead: 'Perhaps a lot of time has passed, or your browser takes no cookies. Without them we cannot keep the time for you. Please book on the telephone then.',
    start: 'Start again',
  },
  booked: 'This appointment is booked already.',
  help: 'Rather on the telephone?',
}

const einfach: BookingTexts = {
  book: 'Termin buchen',
  step: (number, of) => `Schritt ${number} von ${of}`,
  next: 'Weiter',
  back: 'Zurück',
  change: 'Ändern',
  services: {
    title: 'Was wollen Sie bei uns machen?',
    lead: 'Sie können mehrere Sachen auf einmal machen. Sie können auch mit mehreren Personen kommen.',
    persons: 'Für wie viele Personen?',
    perPerson: (minutes) => `ungefähr ${minutes} Minuten für jede Person`,
    choose: 'Sache',
    further: 'Wollen Sie noch etwas machen?',
    furtherFirst: 'Bitte wählen',
    nobody: 'nein, sonst nichts',
    add: 'Dazu nehmen',
    remove: (service) => `Weg nehmen: ${service}`,
    none: 'Bitte wählen Sie: Was wollen Sie machen?',
    full: 'Mehr geht nicht in einem Termin.',
    refused: (service) => `Für „${service}“ gibt es hier keine Termine.`,
    nowhere: 'Hier gibt es noch keine Termine. Bitte rufen Sie uns an.',
  },
  summary: {
    heading: 'Das machen Sie bei uns:',
    lasts: (minutes) => `Das dauert ungefähr ${minutes} Minuten`,
  },
  documents: {
    title: 'Das bringen Sie mit',
    lead: 'Haben Sie etwas vergessen? Dann müssen Sie vielleicht noch einmal kommen.',
    nothing: 'Sie brauchen keine Papiere.',
    maybeNot: 'Vielleicht müssen Sie nicht kommen',
    instead: 'Rufen Sie uns zuerst an. Oft müssen Sie nicht kommen.',
    callback: 'Oder wir rufen Sie an',
  },
  places: {
    title: 'Wohin wollen Sie kommen?',
    lead: 'Oben steht der Ort mit dem ersten freien Termin.',
    none: 'Hier ist im Moment kein Termin frei.',
    choose: (place) => `Freie Zeiten: ${place}`,
    other: 'Einen anderen Ort wählen',
  },
  times: {
    title: 'Wann wollen Sie kommen?',
    where: 'Wo?',
    earliest: 'Der erste freie Termin',
    free: (count) => (count === 1 ? '1 Termin frei' : `${count} Termine frei`),
    earlier: 'Tage davor',
    later: 'Tage danach',
    pick: 'Wählen Sie eine Zeit. Dann halten wir die Zeit 10 Minuten für Sie frei.',
    none: 'Im Moment ist kein Termin frei',
    noneHelp: 'Manchmal sagt jemand ab. Dann steht der Termin hier. Oder Sie rufen uns an.',
  },
  taken: {
    title: 'Die Zeit ist weg',
    lead: (when) => `${when}: Diese Zeit hat jetzt jemand anderes.`,
    offers: 'Diese Zeiten sind frei',
    all: 'Alle freien Zeiten',
    none: 'Sonst ist an diesen Tagen nichts frei.',
  },
  details: {
    title: 'Wie heißen Sie? Wie erreichen wir Sie?',
    lead: 'Vielleicht ändert sich etwas an Ihrem Termin. Dann schreiben wir Ihnen. Oder wir rufen Sie an. Sie brauchen nur eines: E\u2011Mail oder Telefon.',
    name: 'Ihr Name',
    nameHint: 'Vorname und Nachname',
    email: 'Ihre E-Mail',
    emailHint: 'Zum Beispiel name@example.org',
    phone: 'Ihre Telefon-Nummer',
    phoneHint: 'Mit der Vorwahl',
  },
  errors: {
    name: 'Bitte schreiben Sie Ihren Namen.',
    nameLong: 'Der Name ist zu lang.',
    either: 'Bitte schreiben Sie Ihre E-Mail oder Ihre Telefon-Nummer.',
    email: 'Die E-Mail stimmt nicht. Eine E-Mail sieht so aus: name@example.org',
    phoneLong: 'Die Telefon-Nummer ist zu lang.',
  },
  held: {
    until: (when, clock) => `${when}: Diese Zeit ist für Sie frei. Aber nur bis ${clock}.`,
    left: {
      one: 'Noch 1 Minute.',
      many: (minutes) => `Noch ${minutes} Minuten.`,
      over: 'Die Zeit ist um. Drücken Sie auf „Weiter“. Dann sehen Sie freie Zeiten.',
    },
    extend: 'Ich brauche mehr Zeit',
    extended: 'Sie haben jetzt mehr Zeit. Noch mehr Zeit geht nicht.',
  },
  check: {
    title: 'Stimmt alles?',
    what: 'Das machen Sie bei uns',
    when: 'Wann?',
    where: 'Wo?',
    who: 'Ihr Name',
    reach: 'So erreichen wir Sie',
    button: 'Ja, den Termin buchen',
    otherWindow: 'Sie haben noch eine andere Zeit gewählt. Stimmt diese Zeit hier?',
  },
  done: {
    title: 'Sie haben einen Termin',
    number: 'Ihre Termin-Nummer',
    numberWhy: 'Rufen Sie uns an? Dann sagen Sie uns diese Nummer.',
    key: 'Ihr Schlüssel',
    keyWhy:
      'Wollen Sie den Termin ändern oder absagen? Dann brauchen Sie die Nummer und den Schlüssel. Wir zeigen den Schlüssel nur jetzt. Schreiben Sie ihn bitte auf. Oder drucken Sie diese Seite.',
    bring: 'Das bringen Sie mit',
    calendar: 'In den Kalender schreiben',
    again: 'Den Termin ansehen, ändern oder absagen',
    print: 'So drucken Sie: Drücken Sie Strg und P.',
  },
  expired: {
    title: 'Die Zeit ist nicht mehr für Sie frei',
    lead: 'Wir haben die Zeit für Sie frei gehalten. Jetzt können auch andere sie nehmen.',
    kept: 'Was Sie geschrieben haben, ist noch da.',
    again: 'Die gleiche Zeit noch einmal',
  },
  missing: {
    title: 'Wir halten keine Zeit für Sie frei',
    lead: 'Vielleicht haben Sie zu lange gewartet. Oder Ihr Browser nimmt keine Cookies. Dann rufen Sie uns bitte an.',
    start: 'Noch einmal anfangen',
  },
  booked: 'Diesen Termin haben Sie schon gebucht.',
  help: 'Wollen Sie lieber anrufen?',
}

export const bookingTexts: Record<PageLanguage, BookingTexts> = { de, en, einfach }
