import type { PageLanguage } from '../../platform/ui/language.ts'

/** Words of the messages that ask somebody to confirm. */
interface ConfirmTexts {
  subject: string
  lead: (clock: string) => string
  press: string
  notYou: string
  sms: (city: string, code: string) => string
}

export const confirmTexts: Record<PageLanguage, ConfirmTexts> = {
  de: {
    subject: 'Bitte bestätigen Sie Ihren Termin',
    lead: (clock) =>
      `Ihr Termin ist noch nicht gebucht. Wir halten die Zeit bis ${clock} für Sie frei. Bitte bestätigen Sie ihn:`,
    press:
      'Auf der Seite drücken Sie den Knopf „Termin bestätigen“. Danach schicken wir Ihnen Terminnummer und Unterlagen.',
    notYou:
      'Sie wollten keinen Termin? Dann brauchen Sie nichts zu tun: Ohne Bestätigung wird nichts gebucht, und Ihre Adresse wird gelöscht.',
    sms: (city, code) =>
      `${city}: Ihr Code für den Termin ist ${code}. Bitte geben Sie ihn niemandem weiter.`,
  },
  en: {
    subject: 'Please confirm your appointment',
    lead: (clock) =>
      `Your appointment is not booked yet. We keep the time for you until ${clock}. Please confirm it:`,
    press:
      'On the page, press the button “Confirm the appointment”. Then we send you the number and what to bring.',
    notYou:
      'You did not want an appointment? Then there is nothing to do: without a confirmation nothing is booked, and your address is deleted.',
    sms: (city, code) => `${city}: your code for the appointment is ${code}. Please give it to nobody.`,
  },
  einfach: {
    subject: 'Bitte bestätigen Sie Ihren Termin',
    lead: (clock) =>
      `Sie haben den Termin noch nicht. Wir halten die Zeit bis ${clock} frei. Bitte bestätigen Sie den Termin:`,
    press: 'Drücken Sie auf der Seite den Knopf „Termin bestätigen“. Dann bekommen Sie noch eine E-Mail.',
    notYou: 'Sie wollten keinen Termin? Dann müssen Sie nichts tun. Wir löschen Ihre Adresse.',
    sms: (city, code) => `${city}: Ihr Code ist ${code}. Geben Sie den Code niemandem.`,
  },
}
