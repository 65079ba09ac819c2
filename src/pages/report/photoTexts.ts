import type { PageLanguage } from '../../platform/ui/language.ts'
import { MOST_PHOTOS } from '../../reports/index.ts'

interface PhotoTexts {
  label: string
  hint: string
  /** Where reports of this kind may be shown to everybody. */
  published: string
  /** Of the list of those that are there. */
  there: string
  one: (number: number) => string
  remove: string
  /** On the page of a report that was sent. */
  add: {
    title: string
    label: string
    button: string
    none: string
    done: string
  }
}

const de: PhotoTexts = {
  label: 'Foto (freiwillig)',
  hint: `Bis zu ${MOST_PHOTOS} Fotos, jedes höchstens 10 MB. Bitte möglichst ohne Gesichter und Kennzeichen. Aufnahmeort und andere Angaben im Foto löschen wir.`,
  published: 'Öffentlich zeigen wir ein Foto nur, nachdem wir es angesehen haben.',
  there: 'Diese Fotos sind dabei',
  one: (number) => `Foto ${number}`,
  remove: 'entfernen',
  add: {
    title: 'Fotos',
    label: 'Ein Foto nachreichen',
    button: 'Foto senden',
    none: 'Bitte wählen Sie zuerst ein Foto aus.',
    done: 'Danke, das Foto ist da.',
  },
}

export const photoTexts: Readonly<Record<PageLanguage, PhotoTexts>> = {
  de,
  en: {
    label: 'Photo (optional)',
    hint: `Up to ${MOST_PHOTOS} photos of at most 10 MB each. If possible without faces and number plates. We remove the place and all other data from the photo.`,
    published: 'We show a photo in public only after we have looked at it.',
    there: 'These photos are included',
    one: (number) => `Photo ${number}`,
    remove: 'remove',
    add: {
      title: 'Photos',
      label: 'Add a photo',
      button: 'Send the photo',
      none: 'Please choose a photo first.',
      done: 'Thank you, we have the photo.',
    },
  },
  einfach: {
    ...de,
    hint: `Sie können ${MOST_PHOTOS} Fotos schicken. Bitte keine Fotos von Menschen. Wir löschen, wo das Foto gemacht wurde.`,
    published: 'Vielleicht können alle das Foto sehen. Vorher sehen wir es an.',
  },
}
