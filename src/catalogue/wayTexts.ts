import type { Way } from './wayRule.ts'

/** Where somebody goes with a matter, in one sentence, the same on the citizen's page and on the telephone. */
export const waySentences: Readonly<Record<Way, string>> = {
  come: 'Kommen Sie bitte vorbei.',
  call: 'Sie müssen nicht kommen: Das klären wir am Telefon.',
  email: 'Sie müssen nicht kommen: Das geht per E-Mail oder am Telefon.',
  online: 'Sie müssen nicht kommen: Das geht online.',
  report: 'Das ist etwas für das Bürgertelefon.',
  elsewhere: 'Das macht nicht die Stadt.',
}

/** The last question, where the way depends on the single matter. */
export const SHOWS_QUESTION = 'Müssen Sie dabei etwas vorlegen, abholen oder unterschreiben?'
