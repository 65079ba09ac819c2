import type { Why } from './nextBestRule.ts'

/** Said where the choice of the next best may surprise; null where it is what one expects. */
const TEXTS: Record<Why, (dueText: string) => string | null> = {
  usual: () => null,
  broken: () =>
    'Diese Zusage ist schon gebrochen, und der Anruf ist noch geschuldet: Deshalb kommt sie zuerst.',
  reserved: () => 'Dieser Rückruf wartet auf Sie persönlich.',
  'stand-in': () => 'Sie vertreten hier jemanden, der gerade nicht im Dienst ist.',
  'not-spoken': () =>
    'Sonst ist nichts fällig: Das Anliegen ist in einer Sprache aufgenommen, die bei Ihnen nicht eingetragen ist.',
  early: (dueText) => `Jetzt ist nichts fällig. Dieser ist der nächste, zugesagt ist er ${dueText}.`,
}

export const whyText = (why: Why, dueText: string): string | null => TEXTS[why](dueText)
