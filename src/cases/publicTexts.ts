import type { Language } from '../catalogue/index.ts'
import type { CaseAppointment } from './appointmentIn.ts'
import type { CaseState } from './model.ts'
import type { CasePromise } from './promiseOf.ts'

/** What the citizen is told; `window` is spoken, `line` is the number we call from. */
export interface PublicTexts {
  state: Record<CaseState, string>
  promise: Record<'open' | 'retry' | 'kept' | 'broken', (window: string) => string>
  /** Beside a promise that was made to nobody known. */
  unlessPromised: string
  /** Instead of the promise, when the time that was chosen is over. */
  past: string
  /** Instead of the state, while the appointment that was booked for it is still to come. */
  expected: string
  /** `when` is spoken: 'am Donnerstag, 26. November, um 10:15 Uhr'. */
  appointment: Record<CaseAppointment['state'], (when: string) => string>
  ready: (line: string) => string
  documents: (items: string) => string
  bring: (items: string) => string
  callAgain: (line: string, number: string) => string
  unknown: string
  wait: string
  digits: string
}

/** Which sentence fits a promise of an open case. */
export function promiseKind(promise: CasePromise): keyof PublicTexts['promise'] | null {
  if (promise.next) return 'retry'
  return promise.state === 'withdrawn' ? null : promise.state
}

const de: PublicTexts = {
  state: {
    open: 'Ihr Anliegen ist in Arbeit.',
    settled: 'Ihr Anliegen ist erledigt.',
    'not-reached':
      'Wir haben Sie auch beim dritten Versuch nicht erreicht. Ihr Anliegen ist deshalb abgeschlossen.',
    withdrawn: 'Ihr Anliegen wurde zurückgezogen.',
  },
  promise: {
    open: (window) => `Wir rufen Sie an: ${window}.`,
    retry: (window) => `Wir haben Sie noch nicht erreicht und versuchen es wieder: ${window}.`,
    kept: () => 'Wir haben Sie angerufen und kümmern uns weiter darum.',
    broken: (window) =>
      `Wir wollten Sie anrufen (${window}) und haben das nicht geschafft. Das tut uns leid. Wir rufen Sie so bald wie möglich an.`,
  },
  unlessPromised:
    'Haben Sie mit dieser Telefonnummer dazu schon vorher einen Rückruf vereinbart? Dann gilt dessen Zeit.',
  past: 'Die Zeit, die Sie gewählt haben, ist vorbei.',
  expected: 'Ihr Termin ist gebucht.',
  appointment: {
    booked: (when) => `Sie haben einen Termin: ${when}.`,
    cancelled: (when) => `Ihr Termin ${when} ist abgesagt.`,
  },
  ready: (line) => `Bitte bleiben Sie in dieser Zeit erreichbar. Wir rufen von der Nummer ${line} an.`,
  documents: (items) => `Das hilft uns im Gespräch: ${items}.`,
  bring: (items) => `Bitte bringen Sie zum Termin mit: ${items}.`,
  callAgain: (line, number) =>
    `Brauchen Sie uns noch? Rufen Sie an: ${line}. Nennen Sie dabei die Nummer ${number}.`,
  unknown:
    'Zu dieser Nummer und diesen Ziffern finden wir kein Anliegen. Bitte prüfen Sie beides: Die Ziffern sind die letzten vier der Telefonnummer, die Sie uns genannt haben.',
  wait: 'Das waren zu viele Versuche. Bitte warten Sie etwas und versuchen Sie es dann noch einmal, spätestens nach einer Viertelstunde.',
  digits: 'Bitte geben Sie die letzten vier Ziffern Ihrer Telefonnummer ein.',
}

const en: PublicTexts = {
  state: {
    open: 'We are working on your request.',
    settled: 'Your request is settled.',
    'not-reached':
      'We could not reach you, not even at the third attempt. Your request is closed for that reason.',
    withdrawn: 'Your request was withdrawn.',
  },
  promise: {
    open: (window) => `We will call you ${window}.`,
    retry: (window) => `We have not reached you yet and will try again ${window}.`,
    kept: () => 'We have called you and are still working on it.',
    broken: (window) =>
      `We wanted to call you ${window} and did not manage to. We are sorry. We will call you as soon as we can.`,
  },
  unlessPromised: 'Have you arranged a call for this telephone number before? Then that time holds.',
  past: 'The time that you chose is over.',
  expected: 'Your appointment is booked.',
  appointment: {
    booked: (when) => `You have an appointment ${when}.`,
    cancelled: (when) => `Your appointment ${when} is cancelled.`,
  },
  ready: (line) => `Please be available at that time. We will call from the number ${line}.`,
  documents: (items) => `This will help when we speak: ${items}.`,
  bring: (items) => `Please bring to the appointment: ${items}.`,
  callAgain: (line, number) => `Do you still need us? Please call ${line} and mention the number ${number}.`,
  unknown:
    'We find no request for this number and these digits. Please check both: the digits are the last four of the telephone number you gave us.',
  wait: 'There were too many attempts. Please wait a little, at most a quarter of an hour, and try again.',
  digits: 'Please enter the last four digits of your telephone number.',
}

const einfach: PublicTexts = {
  state: {
    open: 'Wir arbeiten an Ihrer Sache.',
    settled: 'Ihre Sache ist fertig.',
    'not-reached': 'Wir haben drei Mal angerufen. Sie waren nicht da. Wir rufen jetzt nicht mehr an.',
    withdrawn: 'Wir arbeiten nicht mehr an Ihrer Sache. Das wurde so gewünscht.',
  },
  promise: {
    open: (window) => `Wir rufen Sie an: ${window}.`,
    retry: (window) => `Wir haben angerufen. Sie waren nicht da. Wir rufen noch einmal an: ${window}.`,
    kept: () => 'Wir haben Sie angerufen. Wir arbeiten weiter an Ihrer Sache.',
    broken: (window) =>
      `Wir wollten Sie anrufen: ${window}. Das haben wir nicht geschafft. Das tut uns leid. Wir rufen Sie bald an.`,
  },
  unlessPromised: 'Haben wir schon vorher eine Zeit ausgemacht? Dann rufen wir zu dieser Zeit an.',
  past: 'Die Zeit ist vorbei.',
  expected: 'Ihr Termin steht fest.',
  appointment: {
    booked: (when) => `Sie haben einen Termin: ${when}.`,
    cancelled: (when) => `Der Termin ${when} gilt nicht mehr.`,
  },
  ready: (line) => `Bitte gehen Sie dann ans Telefon. Unsere Nummer ist ${line}.`,
  documents: (items) => `Das brauchen Sie im Gespräch: ${items}.`,
  bring: (items) => `Das bringen Sie bitte mit: ${items}.`,
  callAgain: (line, number) =>
    `Haben Sie noch eine Frage? Rufen Sie an: ${line}. Sagen Sie diese Nummer: ${number}.`,
  unknown: 'Wir finden nichts zu dieser Nummer und diesen Ziffern. Bitte prüfen Sie beides.',
  wait: 'Sie haben es zu oft versucht. Bitte warten Sie 15 Minuten. Dann geht es wieder.',
  digits: 'Bitte schreiben Sie die letzten vier Ziffern von Ihrer Telefonnummer.',
}

export const publicTexts: Record<Language, PublicTexts> = { de, en, einfach }
