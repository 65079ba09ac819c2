import { stemOf } from './stem.ts'

/**
 * German words as search sees them. Everything here runs on the catalogue and on what is typed alike, so a rule may be
 * rough as long as it is the same on both sides.
 */

/** Words that say nothing about the matter; written as `foldWord` leaves them. */
const fillers = new Set(
  (
    'aber als also am an auf aus bei beim bin bis bitte brauch brauche brauchen da dafur danke darf das dass dem den denn ' +
    'der des die dies diese diesen dieser doch du durch ein eine einem einen einer eines er es etwas fur geht gern gerne ' +
    'guten habe haben hab hallo hatte hier ich ihn ihr im in ist ja jetzt kann kein keine konnen konnte lassen ' +
    'machen mal man mein meine meinem meinen meiner meines mich mir mit mochte muss mussen nach noch nun nur oder schon ' +
    'rathaus sein seine sich sie sind so soll stadt tag uber um und uns unser unsere unserem unseren vom von vor wann war was welche wenn wer werden wie ' +
    'will wir wird wo wollen wollte wohin wurde zu zum zur ' +
    'a an and do for get how i is me my need of please the to want where with'
  ).split(' '),
)

/** Verbs of the counter that nearly every service shares: they tell services apart but never name one alone. */
const actions = new Set(
  (
    'beantragen bestellen bekommen ausstellen anzeigen abholen melden anmelden ummelden abmelden ändern verlängern ' +
    'erneuern eintragen neu neue neuer bescheinigung auskunft beratung termin antrag'
  )
    .split(' ')
    .map((word) => stemOf(foldWord(word))),
)

/** One spelling for ü, ue and u, ß and ss, and without accents: "Führung", "Fuehrung" and "Fuhrung" become "fuhrung". */
export function foldWord(word: string): string {
  return foldAccents(word).replaceAll(/(?<vowel>[aou])e/gu, '$<vowel>')
}

/** Like `foldWord`, but keeps a typed "ae", "oe", "ue": a slip of the finger can make one that means no umlaut. */
export function foldAccents(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
}

/** The words of a text, as typed; hyphens part words unless `joinHyphens`. */
export function wordsOf(text: string, joinHyphens: boolean): string[] {
  const joined = joinHyphens ? text.replaceAll(/(?<=\p{L})-(?=\p{L})/gu, '') : text
  return joined.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether a folded word says nothing about the matter. */
export function isFiller(folded: string): boolean {
  return fillers.has(folded)
}

/** Whether a stem names only what is done, not what it is done with. */
export function isAction(stem: string): boolean {
  return actions.has(stem)
}
