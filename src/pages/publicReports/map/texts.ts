import type { PageLanguage } from '../../../platform/ui/language.ts'

/** What the script says; # stands for a number or a name. */
export interface MapScriptTexts {
  closer: string
  farther: string
  close: string
  none: string
  shown: string
  lost: string
  /** Of a point that stands for several. */
  several: string
  /** The same, where a larger map parts them no more. */
  here: string
  more: string
}

interface MapTexts {
  title: string
  lead: string
  asList: string
  /** While there is no map. */
  needsScript: string
  help: string
  label: string
  open: string
  ended: string
  many: string
  from: (host: string) => string
  coarse: string
  byStreet: string
  newest: (count: number) => string
  noDistrict: string
  noStreet: string
  script: MapScriptTexts
}

const de: MapTexts = {
  title: 'Meldungen auf der Karte',
  lead: 'Das haben andere gemeldet, und jemand im Rathaus hat es freigegeben. Unter der Karte stehen dieselben Meldungen nach Ortsteil und Straße.',
  asList: 'Alle als Liste, mit Suche',
  needsScript:
    'Die Karte braucht JavaScript. In diesem Browser ist es aus, oder die Karte konnte nicht geladen werden. Hier stehen dieselben Meldungen nach Ortsteil und Straße.',
  help: 'Mit der Tabulatortaste kommen Sie von Punkt zu Punkt, mit der Eingabetaste öffnen Sie ihn. Auf der Karte selbst bewegen die Pfeiltasten das Bild, Plus und Minus ändern die Größe.',
  label: 'Karte mit den öffentlichen Meldungen',
  open: 'offen',
  ended: 'beendet',
  many: 'mehrere nahe beieinander',
  from: (host) => `Das Kartenbild kommt von ${host}. Dieser Rechner erfährt, welchen Ausschnitt Sie ansehen.`,
  coarse:
    'Auf privatem Grund ist die Stelle nur ungefähr eingezeichnet. Was keine Stelle hat, steht nur in der Liste.',
  byStreet: 'Nach Ortsteil und Straße',
  newest: (count) => `Das sind die ${count} neuesten. Ältere stehen in der Liste.`,
  noDistrict: 'Ohne Ortsteil',
  noStreet: 'Ohne Straße aus unserem Verzeichnis',
  script: {
    closer: 'Karte größer',
    farther: 'Karte kleiner',
    close: 'Schließen',
    none: 'In diesem Ausschnitt gibt es keine öffentliche Meldung.',
    shown: 'Meldungen im Ausschnitt: #',
    lost: 'Die Meldungen kommen gerade nicht auf die Karte. Bitte bewegen Sie sie noch einmal, oder nehmen Sie die Liste darunter.',
    several: '# Meldungen, davon offen: #. Karte hier größer zeigen',
    here: '# Meldungen an dieser Stelle, davon offen: #',
    more: 'und # weitere, in der Liste',
  },
}

const en: MapTexts = {
  title: 'Reports on the map',
  lead: 'This is what others reported, released by somebody at the city hall. Below the map are the same reports by district and street.',
  asList: 'All as a list, with search',
  needsScript:
    'The map needs JavaScript. In this browser it is off, or the map could not be loaded. Here are the same reports by district and street.',
  help: 'The tab key takes you from point to point, the enter key opens it. On the map itself the arrow keys move the picture, plus and minus change its size.',
  label: 'Map of the public reports',
  open: 'open',
  ended: 'ended',
  many: 'several near each other',
  from: (host) => `The picture of the map comes from ${host}. That computer learns which part you look at.`,
  coarse: 'On private ground the spot is only roughly drawn. What has no spot is in the list only.',
  byStreet: 'By district and street',
  newest: (count) => `These are the newest ${count}. Older ones are in the list.`,
  noDistrict: 'Without a district',
  noStreet: 'Without a street of our list',
  script: {
    closer: 'Larger map',
    farther: 'Smaller map',
    close: 'Close',
    none: 'There is no public report in this part.',
    shown: 'Reports in this part: #',
    lost: 'The reports do not come onto the map just now. Please move it once more, or take the list below.',
    several: '# reports, of these open: #. Show the map larger here',
    here: '# reports at this spot, of these open: #',
    more: 'and # more, in the list',
  },
}

const einfach: MapTexts = {
  ...de,
  lead: 'Das haben andere Menschen gemeldet. Die Karte zeigt, wo das ist. Unter der Karte steht alles noch einmal mit Straße.',
  needsScript: 'Die Karte geht in diesem Browser nicht. Hier steht alles mit Straße.',
  help: 'Drücken Sie auf einen Punkt. Dann sehen Sie, was dort ist.',
  from: (host) => `Das Bild von der Karte kommt von ${host}. Dort weiß man, was Sie ansehen.`,
  coarse: 'Manche Stellen sind privat. Dann zeigt die Karte die Stelle nur ungefähr.',
}

export const mapTexts: Readonly<Record<PageLanguage, MapTexts>> = { de, en, einfach }
