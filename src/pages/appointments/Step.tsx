import type { PageLanguage } from '../../platform/ui/language.ts'
import { bookingTexts } from './texts.ts'

export const STEPS = ['services', 'documents', 'times', 'details', 'check'] as const

/** Where one is, above the heading. */
export function Step({ is, lang }: { is: (typeof STEPS)[number]; lang: PageLanguage }) {
  const texts = bookingTexts[lang]
  return <p class="step muted">{texts.step(STEPS.indexOf(is) + 1, STEPS.length)}</p>
}
