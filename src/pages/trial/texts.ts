import type { PageLanguage } from '../../platform/ui/language.ts'
import type { JudgedFigure, Recommendation, TrialFigure, TrialResult } from '../../trial/index.ts'

interface TrialTexts {
  listTitle: string
  listLead: string
  none: string
  running: string
  interim: {
    running: string
    progress: (over: string, all: string) => string
    noVerdict: string
    weeks: string
    none: string
    week: string
    calls: string
    over: string
    awaiting: string
  }
  period: (from: string, to: string) => string
  answer: Record<TrialResult['answer'], string>
  recommendation: (what: string, since: string) => string
  recommended: Record<Recommendation, string>
  decided: Record<'continue' | 'adapt' | 'end', string>
  targets: string
  figures: Record<TrialFigure, { name: string; counts: string }>
  sure: (low: string, high: string) => string
  /** What the ranges are, for who reads page one only. */
  ranges: string
  before: (share: string) => string
  nothingBefore: string
  target: (share: string, atLeast: boolean) => string
  bound: (share: string, atLeast: boolean) => string
  verdict: Record<JudgedFigure['verdict'], string>
  nothing: string
  change: (points: string, low: string, high: string, stands: boolean) => string
  cost: string
  perSettled: (euros: string, settled: string) => string
  notSettled: string
  provider: string
  staff: string
  waited: (before: string, after: string) => string
  saved: (hours: string) => string
  wholeWait: (mean: string) => string
  chart: string
  chartHow: string
  chartKey: { before: string; trial: string; special: string; target: string }
  details: string
  question: string
  compared: (before: string, trial: string) => string
  providerIs: (name: string) => string
  leftOut: string
  changes: string
  remarks: string
  unchanged: string
  sensitivity: string
  sensitivityLead: string
  by: Record<TrialResult['sensitivity'][number]['by'] | 'paired' | 'level', string>
  detectable: (points: string) => string
  method: readonly string[]
  testCalls: {
    title: string
    lead: string
    of: Record<'baseline' | 'trial', string>
    summary: (of: Record<'calls' | 'answered' | 'answered15' | 'median' | 'longest', string>) => string
    asBaseline: string
    columns: readonly string[]
    ends: Record<'answered' | 'gaveUp', string>
  }
  annex: string
  days: { before: string; trial: string }
  columns: readonly string[]
  few: string
  definitions: string
  trust: (hash: string) => string
  pdf: string
  noPdf: string
  csv: string
  json: string
}

