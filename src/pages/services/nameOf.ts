import type { ServiceSummary } from '../../catalogue/index.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'

/** Plain German has its own, plainer name. */
export function nameOf(service: Pick<ServiceSummary, 'name' | 'plainName'>, lang: PageLanguage): string {
  return lang === 'einfach' ? service.plainName : service.name
}
