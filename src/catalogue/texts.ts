import type { Channel } from './model.ts'

/** German, English, and plain German for people who read with difficulty. */
export type Language = 'de' | 'en' | 'einfach'

type GuidanceTexts = {
  /** The answer in one line when the city does the work. */
  visit: Record<Channel, (minutes: number) => string>
  /** How it goes at an office that is not ours; empty when the catalogue does not say. */
  visitElsewhere: Record<Channel, string>
  notTheCity: (office: string | null) => string
  unknownOffice: string
  responsible: { city: (department: string) => string; shared: (department: string) => string }
  bring: string
  haveReady: string
  nothingToBring: string
  duration: (minutes: number) => string
  fee: (amount: string) => string
  free: string
  feeUnknown: string
}

const de: GuidanceTexts = {
  visit: {
    'in-person': (minutes) => `Dafür müssen Sie persönlich kommen (${minutes} Minuten, mit Termin).`,
    mixed: () =>
      'Dafür müssen Sie nicht in jedem Fall kommen. Wir klären am Telefon, ob es ohne Besuch geht.',
    phone: () => 'Dafür müssen Sie nicht kommen. Das klären wir am Telefon.',
    email: () => 'Dafür müssen Sie nicht kommen. Das klären wir am Telefon oder per E-Mail.',
    online: () => 'Dafür müssen Sie nicht kommen. Das geht online. Fragen klären wir am Telefon.',
  },
  visitElsewhere: {
    'in-person': 'Dort müssen Sie persönlich erscheinen.',
    mixed: '',
    phone: 'Das geht am Telefon.',
    email: 'Das geht per E-Mail.',
    online: 'Das geht online.',
  },
  notTheCity: (office) =>
    office === null
      ? 'Dafür ist nicht die Stadt zuständig.'
      : `Dafür ist nicht die Stadt zuständig. Zuständig ist: ${office}.`,
  unknownOffice: 'Ob die Stadt oder eine andere Stelle zuständig ist, klären wir für Sie.',
  responsible: {
    city: (department) => `Zuständig ist: ${department}.`,
    shared: (department) => `Zuständig ist: ${department}, zusammen mit einer anderen Stelle.`,
  },
  bring: 'Bitte bringen Sie mit:',
  haveReady: 'Bitte halten Sie bereit:',
  nothingToBring: 'Sie brauchen keine Unterlagen.',
  duration: (minutes) => `Das dauert etwa ${minutes} Minuten.`,
  fee: (amount) => `Das kostet ${amount} Euro.`,
  free: 'Das kostet nichts.',
  feeUnknown: 'Was das kostet, sagen wir Ihnen auf Nachfrage.',
}

const en: GuidanceTexts = {
  visit: {
    'in-person': (minutes) => `You need to come in person (${minutes} minutes, by appointment).`,
    mixed: () => 'You may not need to come in person. We will find out with you on the phone.',
    phone: () => 'You do not need to come. We settle this on the phone.',
    email: () => 'You do not need to come. We settle this on the phone or by e-mail.',
    online: () => 'You do not need to come. You can do this online. We answer questions on the phone.',
  },
  visitElsewhere: {
    'in-person': 'You need to go there in person.',
    mixed: '',
    phone: 'You can do this on the phone.',
    email: 'You can do this by e-mail.',
    online: 'You can do this online.',
  },
  notTheCity: (office) =>
    office === null
      ? 'The city is not responsible for this.'
      : `The city is not responsible for this. Please contact: ${office}.`,
  unknownOffice: 'We will find out for you whether the city or another office is responsible.',
  responsible: {
    city: (department) => `Responsible: ${department}.`,
    shared: (department) => `Responsible: ${department}, together with another office.`,
  },
  bring: 'Please bring:',
  haveReady: 'Please have ready:',
  nothingToBring: 'You do not need any documents.',
  duration: (minutes) => `This takes about ${minutes} minutes.`,
  fee: (amount) => `The fee is ${amount} euros.`,
  free: 'There is no fee.',
  feeUnknown: 'Please ask us about the fee.',
}

const einfach: GuidanceTexts = {
  visit: {
    'in-person': (minutes) =>
      `Sie müssen selbst zu uns kommen. Sie brauchen einen Termin. Das dauert ${minutes} Minuten.`,
    mixed: () => 'Vielleicht müssen Sie zu uns kommen. Das besprechen wir am Telefon.',
    phone: () => 'Sie müssen nicht zu uns kommen. Das geht am Telefon.',
    email: () => 'Sie müssen nicht zu uns kommen. Das geht am Telefon oder mit einer E-Mail.',
    online: () => 'Sie müssen nicht zu uns kommen. Das geht im Internet. Haben Sie Fragen? Rufen Sie uns an.',
  },
  visitElsewhere: {
    'in-person': 'Sie müssen selbst dort hingehen.',
    mixed: '',
    phone: 'Das geht am Telefon.',
    email: 'Das geht mit einer E-Mail.',
    online: 'Das geht im Internet.',
  },
  notTheCity: (office) =>
    office === null ? 'Das macht nicht die Stadt.' : `Das macht nicht die Stadt. Das macht: ${office}.`,
  unknownOffice: 'Wer das macht, finden wir für Sie heraus.',
  responsible: {
    city: (department) => `Das macht: ${department}.`,
    shared: (department) => `Das machen: ${department} und ein anderes Amt.`,
  },
  bring: 'Bringen Sie bitte mit:',
  haveReady: 'Das brauchen Sie dafür:',
  nothingToBring: 'Sie brauchen keine Papiere.',
  duration: (minutes) => `Das dauert ungefähr ${minutes} Minuten.`,
  fee: (amount) => `Das kostet ${amount} Euro.`,
  free: 'Das kostet kein Geld.',
  feeUnknown: 'Fragen Sie uns bitte: Was kostet das?',
}

export const guidanceTexts: Record<Language, GuidanceTexts> = { de, en, einfach }
