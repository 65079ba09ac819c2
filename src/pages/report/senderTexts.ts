import type { PageLanguage } from '../../platform/ui/language.ts'

interface SenderTexts {
  title: string
  lead: (number: string, sender: string) => string
  button: string
  ignore: string
  done: string
  gone: string
  follow: string
}

export const senderTexts: Readonly<Record<PageLanguage, SenderTexts>> = {
  de: {
    title: 'Kam diese E-Mail von Ihnen?',
    lead: (number, sender) =>
      `Zu Ihrer Meldung ${number} kam eine Antwort von einer anderen Adresse: ${sender}. Sie steht noch nicht in Ihrer Meldung.`,
    button: 'Ja, die war von mir',
    ignore: 'Wenn nicht, brauchen Sie nichts zu tun: Jemand bei uns sieht sie sich an.',
    done: 'Danke. Ihre Antwort steht jetzt in Ihrer Meldung.',
    gone: 'Dieser Link gilt nicht mehr. Die Antwort ist schon zugeordnet, oder sie kam vor mehr als 14 Tagen.',
    follow: 'Nachsehen, was aus einer Meldung wird',
  },
  en: {
    title: 'Was this e-mail yours?',
    lead: (number, sender) =>
      `An answer to your report ${number} came from another address: ${sender}. It is not part of your report yet.`,
    button: 'Yes, that was me',
    ignore: 'If not, you need not do anything: somebody here looks at it.',
    done: 'Thank you. Your answer is part of your report now.',
    gone: 'This link is not valid any more. The answer is already assigned, or it came more than 14 days ago.',
    follow: 'See what becomes of a report',
  },
  einfach: {
    title: 'Haben Sie diese E-Mail geschrieben?',
    lead: (number, sender) =>
      `Jemand hat zu Ihrer Meldung ${number} geschrieben. Die E-Mail kam von dieser Adresse: ${sender}. Waren Sie das?`,
    button: 'Ja, das war ich',
    ignore: 'Nein? Dann müssen Sie nichts tun. Wir prüfen die E-Mail.',
    done: 'Danke. Ihre E-Mail gehört jetzt zu Ihrer Meldung.',
    gone: 'Dieser Link geht nicht mehr.',
    follow: 'Was wird aus meiner Meldung?',
  },
}
