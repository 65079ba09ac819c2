const endings = ['ungen', 'ung', 'ten', 'tem', 'ter', 'tes', 'te', 'em', 'en', 'es', 'et', 'e', 'n', 't']
const shortestStem = 4

/** A light stem of a folded word: verlängern, verlängert and Verlängerung meet, as do anmelden, angemeldet and Anmeldung. */
export function stemOf(folded: string): string {
  const stem = withoutEnding(withoutParticiple(folded))
  return stem.endsWith('er') && stem.length - 2 >= shortestStem ? stem.slice(0, -2) : stem
}

function withoutParticiple(word: string): string {
  return word.replace(/^(?<prefix>ab|an|auf|aus|ein|um|ver|vor|weg|zu)ge(?=.{3,}(?:t|en)$)/u, '$<prefix>')
}

function withoutEnding(word: string): string {
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= shortestStem)
  if (ending !== undefined) return word.slice(0, -ending.length)
  // A plural or genitive s stands after these sounds only, so "Ausweis" keeps its own.
  return /.{3}[abdfghklmnorut]s$/u.test(word) ? word.slice(0, -1) : word
}
