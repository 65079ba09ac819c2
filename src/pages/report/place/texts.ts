import type { PageLanguage } from '../../../platform/ui/language.ts'
import { aboutMetres } from './aboutMetres.ts'
import { outsideSentence } from '../../../reports/index.ts'

interface PlaceTexts {
  private: string
  privateHint: string
  position: string
  /** How good the position of a device is. */
  precision: (metres: number) => string
  notSent: (metres: number) => string
  meant: string
  onlyWords: (words: string) => string
  outside: (city: string) => string
  tooVague: (metres: number) => string
  map: {
    open: string
    close: string
    /** Where its pictures come from. */
    from: (host: string) => string
    label: string
    help: string
    take: string
  }
  /** For the script of the form. */
  script: ScriptTexts
}

/** What the script says, in the page's language; `#` is a size, an address or a number. */
export interface ScriptTexts {
  suggestions: string
  one: string
  many: string
  locate: string
  locating: string
  located: string
  denied: string
  unavailable: string
  vague: string
  about: string
  pointed: string
  closer: string
  farther: string
  near: string
  nowhere: string
  outside: string
  taken: string
  lost: string
}

const de: PlaceTexts = {
  private: 'Das ist auf privatem Grund',
  privateHint:
    'Zum Beispiel in einem Garten. Dann zeigen wir öffentlich nur die Straße und die ungefähre Gegend.',
  position: 'Die Position mitschicken',
  precision: (metres) =>
    metres === 0
      ? 'Die Stelle haben Sie auf der Karte gewählt.'
      : `Ihr Gerät kennt die Stelle auf ${aboutMetres(metres, 'de')} genau.`,
  notSent: (metres) =>
    `Die Position Ihres Geräts ist zu ungenau (${aboutMetres(metres, 'de')}). Wir nehmen nur, was Sie geschrieben haben.`,
  meant: 'Welche Stelle ist gemeint?',
  onlyWords: (words) => `Keine davon, nur so: „${words}“`,
  outside: outsideSentence,
  tooVague: (metres) =>
    `Ihr Gerät kennt die Stelle nur auf ${aboutMetres(metres, 'de')} genau. Bitte schreiben Sie dazu, wo das ist.`,
  map: {
    open: 'Auf der Karte zeigen',
    close: 'Karte schließen',
    from: (host) => `Die Bilder der Karte kommen von ${host}, erst wenn Sie sie öffnen.`,
    label:
      'Karte: Pfeiltasten bewegen das Fadenkreuz, Plus und Minus ändern die Größe, Enter nimmt die Stelle',
    help: 'Tippen Sie auf die Stelle, oder bewegen Sie das Fadenkreuz mit den Pfeiltasten. Enter nimmt sie.',
    take: 'Diese Stelle nehmen',
  },
  script: {
    suggestions: 'Vorschläge',
    one: 'Ein Vorschlag. Pfeil nach unten wählt ihn.',
    many: '# Vorschläge. Die Pfeiltasten wählen einen.',
    locate: 'Meinen Standort verwenden',
    locating: 'Ihr Gerät sucht den Standort …',
    located: 'Standort gefunden, auf # genau. Er wird erst mit der Meldung gesendet.',
    denied: 'Ihr Browser gibt den Standort nicht frei. Bitte schreiben Sie, wo das ist.',
    unavailable: 'Ihr Gerät kennt den Standort gerade nicht. Bitte schreiben Sie, wo das ist.',
    vague: 'Ihr Gerät kennt den Standort nur auf # genau. Das hilft nicht; bitte schreiben Sie, wo das ist.',
    about: 'Ihr Gerät kennt die Stelle auf # genau.',
    pointed: 'Auf der Karte gewählt: #',
    closer: 'Karte größer',
    farther: 'Karte kleiner',
    near: 'bei #',
    nowhere: 'keine Adresse in der Nähe',
    outside: 'Diese Stelle liegt nicht in unserer Stadt. Zuständig ist dort die Nachbargemeinde.',
    taken: 'Übernommen: #',
    lost: 'Die Karte lässt sich gerade nicht laden. Bitte schreiben Sie, wo das ist.',
  },
}

const en: PlaceTexts = {
  private: 'This is on private ground',
  privateHint: 'For instance in a garden. Then we show only the street and the rough area in public.',
  position: 'Send the position too',
  precision: (metres) =>
    metres === 0
      ? 'You chose the spot on the map.'
      : `Your device knows the spot to ${aboutMetres(metres, 'en')}.`,
  notSent: (metres) =>
    `The position of your device is too vague (${aboutMetres(metres, 'en')}). We take only what you wrote.`,
  meant: 'Which place do you mean?',
  onlyWords: (words) => `None of these, only this: “${words}”`,
  outside: (city) => `This spot is not in ${city}. The neighbouring town is responsible for it.`,
  tooVague: (metres) =>
    `Your device knows the spot only to ${aboutMetres(metres, 'en')}. Please write where it is as well.`,
  map: {
    open: 'Show it on the map',
    close: 'Close the map',
    from: (host) => `The pictures of the map come from ${host}, only when you open it.`,
    label: 'Map: arrow keys move the crosshair, plus and minus change the size, Enter takes the spot',
    help: 'Tap on the spot, or move the crosshair with the arrow keys. Enter takes it.',
    take: 'Take this spot',
  },
  script: {
    suggestions: 'Suggestions',
    one: 'One suggestion. Arrow down chooses it.',
    many: '# suggestions. The arrow keys choose one.',
    locate: 'Use my location',
    locating: 'Your device is looking for its location …',
    located: 'Location found, to #. It is sent only with the report.',
    denied: 'Your browser does not share the location. Please write where it is.',
    unavailable: 'Your device does not know its location at the moment. Please write where it is.',
    vague: 'Your device knows its location only to #. That does not help; please write where it is.',
    about: 'Your device knows the spot to #.',
    pointed: 'Chosen on the map: #',
    closer: 'Larger map',
    farther: 'Smaller map',
    near: 'near #',
    nowhere: 'no address nearby',
    outside: 'This spot is not in our town. The neighbouring town is responsible for it.',
    taken: 'Taken: #',
    lost: 'The map cannot be loaded at the moment. Please write where it is.',
  },
}

const einfach: PlaceTexts = {
  ...de,
  private: 'Der Ort gehört einem anderen Menschen oder mir',
  privateHint: 'Zum Beispiel ein Garten. Dann zeigen wir den genauen Ort nicht.',
  meant: 'Welchen Ort meinen Sie?',
  outside: (city) => `Dieser Ort gehört nicht zu ${city}. Eine andere Stadt kümmert sich darum.`,
}

export const placeTexts: Record<PageLanguage, PlaceTexts> = { de, en, einfach }
