import {
  type CallbackFigures,
  FIGURE_NAMES,
  type PromiseFigures,
} from '../../../src/trial/callbackFigures/contract.ts'
import { minutes, number, ratio, share } from './words.ts'

export interface Defined {
  name: string
  value: string
  /** Numerator and denominator in numbers and words. */
  counts: string
  /** The same definition as in docs/figures.md, in plain German. */
  means: string
}

/** Every figure of the page in its order. */
export function definitions(of: PromiseFigures, cases: CallbackFigures['cases']): Defined[] {
  return [...promiseRows(of), ...attemptRows(of), ...timeRows(of), ...(cases ? [firstContact(cases)] : [])]
}

function promiseRows(of: PromiseFigures): Defined[] {
  const row = (name: string, part: number, counts: string, means: string): Defined => ({
    name,
    value: number(part),
    counts,
    means,
  })
  const ofPromised = (part: number) => `${share(part, of.promised)} der ${number(of.promised)} Zusagen`
  const ofDecided = (part: number) =>
    `${share(part, of.kept + of.broken)} der ${number(of.kept + of.broken)} entschiedenen Zusagen (gehalten oder gebrochen)`
  const cause = (part: number) => `${number(part)} von ${number(of.broken)} gebrochenen`
  return [
    row(
      FIGURE_NAMES.promised,
      of.promised,
      'alle Zusagen des Zeitraums',
      'Zusagen eines Rückrufs, deren Zeitfenster an einem Tag des Zeitraums endet, gleich wann sie gemacht wurden. Hat die Person ein anderes Zeitfenster gewählt, zählt das neue.',
    ),
    row(
      FIGURE_NAMES.kept,
      of.kept,
      ofDecided(of.kept),
      'Das Telefon der Person hat im Zeitfenster geklingelt, oder sie wurde schon vorher erreicht.',
    ),
    row(
      FIGURE_NAMES.broken,
      of.broken,
      ofDecided(of.broken),
      'Das Zeitfenster ging vorbei, ohne dass das Telefon der Person geklingelt hat. Ein späterer Anruf ändert daran nichts.',
    ),
    row(
      FIGURE_NAMES.brokenNobodyTookIt,
      of.brokenNobodyTookIt,
      cause(of.brokenNobodyTookIt),
      'Bis zum Ende des Zeitfensters hatte niemand den Rückruf in der Hand.',
    ),
    row(
      FIGURE_NAMES.brokenOwnerDidNotCall,
      of.brokenOwnerDidNotCall,
      cause(of.brokenOwnerDidNotCall),
      'Jemand hatte den Rückruf in der Hand und hat im Zeitfenster nicht angerufen.',
    ),
    row(
      FIGURE_NAMES.brokenTelephoneFailed,
      of.brokenTelephoneFailed,
      cause(of.brokenTelephoneFailed),
      'Im Zeitfenster wurde gewählt, aber der Anruf kam nicht durch.',
    ),
    row(
      FIGURE_NAMES.brokenNobodyOnDuty,
      of.brokenNobodyOnDuty,
      cause(of.brokenNobodyOnDuty),
      'Im ganzen Zeitfenster war niemand aus dem Team im Dienst.',
    ),
    row(
      FIGURE_NAMES.brokenWrongNumber,
      of.brokenWrongNumber,
      cause(of.brokenWrongNumber),
      'Der letzte Anruf im Zeitfenster ging an eine Nummer, die es nicht gibt.',
    ),
    row(
      FIGURE_NAMES.withdrawn,
      of.withdrawn,
      ofPromised(of.withdrawn),
      'Die Person brauchte oder wollte den Anruf nicht mehr, bevor die Zusage entschieden war: Sie hat selbst angerufen, abgesagt, oder es hat sich erledigt.',
    ),
    row(
      FIGURE_NAMES.moved,
      of.moved,
      ofPromised(of.moved),
      'Die Person hat mindestens einmal ein anderes Zeitfenster gewählt, solange die Zusage offen war. Diese Zusagen sind außerdem gehalten, gebrochen, zurückgezogen oder offen.',
    ),
    row(
      FIGURE_NAMES.open,
      of.open,
      ofPromised(of.open),
      'Noch nicht entschieden: weder gehalten noch gebrochen noch zurückgezogen.',
    ),
  ]
}

function attemptRows(of: PromiseFigures): Defined[] {
  return [
    {
      name: FIGURE_NAMES.firstReached,
      value: share(of.firstReached, of.firstAttempts),
      counts: `${number(of.firstReached)} von ${number(of.firstAttempts)} Zusagen, zu denen mindestens einmal angerufen wurde`,
      means:
        'Zusagen, bei denen schon der erste Anrufversuch die Person erreicht hat. Kam die Person mit ihrem eigenen Anruf zuvor, ist das kein Versuch.',
    },
    {
      name: 'Versuche je Erfolg',
      value: ratio(of.tries, of.reached),
      counts: `${number(of.tries)} Anrufversuche, ${number(of.reached)} davon mit Gespräch`,
      means:
        'Alle Anrufversuche zu diesen Zusagen, gleich an welchem Tag, geteilt durch die, in denen gesprochen wurde.',
    },
    {
      name: FIGURE_NAMES.settledAtOnce,
      value: share(of.settledAtOnce, of.spoken),
      counts: `${number(of.settledAtOnce)} von ${number(of.spoken)} Zusagen, bei denen gesprochen wurde`,
      means:
        'Der Rückruf ist nach genau einem Gespräch beendet, ohne dass ein weiterer Rückruf zugesagt wurde oder die Person danach nicht mehr erreicht wurde.',
    },
  ]
}

function timeRows(of: PromiseFigures): Defined[] {
  const counts = `aus ${number(of.firstAttempts)} ersten Versuchen`
  const median =
    'Bei der Hälfte der Zusagen vergingen höchstens so viele Minuten von der Zusage bis zum ersten Anrufversuch'
  const p90 =
    'Bei 90 von 100 Zusagen vergingen höchstens so viele Minuten von der Zusage bis zum ersten Anrufversuch'
  const service = ', gezählt nur in den Servicezeiten, wie sie jetzt eingetragen sind.'
  const row = (name: string, ms: number | null, means: string): Defined => ({
    name,
    value: minutes(ms),
    counts,
    means,
  })
  return [
    row('Zeit bis zum ersten Versuch, Median', of.firstAttemptMedianMs, `${median}.`),
    row('Zeit bis zum ersten Versuch, 90 von 100', of.firstAttemptP90Ms, `${p90}.`),
    row(
      'Zeit bis zum ersten Versuch in Servicezeit, Median',
      of.firstAttemptServiceMedianMs,
      `${median}${service}`,
    ),
    row(
      'Zeit bis zum ersten Versuch in Servicezeit, 90 von 100',
      of.firstAttemptServiceP90Ms,
      `${p90}${service}`,
    ),
  ]
}

const firstContact = ({ opened, settledInCall }: NonNullable<CallbackFigures['cases']>): Defined => ({
  name: 'Ohne Rückruf erledigt',
  value: share(settledInCall, opened),
  counts: `${number(settledInCall)} von ${number(opened)} Anliegen, die im Zeitraum eröffnet wurden`,
  means: 'Anliegen, die gleich im ersten Gespräch erledigt wurden, ohne dass ein Rückruf zugesagt wurde.',
})
