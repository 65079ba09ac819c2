import type { PageLanguage } from '../../platform/ui/language.ts'

interface PrivacySection {
  heading: string
  sentences: readonly string[]
  items?: readonly string[]
}

interface PrivacyTexts {
  title: string
  lead: (owner: string) => string
  sections: readonly PrivacySection[]
}

/** What the program stores, as it is built; who changes what is stored changes these sentences in the same commit. */
export const privacyTexts: Record<PageLanguage, PrivacyTexts> = {
  de: {
    title: 'Datenschutz',
    lead: (owner) =>
      `Was gespeichert wird, wenn Sie diese Seiten nutzen oder anrufen. Verantwortlich: ${owner}.`,
    sections: [
      {
        heading: 'Wenn Sie diese Seiten lesen',
        sentences: [
          'Wir speichern nichts über Sie. Es gibt beim Lesen keine Cookies, keine Zählung von Besuchen und keine Inhalte von fremden Servern. Was Sie in die Suche eingeben, wird nicht gespeichert.',
          'Damit niemand Nummern durchprobieren kann, werden Versuche gezählt, ein Anliegen nachzusehen. Gespeichert wird dazu ein Prüfwert aus Ihrer Internet-Adresse und der Nummer des Anliegens, nicht die Adresse selbst. Stimmen Ihre Angaben, wird er gelöscht; sonst zählt er nach einer Stunde nicht mehr.',
        ],
      },
      {
        heading: 'Wenn Sie anrufen',
        sentences: ['Gespräche werden nicht aufgezeichnet. Gespeichert wird zu jedem Anruf:'],
        items: [
          'die Rufnummer, von der Sie anrufen, wenn Sie sie nicht unterdrücken',
          'welche unserer Nummern Sie gewählt haben',
          'wann Sie angerufen haben, wie lange Sie gewartet und wie lange Sie gesprochen haben',
        ],
      },
      {
        heading: 'Wenn wir Ihr Anliegen aufnehmen',
        sentences: ['Zu jedem Anliegen wird gespeichert:'],
        items: [
          'worum es geht: die Leistung und eine kurze Notiz',
          'Ihre Rufnummer und, wenn Sie ihn nennen, Ihr Name',
          'welchen Rückruf wir zugesagt haben, wann wir es versucht haben und mit welchem Ergebnis',
          'Notizen der Sachbearbeitung',
        ],
      },
      {
        heading: 'Wenn Sie einen Termin buchen',
        sentences: [
          'Damit die Zeit für Sie reserviert bleibt und beim Zurückgehen nichts verloren geht, merkt sich Ihr Browser höchstens eine halbe Stunde lang Ihre Reservierung, ihren Schlüssel und was Sie eingegeben haben (Cookies, die für die Buchung nötig sind). Schon beim Aussuchen der Zeit bekommt er eine Zufallszahl, die nichts über Sie sagt; mit ihr kommen Sie weiter, auch wenn von Ihrem Anschluss gerade sehr viele Anfragen kommen. Bei uns wird Ihr Name erst gespeichert, wenn Sie buchen.',
          'Damit niemand Schlüssel durchprobieren kann, werden falsche Versuche gezählt wie beim Nachsehen eines Anliegens.',
          'Zu jedem Termin wird gespeichert:',
        ],
        items: [
          'Tag, Uhrzeit und die Leistungen, um die es geht',
          'Ihr Name und, was Sie davon angeben: Ihre E-Mail-Adresse, Ihre Rufnummer',
          'welche Nachrichten (E-Mail, SMS) wir Ihnen dazu geschickt haben; nicht ihr Wortlaut',
        ],
      },
      {
        heading: 'Wenn Sie etwas melden',
        sentences: [
          'Was Sie eintippen, merkt sich Ihr Browser höchstens eine halbe Stunde lang (ein Cookie, der dafür nötig ist). Auf Ihrem Gerät bleibt ein Entwurf mit Ihren Fotos bis zu sieben Tage, damit nichts verloren geht, wenn das Netz weg ist; eine Meldung, die auf Netz wartet, bleibt, bis sie gesendet ist, und ihre Nummer und die drei Wörter dann einen Monat. Alles davon können Sie vom Gerät löschen. Bei uns wird es erst gespeichert, wenn Sie die Meldung abschicken. Zu jeder Meldung wird gespeichert:',
        ],
        items: [
          'was Sie schreiben, wo es ist, und Ihre Antworten auf die Fragen dazu',
          'was Sie von sich angeben: Ihr Name, Ihre E-Mail-Adresse, Ihre Rufnummer; alles freiwillig',
          'was wir Ihnen dazu schreiben und ob Sie sagen, dass es nicht gelöst ist',
          'ein Prüfwert Ihrer drei Wörter, nicht die Wörter selbst',
        ],
      },
      {
        heading: 'Wer das sieht',
        sentences: [
          'Ihren Anruf kann ein Telefon-Dienstleister im Auftrag der Stadt annehmen. Er sieht nur den Anruf, der gerade läuft, und nach dem Gespräch nichts mehr davon. Er kann nicht in Anliegen suchen.',
          'Ihr Anliegen sehen die Beschäftigten der Stadt, die es bearbeiten, ihre Leitung und die Verwaltung des Programms. Jedes Ansehen wird festgehalten.',
          'Eine Meldung kann die Stadt öffentlich zeigen (was Sie beschrieben haben, wo es ist, wie es steht), wenn das über dem Formular steht und jemand sie vorher gelesen hat. Ihr Name und Ihre Kontaktdaten werden nie gezeigt.',
          'Mit der Nummer des Anliegens und den letzten vier Ziffern Ihrer Rufnummer lässt sich auf diesen Seiten der Stand nachsehen. Ihr Name, Ihre Rufnummer und die Notizen stehen dort nicht.',
        ],
      },
      {
        heading: 'Wie lange',
        sentences: [
          'Name, E-Mail-Adresse und Rufnummer zu einem Termin löscht das Programm 30 Tage nach dem Termin. Wohin eine Nachricht ging, löscht es nach 14 Tagen.',
          'Von einem Foto zu einer Meldung speichert das Programm nur neu geschriebene Bilder ohne Aufnahmeort und andere Angaben. Es löscht sie 30 Tage nach der Antwort; zeigt die Stadt ein Foto öffentlich, bleibt eine kleine Fassung, solange es gezeigt wird. Fotos zu einer Meldung, die Sie nicht abschicken, löscht es nach einem Tag.',
          'Wer einer öffentlichen Meldung per E-Mail folgt, dessen Adresse löscht das Programm 30 Tage nach dem Ende der Meldung, sofort mit dem Link in jeder E-Mail, und nach zwei Tagen, wenn sie niemand bestätigt.',
          'Anliegen löscht diese Fassung des Programms noch nicht von selbst. Die Stadt legt fest, wann gelöscht wird.',
        ],
      },
      {
        heading: 'Ihre Rechte',
        sentences: [
          'Sie können verlangen, dass wir Ihnen sagen, was über Sie gespeichert ist, es berichtigen, einschränken oder löschen (Artikel 15 bis 18 der Datenschutz-Grundverordnung). Sie können widersprechen (Artikel 21) und sich bei der Datenschutzaufsicht Ihres Landes beschweren. Rufen Sie uns dazu an.',
        ],
      },
    ],
  },
  en: {
    title: 'Privacy',
    lead: (owner) => `What is stored when you use these pages or call us. Responsible: ${owner}.`,
    sections: [
      {
        heading: 'When you read these pages',
        sentences: [
          'We store nothing about you. While you read there are no cookies, no counting of visits and nothing from other servers. What you type into the search is not stored.',
          'So that nobody can try out numbers, attempts to look up a request are counted. For this we store a check value made from your internet address and the number of the request, not the address itself. It is deleted when what you entered is right; otherwise it no longer counts after an hour.',
        ],
      },
      {
        heading: 'When you call us',
        sentences: ['Calls are not recorded. For each call we store:'],
        items: [
          'the number you call from, unless you withhold it',
          'which of our numbers you called',
          'when you called, how long you waited and how long you spoke',
        ],
      },
      {
        heading: 'When we write down your request',
        sentences: ['For each request we store:'],
        items: [
          'what it is about: the service and a short note',
          'your telephone number and, if you give it, your name',
          'which call back we promised, when we tried and with what result',
          'notes of the staff who work on it',
        ],
      },
      {
        heading: 'When you book an appointment',
        sentences: [
          'So that the time stays reserved and nothing is lost when you go back, your browser keeps your reservation, its key and what you typed for half an hour at most (cookies that the booking needs). While you choose a time it gets a random number that says nothing about you; with it you get on even when very many requests come from your connection. We store your name only when you book.',
          'So that nobody can try out keys, wrong attempts are counted as they are when somebody looks up a request.',
          'For each appointment we store:',
        ],
        items: [
          'day, time and the services it is about',
          'your name and, whichever you give, your e-mail address and your telephone number',
          'which messages (e-mail, SMS) we sent you about it; not their text',
        ],
      },
      {
        heading: 'When you report something',
        sentences: [
          'Your browser remembers what you type for at most half an hour (a cookie that is needed for this). Your device keeps a draft with your photos for up to seven days, so that nothing is lost when there is no connection; a report that waits for a connection stays until it is sent, and its number and three words for a month after that. You can delete all of it from the device. We store it only when you send the report. For each report we store:',
        ],
        items: [
          'what you write, where it is, and your answers to the questions about it',
          'what you tell us about yourself: your name, your e-mail address, your telephone number; all of it optional',
          'what we write to you about it, and whether you say that it is not solved',
          'a check value of your three words, not the words themselves',
        ],
      },
      {
        heading: 'Who sees it',
        sentences: [
          'The city may show a report in public (what you described, where it is, how it stands) where the form says so and after somebody has read it. Your name and how to reach you are never shown.',
          'Your call may be answered by a telephone service provider on behalf of the city. It sees only the call in progress and nothing of it afterwards. It cannot search for requests.',
          'Your request is seen by the city staff who work on it, their leads and the administrators of the program. Every look is recorded.',
          'With the number of the request and the last four digits of your telephone number its state can be looked up on these pages. Your name, your number and the notes are not shown there.',
        ],
      },
      {
        heading: 'How long',
        sentences: [
          'The program deletes name, e-mail address and telephone number of an appointment 30 days after it. It deletes where a message went after 14 days.',
          'Of a photo of a report the program keeps only newly written pictures without the place and other data. It deletes them 30 days after the answer; where the city shows a photo in public, a small version stays as long as it is shown. It deletes photos of a report that you do not send after a day.',
          'If you follow a public report by e-mail, the program deletes your address 30 days after the report has ended, at once with the link in each e-mail, and after two days if nobody confirms it.',
          'This version of the program does not delete requests by itself yet. The city decides when they are deleted.',
        ],
      },
      {
        heading: 'Your rights',
        sentences: [
          'You can ask what is stored about you, and have it corrected, restricted or deleted (Articles 15 to 18 of the General Data Protection Regulation). You can object (Article 21) and complain to the data protection authority of your state. Call us about this.',
        ],
      },
    ],
  },
  einfach: {
    title: 'Ihre Daten',
    lead: (owner) => `Hier lesen Sie: Was speichern wir über Sie? Verantwortlich ist: ${owner}.`,
    sections: [
      {
        heading: 'Sie lesen diese Seiten',
        sentences: [
          'Dann speichern wir nichts über Sie. Wir nutzen beim Lesen keine Cookies. Wir zählen nicht, wer hier liest. Wir speichern nicht, was Sie suchen.',
          'Sie sehen nach Ihrer Sache? Dann zählt das Programm Ihre Versuche. So kann niemand viele Nummern ausprobieren. Dafür speichern wir einen Prüf-Wert. Ihre Internet-Adresse speichern wir nicht.',
        ],
      },
      {
        heading: 'Sie rufen an',
        sentences: ['Wir nehmen das Gespräch nicht auf. Das speichern wir:'],
        items: [
          'Ihre Telefon-Nummer, wenn wir sie sehen können',
          'Welche Nummer haben Sie gewählt?',
          'Wann haben Sie angerufen? Wie lange haben Sie gewartet? Wie lange haben Sie gesprochen?',
        ],
      },
      {
        heading: 'Wir schreiben Ihre Sache auf',
        sentences: ['Das speichern wir:'],
        items: [
          'Was brauchen Sie?',
          'Ihre Telefon-Nummer',
          'Ihren Namen, wenn Sie ihn sagen',
          'Wann rufen wir Sie an? Hat es geklappt?',
          'Was unsere Mitarbeiter dazu aufschreiben',
        ],
      },
      {
        heading: 'Sie buchen einen Termin',
        sentences: [
          'Beim Buchen nutzen wir Cookies. Dann bleibt die Zeit für Sie frei. Ein Cookie ist eine Zufalls-Zahl. Sie sagt nichts über Sie. Nach einer halben Stunde sind die Cookies weg. Ihren Namen speichern wir erst, wenn Sie buchen.',
          'Das speichern wir:',
        ],
        items: [
          'Wann ist der Termin? Was brauchen Sie?',
          'Ihren Namen',
          'Ihre E-Mail oder Ihre Telefon-Nummer',
          'Welche Nachrichten haben wir Ihnen geschickt?',
        ],
      },
      {
        heading: 'Wenn Sie etwas melden',
        sentences: [
          'Ihr Gerät merkt sich bis zu 7 Tage, was Sie schreiben. Sie können das löschen. Wir bekommen es erst, wenn Sie es abschicken. Das speichern wir:',
        ],
        items: [
          'was Sie schreiben und wo das Problem ist',
          'Ihren Namen, Ihre E-Mail-Adresse und Ihre Telefon-Nummer. Aber nur, wenn Sie sie uns sagen.',
          'was wir Ihnen antworten',
        ],
      },
      {
        heading: 'Wer sieht das?',
        sentences: [
          'Manche Meldungen können alle lesen. Das steht dann vorher da. Ihren Namen zeigen wir nie.',
          'Vielleicht nimmt eine Firma Ihren Anruf an. Sie arbeitet für die Stadt. Sie sieht nur Ihren Anruf. Nach dem Anruf sieht sie nichts mehr. Sie kann nicht nach Ihnen suchen.',
          'Ihre Sache sehen die Mitarbeiter der Stadt. Wir schreiben auf, wer es ansieht.',
          'Sie können hier nachsehen, wie es weitergeht. Dort steht nicht Ihr Name. Dort steht auch nicht Ihre Telefon-Nummer.',
        ],
      },
      {
        heading: 'Wie lange?',
        sentences: [
          'Nach dem Termin löscht das Programm Ihren Namen, Ihre E-Mail und Ihre Telefon-Nummer. Das dauert 30 Tage. Wir merken uns 14 Tage lang: An welche Adresse ging eine Nachricht?',
          'Fotos zu einer Meldung löschen wir 30 Tage nach unserer Antwort. Wo ein Foto gemacht wurde, löschen wir sofort.',
          'Wenn Sie einer Meldung per E-Mail folgen: Ihre Adresse löschen wir 30 Tage nach dem Ende. In jeder E-Mail ist ein Link. Damit löschen wir sie sofort.',
          'Ihre Sache löscht das Programm noch nicht von selbst. Die Stadt sagt, wann gelöscht wird.',
        ],
      },
      {
        heading: 'Ihre Rechte',
        sentences: [
          'Sie können fragen: Was ist über mich gespeichert? Wir müssen antworten.',
          'Etwas ist falsch? Dann ändern wir es. Sie können auch sagen: Bitte löschen. Rufen Sie uns an.',
          'Sie können sich auch beschweren. Das geht bei der Datenschutz-Aufsicht.',
        ],
      },
    ],
  },
}
