import type { PageLanguage } from '../../platform/ui/language.ts'
import { spokenDate } from '../../shared/spokenDate.ts'
import { trialTexts } from './texts.ts'

/** '14. September 2026 bis 13. Oktober 2026'. */
export function daysInWords({ from, to }: { from: string; to: string }, lang: PageLanguage): string {
  const spoken = lang === 'en' ? 'en' : 'de'
  return trialTexts[lang].period(spokenDate(from, spoken), spokenDate(to, spoken))
}