const de: TrialTexts = {
  listTitle: 'Testbetriebe und ihre Ergebnisse',
  listLead: 'Was die Stadt erprobt hat, woran sie es gemessen hat und was herauskam.',
  none: 'Es ist noch kein Ergebnis veröffentlicht.',
  running: 'läuft noch',
  interim: {
    running: 'Dieser Testbetrieb läuft noch.',
    progress: (over, all) => `${over} von ${all} Tagen sind ausgewertet. Jeden Montag kommt eine Woche dazu.`,
    noVerdict: 'Ob die Ziele erreicht sind, steht erst nach dem letzten Tag fest: Einzelne Wochen schwanken.',
    weeks: 'Woche für Woche',
    none: 'Noch ist keine ganze Woche vorbei.',
    week: 'Woche',
    calls: 'Anrufe',
    over: 'Alle Tage sind gezählt. Das Ergebnis wird jetzt ausgewertet.',
    awaiting: 'Dieser Testbetrieb ist vorbei, sein Ergebnis steht noch aus.',
  },
  period: (from, to) => `${from} bis ${to}`,
  answer: {
    better: 'Ergebnis: besser, und das ist sicher.',
    worse: 'Ergebnis: schlechter, und das ist sicher.',
    'not-known': 'Ergebnis: Ob es besser wurde, lässt sich nicht sicher sagen.',
    'nothing-before': 'Ergebnis: Ein Vergleich mit vorher ist nicht möglich.',
  },
  recommendation: (what, since) => `Empfehlung nach der Regel, die seit dem ${since} feststeht: ${what}.`,
  recommended: {
    continue: 'fortsetzen',
    adapt: 'fortsetzen und anpassen',
    end: 'beenden',
    undecided: 'noch keine, dafür reichen die Daten nicht',
  },
  decided: {
    continue: 'Entschieden: Es geht weiter.',
    adapt: 'Entschieden: Es geht weiter, mit Änderungen.',
    end: 'Entschieden: Der Testbetrieb endet.',
  },
  targets: 'Die Ziele',
  figures: {
    answered15: {
      name: 'In 15 Sekunden angenommen',
      counts:
        'Anrufe, die ein Mensch nach höchstens 15 Sekunden annahm, von allen Anrufen in der Servicezeit',
    },
    answered20: {
      name: 'In 20 Sekunden angenommen',
      counts:
        'Anrufe, die ein Mensch nach höchstens 20 Sekunden annahm, von allen Anrufen in der Servicezeit',
    },
    answered30: {
      name: 'In 30 Sekunden angenommen',
      counts:
        'Anrufe, die ein Mensch nach höchstens 30 Sekunden annahm, von allen Anrufen in der Servicezeit',
    },
    promise15: {
      name: 'Zusage „15 Sekunden“ gehalten',
      counts:
        'Anrufe, die ein Mensch nach höchstens 15 Sekunden annahm, von allen, die angenommen wurden oder länger als 15 Sekunden vergeblich warteten',
    },
    abandoned: {
      name: 'Vor der Annahme aufgelegt',
      counts: 'Anrufe, bei denen jemand vor der Annahme auflegte, von allen Anrufen in der Servicezeit',
    },
    lostAtClosing: {
      name: 'Beim Schließen verloren',
      counts:
        'Anrufe, bei denen jemand beim Ende der Servicezeit noch wartete und dann unbedient auflegte, von allen Anrufen in der Servicezeit',
    },
    repeated: {
      name: 'Noch einmal angerufen',
      counts:
        'Anrufe von Nummern, die am selben Tag schon einmal angerufen hatten, von allen Anrufen in der Servicezeit; unterdrückte Nummern gelten als erster Anruf',
    },
    level20: {
      name: 'In 20 Sekunden angenommen, ohne frühe Aufleger',
      counts:
        'Anrufe, die ein Mensch nach höchstens 20 Sekunden annahm, von allen, die angenommen wurden oder nach mehr als 20 Sekunden auflegten',
    },
    level30: {
      name: 'In 30 Sekunden angenommen, ohne frühe Aufleger',
      counts:
        'Anrufe, die ein Mensch nach höchstens 30 Sekunden annahm, von allen, die angenommen wurden oder nach mehr als 30 Sekunden auflegten',
    },
    callbacks: {
      name: 'Rückruf im Zeitfenster',
      counts: 'Zugesagte Rückrufe, die im genannten Zeitfenster kamen, von allen, über die entschieden ist',
    },
    firstContact: {
      name: 'Beim ersten Anruf geklärt',
      counts: 'Anliegen, die im ersten Gespräch geklärt waren, von allen, die aufgenommen wurden',
    },
    answered24: {
      name: 'In 24 Servicestunden beantwortet',
      counts:
        'Anliegen, die sofort, durch einen Rückruf oder eine Antwort binnen 24 Stunden Servicezeit beantwortet waren, von allen, die beantwortet sind oder deren Zeit um ist',
    },
  },
  sure: (low, high) => `${low} bis ${high}`,
  ranges: 'In Klammern: wie genau die Zahl ist. Mit 95 % Sicherheit liegt der wahre Wert dazwischen.',
  before: (share) => `vorher ${share}`,
  nothingBefore: 'vorher nicht gezählt',
  target: (share, atLeast) => `Ziel: ${atLeast ? 'mindestens' : 'höchstens'} ${share}`,
  bound: (share, atLeast) => `${atLeast ? 'mindestens' : 'höchstens'} ${share}`,
  verdict: { met: 'erreicht', 'not-met': 'nicht erreicht', 'not-enough-data': 'zu wenig Daten' },
  nothing: 'nichts zu zählen',
  change: (points, low, high, stands) =>
    `Veränderung: ${points} Punkte (${low} bis ${high})${stands ? '' : ', nicht sicher von null verschieden'}`,
  cost: 'Kosten',
  perSettled: (euros, settled) => `${euros} je geklärtem Anliegen (${settled} Anliegen)`,
  notSettled: 'Je geklärtem Anliegen: noch ist keines geklärt.',
  provider: 'Dienstleister',
  staff: 'Rückrufe durch die Stadt',
  waited: (before, after) => `Wer angenommen wurde, wartete im Mittel ${after}, vorher ${before}.`,
  wholeWait: (mean) =>
    `Wer auflegte und bald wieder anrief, behielt den Platz: Vom ersten Anruf an waren es im Mittel ${mean}.`,
  saved: (hours) => `Das sind zusammen ${hours} weniger in der Warteschleife.`,
  chart: 'Tag für Tag',
  chartHow: 'Jeder Punkt ist ein Tag. Die Zahlen dazu stehen im Anhang.',
  chartKey: { before: 'vorher', trial: 'Testbetrieb', special: 'Sondertag, zählt nicht', target: 'Ziel' },
  details: 'Für die Verwaltung',
  question: 'Die Frage',
  compared: (before, trial) => `Verglichen werden ${before} Tage vorher mit ${trial} Tagen Testbetrieb.`,
  providerIs: (name) => `Dienstleister: ${name}.`,
  leftOut: 'Nicht gezählte Tage',
  changes: 'Änderungen nach dem Start',
  remarks: 'Anmerkungen',
  unchanged: 'Seit dem Start wurde nichts geändert.',
  sensitivity: 'Anders gerechnet',
  sensitivityLead: 'Die Veränderung beim ersten Ziel, in Prozentpunkten:',
  by: {
    paired: 'gleiche Wochentage verglichen (so oben)',
    level: 'ohne Trend und ohne Andrang',
    'special-days': 'mit den Sondertagen',
    'single-days': 'jeder Tag für sich',
    'two-weeks': 'je zwei Wochen zusammen',
  },
  detectable: (points) => `So viele Tage zeigen eine Veränderung ab ${points} Punkten.`,
  method: [
    'Verglichen werden gleiche Wochentage, gewichtet nach den Anrufen im Testbetrieb. Feiertage, Schließungen und vorher benannte Sondertage zählen nicht.',
    'Die Spanne hinter jeder Zahl enthält den wahren Wert in 95 von 100 solchen Auswertungen. Sie kommt aus 2.000 Ziehungen ganzer Wochen (Block-Bootstrap).',
    'Erreicht ist ein Ziel, wenn die ganze Spanne es hält; nicht erreicht, wenn kein Teil von ihr es hält; sonst reichen die Daten nicht. Veränderungen gelten nur gemeinsam als sicher (Verfahren von Holm).',
  ],
  testCalls: {
    title: 'Testanrufe der Stadt',
    lead: 'Jemand von der Stadt rief die eigene Rufnummer an und schrieb auf, wie lange es dauerte. Es sind wenige Anrufe, und ihre Zeit ist nicht zufällig gewählt.',
    of: { baseline: 'Vorher', trial: 'Im Testbetrieb' },
    summary: ({ calls, answered, answered15, median, longest }) =>
      `${calls} Anrufe, ${answered} angenommen, ${answered15} davon in 15 Sekunden; mittlere Dauer ${median}, längste ${longest}`,
    asBaseline:
      'Der Vergleich mit vorher beruht allein auf diesen Testanrufen. Die Spannen kennen nicht den Fehler, der daraus kommt, wann angerufen wurde.',
    columns: ['Wann', 'Gewählt', 'Ende', 'Sekunden'],
    ends: { answered: 'angenommen', gaveUp: 'aufgelegt' },
  },
  annex: 'Anhang: alle Tage',
  days: { before: 'Vorher', trial: 'Testbetrieb' },
  columns: [
    'Tag',
    'Anrufe',
    'angenommen',
    'in 15 s',
    'in 20 s',
    'in 30 s',
    'aufgelegt',
    'beim Schließen verloren',
    'noch einmal',
    'nicht offen',
    'gesperrt',
    'Rückrufe gehalten',
    'sofort geklärt',
    'in 24 h beantwortet',
  ],
  few: 'Wo weniger als fünf zu zählen sind, steht „–“.',
  definitions: 'Was gezählt wird',
  trust: (hash) =>
    `Diese Zahlen sind mit ihrem Ergebnis festgeschrieben. Fingerabdruck (SHA-256): ${hash}. Wer die Anlage betreibt, rechnet sie mit „freizeichen replay --trial“ aus den Ereignissen neu aus.`,
  pdf: 'Als PDF',
  noPdf: 'Für Papier oder PDF: Drucken Sie diese Seite.',
  csv: 'Tabelle (CSV)',
  json: 'Offene Daten (JSON)',
}

