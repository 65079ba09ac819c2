import type { PageLanguage } from '../../platform/ui/language.ts'
import { MOST_PHOTOS, type PhotoFault } from './model.ts'

/** `full`: there are five already; `over`: the answer stands; `too-many-now`: others must come first. */
export type PhotoRefusal = PhotoFault | 'full' | 'over' | 'too-many-now'

const de: Record<PhotoRefusal, string> = {
  empty: 'Diese Datei ist leer.',
  'too-large': 'Dieses Foto ist zu groß (höchstens 10 MB). Bitte nehmen Sie ein kleineres.',
  heic: 'Dieses Format (HEIC) können wir nicht lesen. Bitte senden Sie das Foto als JPEG. Auf dem iPhone: Einstellungen, Kamera, Formate, „Maximale Kompatibilität“.',
  avif: 'Dieses Format (AVIF) können wir nicht lesen. Bitte senden Sie das Foto als JPEG.',
  svg: 'Das ist eine Zeichnung (SVG) und kein Foto. Bitte senden Sie ein Foto als JPEG.',
  gif: 'Dieses Format (GIF) nehmen wir nicht. Bitte senden Sie ein Foto als JPEG.',
  pdf: 'Das ist ein PDF und kein Foto. Bitte senden Sie das Foto selbst, als JPEG.',
  unknown: 'Diese Datei ist kein Foto, das wir lesen können. Es gehen JPEG, PNG und WebP.',
  'too-many-pixels':
    'Dieses Foto hat zu viele Bildpunkte (höchstens 50 Millionen). Bitte nehmen Sie ein kleineres.',
  broken:
    'Dieses Foto ist beschädigt oder nicht vollständig angekommen. Bitte wählen Sie es noch einmal aus.',
  'too-slow': 'Dieses Foto ließ sich nicht schnell genug lesen. Bitte nehmen Sie ein kleineres.',
  full: `Es gehen höchstens ${MOST_PHOTOS} Fotos. Dieses ist nicht mehr dabei.`,
  over: 'Die Antwort ist zu lange her. Bitte melden Sie es neu.',
  'too-many-now':
    'Gerade kommen sehr viele Fotos an. Bitte versuchen Sie es in ein paar Minuten noch einmal, oder senden Sie die Meldung ohne dieses Foto.',
}

/** A sentence for each way in which a photo is refused. */
export const photoFaults: Readonly<Record<PageLanguage, Readonly<Record<PhotoRefusal, string>>>> = {
  de,
  en: {
    empty: 'This file is empty.',
    'too-large': 'This photo is too large (10 MB at most). Please take a smaller one.',
    heic: 'We cannot read this format (HEIC). Please send the photo as JPEG. On an iPhone: Settings, Camera, Formats, “Most Compatible”.',
    avif: 'We cannot read this format (AVIF). Please send the photo as JPEG.',
    svg: 'This is a drawing (SVG) and not a photo. Please send a photo as JPEG.',
    gif: 'We do not take this format (GIF). Please send a photo as JPEG.',
    pdf: 'This is a PDF and not a photo. Please send the photo itself, as JPEG.',
    unknown: 'This file is not a photo that we can read. JPEG, PNG and WebP are possible.',
    'too-many-pixels': 'This photo has too many pixels (50 million at most). Please take a smaller one.',
    broken: 'This photo is damaged or did not arrive completely. Please choose it again.',
    'too-slow': 'This photo could not be read fast enough. Please take a smaller one.',
    full: `${MOST_PHOTOS} photos at most. This one is not among them.`,
    over: 'The answer was too long ago. Please report it anew.',
    'too-many-now':
      'Very many photos are coming in. Please try again in a few minutes, or send the report without this photo.',
  },
  einfach: {
    ...de,
    heic: 'Dieses Foto können wir nicht lesen. Es hat das Format HEIC. Bitte schicken Sie das Foto als JPEG.',
    'too-large': 'Das Foto ist zu groß. Bitte nehmen Sie ein kleineres.',
    broken: 'Das Foto ist kaputt. Bitte suchen Sie es noch einmal aus.',
    full: `Sie können ${MOST_PHOTOS} Fotos schicken. Dieses Foto ist nicht dabei.`,
  },
}
