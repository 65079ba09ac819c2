import type { PageLanguage } from '../../platform/ui/language.ts'

interface ApiTexts {
  title: string
  /** For those who read another language than the documentation. */
  germanOnly: string | null
}

export const apiTexts: Record<PageLanguage, ApiTexts> = {
  de: { title: 'Schnittstelle für andere Programme', germanOnly: null },
  en: {
    title: 'Interface for other programs',
    germanOnly: 'This page is in German. The file openapi.json can be read by any program.',
  },
  einfach: {
    title: 'Seite für Programme',
    germanOnly: 'Diese Seite ist für Menschen, die Programme schreiben. Sie ist in schwerer Sprache.',
  },
}