const en: TrialTexts = {
  listTitle: 'Trials and their results',
  listLead: 'What the city tried, how it measured it and what came of it.',
  none: 'No result has been published yet.',
  running: 'still running',
  interim: {
    running: 'This trial is still running.',
    progress: (over, all) => `${over} of ${all} days have been counted. Each Monday adds a week.`,
    noVerdict: 'Whether the targets are met is only known after the last day: single weeks go up and down.',
    weeks: 'Week by week',
    none: 'No whole week is over yet.',
    week: 'Week',
    calls: 'Calls',
    over: 'All days have been counted. The result is being worked out.',
    awaiting: 'This trial is over, its result is yet to come.',
  },
  period: (from, to) => `${from} to ${to}`,
  answer: {
    better: 'Result: better, and that is certain.',
    worse: 'Result: worse, and that is certain.',
    'not-known': 'Result: it cannot be said for certain whether it got better.',
    'nothing-before': 'Result: there is nothing before to compare with.',
  },
  recommendation: (what, since) => `Recommendation by the rule fixed on ${since}: ${what}.`,
  recommended: {
    continue: 'continue',
    adapt: 'continue and adapt',
    end: 'end',
    undecided: 'none yet, the data do not suffice',
  },
  decided: {
    continue: 'Decided: it goes on.',
    adapt: 'Decided: it goes on, with changes.',
    end: 'Decided: the trial ends.',
  },
  targets: 'The targets',
  figures: {
    answered15: {
      name: 'Answered within 15 seconds',
      counts: 'calls that a person answered within 15 seconds, of all calls in service hours',
    },
    answered20: {
      name: 'Answered within 20 seconds',
      counts: 'calls that a person answered within 20 seconds, of all calls in service hours',
    },
    answered30: {
      name: 'Answered within 30 seconds',
      counts: 'calls that a person answered within 30 seconds, of all calls in service hours',
    },
    promise15: {
      name: 'Promise of 15 seconds kept',
      counts:
        'calls that a person answered within 15 seconds, of all that were answered or waited longer than that in vain',
    },
    abandoned: {
      name: 'Gave up before an answer',
      counts: 'calls whose caller hung up before an answer, of all calls in service hours',
    },
    lostAtClosing: {
      name: 'Lost at closing',
      counts:
        'calls whose caller still waited when the service hours ended and then left without an answer, of all calls in service hours',
    },
    repeated: {
      name: 'Called again',
      counts:
        'calls of numbers that had called before on the same day, of all calls in service hours; a withheld number counts as a first call',
    },
    level20: {
      name: 'Answered within 20 seconds, early leavers left out',
      counts:
        'calls that a person answered within 20 seconds, of all that were answered or gave up after more than 20 seconds',
    },
    level30: {
      name: 'Answered within 30 seconds, early leavers left out',
      counts:
        'calls that a person answered within 30 seconds, of all that were answered or gave up after more than 30 seconds',
    },
    callbacks: {
      name: 'Call back inside its window',
      counts: 'promised calls back that came inside their window, of all that are decided',
    },
    firstContact: {
      name: 'Settled in the first call',
      counts: 'concerns settled in the first conversation, of all that were taken down',
    },
    answered24: {
      name: 'Answered within 24 service hours',
      counts:
        'concerns answered at once, by a call back or in writing within 24 hours of service time, of all that are answered or whose time is over',
    },
  },
  sure: (low, high) => `${low} to ${high}`,
  ranges: 'In brackets: how exact the number is. With a certainty of 95% the true value lies in between.',
  before: (share) => `before: ${share}`,
  nothingBefore: 'not counted before',
  target: (share, atLeast) => `Target: ${atLeast ? 'at least' : 'at most'} ${share}`,
  bound: (share, atLeast) => `${atLeast ? 'at least' : 'at most'} ${share}`,
  verdict: { met: 'met', 'not-met': 'not met', 'not-enough-data': 'not enough data' },
  nothing: 'nothing to count',
  change: (points, low, high, stands) =>
    `Change: ${points} points (${low} to ${high})${stands ? '' : ', not certainly other than zero'}`,
  cost: 'Cost',
  perSettled: (euros, settled) => `${euros} for each settled concern (${settled} concerns)`,
  notSettled: 'For each settled concern: none is settled yet.',
  provider: 'Provider',
  staff: 'Calls back by the city',
  waited: (before, after) => `Who was answered waited ${after} on average, before ${before}.`,
  wholeWait: (mean) =>
    `Who hung up and soon called again kept the place: from the first call on it was ${mean} on average.`,
  saved: (hours) => `Together that is ${hours} less on hold.`,
  chart: 'Day by day',
  chartHow: 'Each point is a day. The figures are in the annex.',
  chartKey: { before: 'before', trial: 'trial', special: 'special day, does not count', target: 'target' },
  details: 'For the administration',
  question: 'The question',
  compared: (before, trial) => `${before} days before are compared with ${trial} days of trial.`,
  providerIs: (name) => `Provider: ${name}.`,
  leftOut: 'Days that do not count',
  changes: 'Changes after the start',
  remarks: 'Remarks',
  unchanged: 'Nothing was changed after the start.',
  sensitivity: 'Worked out otherwise',
  sensitivityLead: 'The change of the first target, in percentage points:',
  by: {
    paired: 'same weekdays compared (as above)',
    level: 'trend and load taken out',
    'special-days': 'with the special days',
    'single-days': 'each day by itself',
    'two-weeks': 'two weeks together',
  },
  detectable: (points) => `So many days show a change from ${points} points on.`,
  method: [
    'The same weekdays are compared, weighted by the calls of the trial. Holidays, closures and special days named before do not count.',
    'The range behind each figure holds the true value in 95 of 100 such reports. It comes from 2,000 draws of whole weeks (block bootstrap).',
    'A target is met where the whole range keeps it, not met where none of it does; else the data do not suffice. Changes are called certain only together (Holm).',
  ],
  testCalls: {
    title: 'Test calls of the city',
    lead: 'Somebody of the city called its own number and wrote down how long it took. The calls are few, and their times were not chosen by chance.',
    of: { baseline: 'Before', trial: 'In the trial' },
    summary: ({ calls, answered, answered15, median, longest }) =>
      `${calls} calls, ${answered} answered, ${answered15} of them within 15 seconds; median ${median}, longest ${longest}`,
    asBaseline:
      'The comparison with before rests on these test calls alone. The ranges do not know the error that comes from when they were made.',
    columns: ['When', 'Dialled', 'End', 'Seconds'],
    ends: { answered: 'answered', gaveUp: 'gave up' },
  },
  annex: 'Annex: all days',
  days: { before: 'Before', trial: 'Trial' },
  columns: [
    'Day',
    'Calls',
    'answered',
    'in 15 s',
    'in 20 s',
    'in 30 s',
    'gave up',
    'lost at closing',
    'again',
    'out of hours',
    'blocked',
    'calls back kept',
    'settled at once',
    'answered in 24 h',
  ],
  few: 'Where fewer than five are to count, “–” stands.',
  definitions: 'What is counted',
  trust: (hash) =>
    `These figures were fixed together with their result. Fingerprint (SHA-256): ${hash}. Who runs the system works them out anew from the events with “freizeichen replay --trial”.`,
  pdf: 'As PDF',
  noPdf: 'For paper or PDF: print this page.',
  csv: 'Table (CSV)',
  json: 'Open data (JSON)',
}

const einfach: TrialTexts = {
  ...de,
  listTitle: 'Was die Stadt ausprobiert hat',
  listLead: 'Hier lesen Sie: Was haben wir ausprobiert? Was kam dabei heraus?',
  answer: {
    better: 'Es ist besser geworden. Das ist sicher.',
    worse: 'Es ist schlechter geworden. Das ist sicher.',
    'not-known': 'Wir wissen nicht sicher, ob es besser geworden ist.',
    'nothing-before': 'Wir können nicht sagen, ob es besser geworden ist. Vorher hat niemand gezählt.',
  },
  ranges: 'In Klammern steht, wie genau die Zahl ist. Fast sicher liegt der richtige Wert dazwischen.',
}

export const trialTexts: Readonly<Record<PageLanguage, TrialTexts>> = { de, en, einfach }
