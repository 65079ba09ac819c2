import type { PageLanguage } from '../../../platform/ui/language.ts'

/** Words of the pages where somebody confirms that the address is theirs. */
interface ConfirmTexts {
  unreachable: string
  linkTitle: string
  linkLead: (until: string) => string
  linkHelp: string
  codeTitle: string
  codeLead: (until: string) => string
  code: string
  codeHint: string
  codeEmpty: string
  codeWrong: string
  confirm: string
  again: string
  other: string
  pressTitle: string
  pressLead: string
  overTitle: string
  overLead: string
  usedTitle: string
  usedLead: string
  usedNext: string
  late: string
}

const de: ConfirmTexts = {
  unreachable:
    'Bitte geben Sie eine E-Mail-Adresse oder eine Mobilnummer ein. Wir schicken etwas dorthin, mit dem Sie den Termin bestätigen.',
  linkTitle: 'Bitte sehen Sie in Ihre E-Mails',
  linkLead: (until) =>
    `Wir haben Ihnen einen Link geschickt. Erst mit ihm ist der Termin gebucht. Wir halten die Zeit bis ${until} für Sie frei.`,
  linkHelp:
    'Nichts angekommen? Sehen Sie im Spam-Ordner nach. Sie können den Link auch auf einem anderen Gerät öffnen.',
  codeTitle: 'Bitte geben Sie den Code aus der SMS ein',
  codeLead: (until) =>
    `Wir haben Ihnen sechs Ziffern geschickt. Erst mit ihnen ist der Termin gebucht. Wir halten die Zeit bis ${until} für Sie frei.`,
  code: 'Code',
  codeHint: 'Sechs Ziffern',
  codeEmpty: 'Bitte geben Sie den Code ein.',
  codeWrong:
    'Dieser Code stimmt nicht. Bitte vergleichen Sie jede Ziffer. Nach fünf falschen brauchen Sie einen neuen.',
  confirm: 'Termin bestätigen',
  again: 'Noch einmal schicken',
  other: 'Adresse oder Nummer ändern',
  pressTitle: 'Termin bestätigen',
  pressLead: 'Mit diesem Knopf buchen Sie den Termin verbindlich.',
  overTitle: 'Die Zeit ist nicht mehr frei gehalten',
  overLead:
    'Der Link kam zu spät. Gebucht ist nichts, und Ihre Adresse wird gelöscht. Bitte wählen Sie eine neue Zeit.',
  usedTitle: 'Dieser Link geht nicht mehr',
  usedLead:
    'Haben Sie schon bestätigt? Dann ist Ihr Termin gebucht, und Sie haben eine zweite E-Mail mit Terminnummer und Schlüssel.',
  usedNext: 'Mit Nummer und Schlüssel öffnen',
  late: 'Einen Termin buchen',
}

const en: ConfirmTexts = {
  unreachable:
    'Please enter an e-mail address or a German mobile number. We send something there by which you confirm the appointment.',
  linkTitle: 'Please look into your e-mails',
  linkLead: (until) =>
    `We have sent you a link. Only with it the appointment is booked. We keep the time for you until ${until}.`,
  linkHelp: 'Nothing there? Please look into the spam folder. You can open the link on another device, too.',
  codeTitle: 'Please enter the code from the SMS',
  codeLead: (until) =>
    `We have sent you six digits. Only with them the appointment is booked. We keep the time for you until ${until}.`,
  code: 'Code',
  codeHint: 'Six digits',
  codeEmpty: 'Please enter the code.',
  codeWrong: 'This code is not right. Please compare each digit. After five wrong ones you need a new one.',
  confirm: 'Confirm the appointment',
  again: 'Send it again',
  other: 'Change address or number',
  pressTitle: 'Confirm the appointment',
  pressLead: 'This button books the appointment.',
  overTitle: 'The time is no longer kept',
  overLead:
    'The link came too late. Nothing is booked, and your address is deleted. Please choose a new time.',
  usedTitle: 'This link no longer works',
  usedLead:
    'Have you confirmed already? Then your appointment is booked, and you have a second e-mail with number and key.',
  usedNext: 'Open with number and key',
  late: 'Book an appointment',
}

const einfach: ConfirmTexts = {
  unreachable: 'Bitte schreiben Sie Ihre E-Mail-Adresse oder Ihre Handy-Nummer.',
  linkTitle: 'Bitte sehen Sie in Ihre E-Mails',
  linkLead: (until) =>
    `Sie haben eine E-Mail von uns. Darin ist ein Link. Drücken Sie auf den Link. Sonst haben Sie keinen Termin. Wir halten die Zeit bis ${until} frei.`,
  linkHelp: 'Ist keine E-Mail da? Sehen Sie bei Spam nach.',
  codeTitle: 'Bitte schreiben Sie den Code aus der SMS',
  codeLead: (until) =>
    `Sie haben eine SMS von uns. Darin sind 6 Ziffern. Schreiben Sie die Ziffern hier. Sonst haben Sie keinen Termin. Wir halten die Zeit bis ${until} frei.`,
  code: 'Ihr Code',
  codeHint: '6 Ziffern',
  codeEmpty: 'Bitte schreiben Sie den Code.',
  codeWrong: 'Der Code stimmt nicht. Bitte sehen Sie noch einmal nach.',
  confirm: 'Termin bestätigen',
  again: 'Noch einmal schicken',
  other: 'Adresse oder Nummer ändern',
  pressTitle: 'Termin bestätigen',
  pressLead: 'Drücken Sie den Knopf. Dann haben Sie den Termin.',
  overTitle: 'Das war zu spät',
  overLead: 'Sie haben keinen Termin. Ihre Adresse löschen wir. Bitte wählen Sie eine neue Zeit.',
  usedTitle: 'Der Link geht nicht mehr',
  usedLead: 'Haben Sie schon bestätigt? Dann haben Sie den Termin. Sehen Sie in Ihre E-Mails.',
  usedNext: 'Mit Nummer und Schlüssel öffnen',
  late: 'Einen Termin buchen',
}

export const confirmTexts: Record<PageLanguage, ConfirmTexts> = { de, en, einfach }
