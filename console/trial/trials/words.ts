import type { TrialPlan, TrialView } from '../../../src/trial/plan/contract.ts'
import { dateInWords } from '../../platform/times.ts'

export const STATES: Readonly<Record<TrialView['state'], string>> = {
  draft: 'Entwurf',
  running: 'läuft',
  closed: 'ausgewertet',
  decided: 'entschieden',
}

/** The figures that can have a target, in the order of the form; `less` is better for some. */
export const FIGURES = [
  { figure: 'answered15', name: 'In 15 Sekunden angenommen', less: false },
  { figure: 'answered20', name: 'In 20 Sekunden angenommen', less: false },
  { figure: 'answered30', name: 'In 30 Sekunden angenommen', less: false },
  { figure: 'promise15', name: 'Zusage „15 Sekunden“ gehalten', less: false },
  { figure: 'level20', name: 'In 20 Sekunden angenommen, ohne frühe Aufleger', less: false },
  { figure: 'level30', name: 'In 30 Sekunden angenommen, ohne frühe Aufleger', less: false },
  { figure: 'abandoned', name: 'Vor der Annahme aufgelegt', less: true },
  { figure: 'lostAtClosing', name: 'Beim Schließen verloren', less: true },
  { figure: 'repeated', name: 'Am selben Tag noch einmal angerufen', less: true },
  { figure: 'callbacks', name: 'Rückruf im Zeitfenster', less: false },
  { figure: 'firstContact', name: 'Beim ersten Anruf geklärt', less: false },
  { figure: 'answered24', name: 'In 24 Servicestunden beantwortet', less: false },
] as const satisfies readonly {
  figure: TrialPlan['targets'][number]['figure']
  name: string
  less: boolean
}[]

export const nameOf = (figure: string): string => FIGURES.find((one) => one.figure === figure)?.name ?? figure

export const ANSWERS = {
  better: 'besser, und das ist sicher',
  worse: 'schlechter, und das ist sicher',
  'not-known': 'nicht sicher zu sagen',
  'nothing-before': 'kein Vergleich mit vorher möglich',
} as const

export const RECOMMENDED = {
  continue: 'fortsetzen',
  adapt: 'fortsetzen und anpassen',
  end: 'beenden',
  undecided: 'noch keine, dafür reichen die Daten nicht',
} as const

export const VERDICTS = {
  met: 'erreicht',
  'not-met': 'nicht erreicht',
  'not-enough-data': 'zu wenig Daten',
} as const

/** What the reader of a file found odd, after how often. */
export const ODDITIES: Readonly<Record<string, string>> = {
  unreadable: 'Zeilen, die sich nicht lesen ließen',
  truncated: 'die letzte Zeile ist abgeschnitten',
  'no-beginning': 'Enden ohne Anfang',
  'clock-back': 'Stellen, an denen die Uhr zurückging',
  'impossible-duration': 'unmögliche Dauern (nicht gezählt)',
  'no-end': 'Anrufe, die am Ende der Datei noch liefen',
  'unclear-hour': 'Stunden, die es bei der Zeitumstellung zweimal oder nie gab',
  repeated: 'Zeilen, die doppelt da waren (einmal gezählt)',
  'same-call': 'weitere Zeilen desselben Anrufs (einmal gezählt)',
}

/** The same of one row of a table, after 'Zeile 4'. */
export const ODD_ROW: Readonly<Record<string, string>> = {
  unreadable: 'lässt sich so nicht lesen',
  truncated: 'ist abgeschnitten',
  'clock-back': 'liegt früher als die davor',
  'impossible-duration': 'nennt eine unmögliche Dauer',
  'unclear-hour': 'nennt eine Stunde, die es bei der Zeitumstellung zweimal oder nie gab',
  repeated: 'steht weiter oben schon einmal',
  'same-call': 'gehört zu einem Anruf weiter oben',
}

export const percent = (share: number): string =>
  share.toLocaleString('de-DE', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

export const period = ({ from, to }: { from: string; to: string }): string =>
  `${dateInWords(from)} bis ${dateInWords(to)}`
