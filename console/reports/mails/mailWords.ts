import type { MailView } from '../../../src/reports/mail/contract.ts'

/** Why somebody has to decide, and what to look at. */
export const WAITING: Readonly<Record<NonNullable<MailView['waitsBecause']>, string>> = {
  'from-none': 'Kein Absender.',
  'from-several': 'Mehrere Absender: Wer geschrieben hat, ist nicht sicher.',
  'from-unreadable': 'Der Absender ist nicht zu lesen.',
  stranger:
    'Antwort auf eine unserer Nachrichten, aber von einer Adresse, die das Anliegen nicht kennt. Bitte prüfen, ob die Person dazugehört.',
  forged: 'Sie gibt vor, auf eine Nachricht von uns zu antworten. Die Kennung ist gefälscht.',
  'several-numbers': 'Im Betreff stehen mehrere Nummern.',
  'no-category': 'Noch ist nicht eingestellt, wo Meldungen aus E-Mails beginnen (Verwaltung, E-Mail).',
  empty: 'Sie hat weder Betreff noch Text.',
  unreadable: 'Sie ist so aufgebaut, dass wir sie nicht lesen können. Sie lässt sich nur speichern.',
  'too-large': 'Sie ist größer als 20 MB. Sie liegt ganz nur im Postfach.',
  failed: 'Sie ließ sich dreimal nicht verarbeiten. Bitte der IT Bescheid geben.',
}

/** What became of a mail that is done. */
export const BECAME: Readonly<Record<NonNullable<MailView['became']>, string>> = {
  report: 'wurde eine Meldung',
  reply: 'Antwort zur Meldung',
  note: 'Notiz am Anliegen',
  automatic: 'automatisch verschickt, ändert nichts',
  bounce: 'Meldung eines Mailservers: nicht zugestellt',
  ours: 'unsere eigene',
  again: 'kam schon einmal',
  discarded: 'beiseitegelegt',
}

/** Whom it says it is from: the address, and what they call themselves beside it, never instead of it. */
export const senderOf = ({ sender, senderName }: Pick<MailView, 'sender' | 'senderName'>): string =>
  sender === null ? 'unbekannt' : senderName === null ? sender : `${sender} („${senderName}“)`
