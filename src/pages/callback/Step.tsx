import type { PageLanguage } from '../../platform/ui/language.ts'
import { callbackTexts } from './texts.ts'

const STEPS = ['service', 'reason', 'number', 'window', 'check'] as const

/** Where one is, above the heading. */
export function Step({ is, lang }: { is: (typeof STEPS)[number]; lang: PageLanguage }) {
  return <p class="step muted">{callbackTexts[lang].step(STEPS.indexOf(is) + 1, STEPS.length)}</p>
}
