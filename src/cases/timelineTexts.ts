import { z } from 'zod'
import type { Instant } from '../shared/timeRange.ts'
import { spokenWindow } from '../shared/germanTime.ts'
import { sizeInWords } from '../shared/sizeInWords.ts'
import { spokenMoment } from '../shared/spokenMoment.ts'
import { MEDIA_TYPES, MEDIA_WORDS } from './attachments/contract.ts'

/** What the sentences need to know besides the event. */
export interface Words {
  now: Instant
  timeZone: string
  /** Name of a team by id. */
  team: (id: string) => string
  /** Name of a line by id. */
  line: (id: string) => string
  /** Name of an account by id. */
  account: (id: string) => string
  /** Text of a note by id. */
  note: (id: string) => string
  /** Name of a file by id; null when it is gone. */
  attachment: (id: string) => string | null
}

/** Every value that a sentence may speak of; the rooms' own schemas say which event has which. */
const facts = z
  .object({
    waitMs: z.number().nullable(),
    talkMs: z.number().nullable(),
    durationMs: z.number(),
    outcome: z.string(),
    teamId: z.string(),
    toTeamId: z.string(),
    ownerId: z.string().nullable(),
    fromId: z.string(),
    personId: z.string(),
    standInId: z.string().nullable(),
    toId: z.string().nullable(),
    noteId: z.string(),
    attachmentId: z.string(),
    mediaType: z.enum(MEDIA_TYPES),
    size: z.number(),
    channel: z.string(),
    windowStart: z.string(),
    windowEnd: z.string(),
    dueFrom: z.string(),
    dueUntil: z.string(),
    earlyMs: z.number().nullable(),
    cause: z.string().nullable(),
    number: z.number(),
    via: z.string(),
    result: z.string(),
    heard: z.string(),
    because: z.string(),
    start: z.string(),
    /** A kind of target, or where an appointment was moved. */
    to: z.union([z.string(), z.object({ start: z.string() })]),
    targetId: z.string(),
    passOn: z.boolean(),
    how: z.string(),
    /** Of a message. */
    kind: z.string(),
    /** What nobody could be told. */
    notice: z.string(),
    /** What a citizen changed. */
    what: z.string(),
    stage: z.string(),
    /** Of a report. */
    toState: z.string(),
    told: z.boolean(),
    until: z.string().nullable(),
  })
  .partial()
type Facts = z.infer<typeof facts>
type Sentence = (facts: Facts, words: Words) => string

const OUTCOMES: Readonly<Record<string, string>> = {
  callback: 'Anliegen aufgenommen.',
  settled: 'Anliegen aufgenommen und gleich geklärt.',
  'hand-over': 'Anliegen aufgenommen und weitergegeben.',
  appointment: 'Anliegen aufgenommen, mit Termin.',
  report: 'Meldung aufgenommen.',
}
const ENDS: Readonly<Record<string, string>> = {
  settled: 'Anliegen erledigt.',
  'not-reached': 'Anliegen beendet: nicht erreicht.',
  withdrawn: 'Anliegen zurückgezogen.',
}
const CHANNELS: Readonly<Record<string, string>> = {
  phone: 'Telefon',
  web: 'Internet',
  email: 'Brief oder E-Mail',
  counter: 'Schalter',
}
const DONE: Readonly<Record<string, string>> = {
  settled: 'Rückruf erledigt.',
  'not-reached': 'Rückruf beendet: auch beim dritten Versuch nicht erreicht.',
  'needs-appointment': 'Rückruf erledigt: Es wird ein Termin gebraucht.',
  'appointment-booked': 'Rückruf erledigt, mit Termin.',
  withdrawn: 'Rückruf wird nicht mehr gebraucht.',
  'follow-up': 'Fürs Erste erledigt, mit einer neuen Zusage.',
}
const CAUSES: Readonly<Record<string, string>> = {
  'nobody-took-it': 'Niemand hatte den Rückruf übernommen.',
  'owner-did-not-call': 'Er war übernommen, aber es wurde nicht angerufen.',
  'telephone-failed': 'Das Telefon hat versagt.',
  'wrong-number': 'Die Nummer, die uns angegeben wurde, gibt es nicht.',
  'nobody-on-duty': 'Im ganzen Zeitfenster war niemand im Dienst.',
}
const REPORT_STATES: Readonly<Record<string, string>> = {
  'in-work': 'in Arbeit',
  planned: 'geplant',
  forwarded: 'weitergeleitet',
  done: 'erledigt',
  'not-done': 'beantwortet: wird nicht gemacht',
}
const RESULTS: Readonly<Record<string, string>> = {
  reached: 'Erreicht.',
  busy: 'Nicht erreicht: besetzt.',
  'no-answer': 'Nicht erreicht: nicht abgehoben.',
  voicemail: 'Nicht erreicht: Anrufbeantworter.',
  failed: 'Der Anruf kam nicht zustande.',
  'called-back-meanwhile': 'Nicht angerufen: Die Person rief gerade selbst an.',
}

/** What a message tells, by its kind. */
const MESSAGES: Readonly<Record<string, string>> = {
  'callback.made': 'Rückruf zugesagt',
  'callback.changed': 'Rückruf geändert',
  'callback.missed': 'nicht erreicht, mit Link für eine andere Zeit',
  'callback.late': 'Rückruf verspätet sich',
  'callback.asked-later': 'Frage, ob es auch später passt',
  'callback.not-reached': 'nicht erreicht, wie es weitergeht',
  'callback.withdrawn': 'Rückruf abgesagt',
  'report.received': 'Meldung angekommen',
  'report.news': 'Neues zur Meldung',
  'report.answered': 'Antwort auf die Meldung',
  'report.reminder': 'Meldung dauert länger',
  'appointment.booked': 'Termin gebucht',
  'appointment.moved': 'Termin verlegt',
  'appointment.shortened': 'Termin für weniger Personen',
  'appointment.cancelled': 'Termin abgesagt',
  'appointment.attention': 'Termin kann nicht stattfinden',
  'appointment.reminder': 'Erinnerung an den Termin',
}
const UNTOLD: Readonly<Record<string, string>> = {
  'no-address': 'Festnetz oder keine Nummer, und keine E-Mail-Adresse.',
  'not-connected': 'SMS und E-Mail sind dafür nicht verbunden.',
  failed: 'Es gibt keinen anderen Weg.',
}
const WITHDRAWN: Readonly<Record<string, string>> = {
  'settled-by-return-call': 'Zusage zurückgezogen: Die Person rief selbst an, und es ist geklärt.',
  'cancelled-by-citizen': 'Zusage zurückgezogen: Die Person hat den Rückruf abgesagt.',
  'settled-by-citizen': 'Zusage zurückgezogen: Für die Person hat es sich erledigt.',
}

const GUEST_LEFT: Readonly<Record<string, string>> = {
  declined: 'Abgelehnt oder besetzt.',
  'no-answer': 'Nicht abgenommen.',
  failed: 'Nicht erreichbar.',
  'hung-up': 'Hat das Gespräch verlassen.',
}

/** Where a call was asked or passed to. */
const targetOf = ({ to, targetId = '' }: Facts, words: Words): string => {
  if (to === 'line') return words.line(targetId)
  return to === 'clerk' ? words.account(targetId) : 'eine externe Nummer'
}

const window = (from: string | undefined, until: string | undefined, words: Words): string =>
  spokenWindow({ start: Date.parse(from ?? ''), end: Date.parse(until ?? '') }, words.now, words.timeZone)
const moment = (at: string | undefined, words: Words): string =>
  spokenMoment(Date.parse(at ?? ''), words.now, words.timeZone)
const seconds = (ms: number | null | undefined): string => {
  const count = Math.round((ms ?? 0) / 1000)
  return count === 1 ? 'einer Sekunde' : `${count} Sekunden`
}
const word = (words: Readonly<Record<string, string>>, key: string | null | undefined): string =>
  words[key ?? ''] ?? ''

const wayOf = ({ channel }: Facts): string => (channel === 'sms' ? 'SMS' : 'E-Mail')

/** One sentence per kind; an event of another kind is no step that a person asks about. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'call.offered': () => 'Anruf eingegangen.',
  'call.answered': ({ waitMs }) => `Anruf angenommen nach ${seconds(waitMs)}.`,
  'call.ended': () => 'Anruf beendet.',
  'call.held': () => 'Gehalten.',
  'call.resumed': () => 'Gespräch fortgesetzt.',
  'call.consulted': (f, words) =>
    f.passOn ? `Wird verbunden mit: ${targetOf(f, words)}.` : `Rückfrage bei: ${targetOf(f, words)}.`,
  // Taken back, or given up by the caller: the next line says it.
  'call.consult-ended': ({ how }) => word(GUEST_LEFT, how),
  'call.conference': () => 'Gespräch zu dritt.',
  'call.transferred': (f, words) => `Weiterverbunden mit: ${targetOf(f, words)}.`,
  'call.waits-again': () => 'Die anrufende Person wartet wieder.',
  'case.opened': ({ outcome }) => word(OUTCOMES, outcome),
  'case.called-again': () => 'Die Person hat wieder angerufen.',
  'case.asked-again': ({ channel, noteId }, words) =>
    `Hat sich noch einmal gemeldet (${word(CHANNELS, channel)}): ${words.note(noteId ?? '')}`,
  'case.noted': ({ noteId }, words) => `Notiz: ${words.note(noteId ?? '')}`,
  'case.attachment-added': ({ attachmentId, mediaType, size }, words) => {
    const name = words.attachment(attachmentId ?? '')
    const what = `${MEDIA_WORDS[mediaType ?? 'application/pdf']}, ${sizeInWords(size ?? 0)}`
    return name === null ? `Anlage hinzugefügt (${what}).` : `Anlage hinzugefügt: ${name} (${what}).`
  },
  'case.attachment-removed': ({ because }) =>
    because === 'time-is-over' ? 'Anlage nach 30 Tagen gelöscht.' : 'Anlage gelöscht.',
  'case.closed': ({ outcome }) => word(ENDS, outcome),
  // 'callback.passed-on' comes with it and would say the same again.
  'case.handed-over': ({ toTeamId }, words) => `Weitergegeben an: ${words.team(toTeamId ?? '')}.`,
  'case.reopened': () => 'Anliegen wieder geöffnet.',
  'case.email-refused': () =>
    'E-Mails an die Person kommen zurück. An diese Adresse geht nichts mehr, bis eine andere eingetragen ist.',
  'report.opened': () => 'Als Meldung aufgenommen: Sie bekommt eine Antwort.',
  'report.moved': ({ toState }) => `Meldung ${word(REPORT_STATES, toState)}.`,
  'report.reminded': ({ told }) =>
    told
      ? 'Die Antwort steht bald aus: Die Person hört, dass es länger dauern kann.'
      : 'Die Antwort steht bald aus.',
  'report.put-away': ({ until }, words) =>
    until ? `Meldung zurückgelegt bis ${moment(until, words)}.` : 'Meldung wieder vorgelegt.',
  'report.category-changed': () => 'Meldung in eine andere Kategorie gestellt.',
  'report.merged': () => 'Gehört zu einer anderen Meldung und bekommt deren Antwort.',
  'report.split': () => 'Wieder eine eigene Meldung.',
  'report.words-given': () => 'Neue Wörter zum Nachsehen am Telefon gegeben.',
  'report.replied': () => 'Die Person hat geantwortet.',
  'report.objected': () => 'Die Person sagt: Es ist nicht gelöst.',
  'report.assigned': ({ ownerId }, words) =>
    ownerId ? `Meldung zugeteilt: ${words.account(ownerId)}.` : 'Meldung keiner Person mehr zugeteilt.',
  'appointment.booked': ({ start }, words) => `Termin gebucht: ${moment(start, words)}.`,
  'appointment.moved': ({ to }, words) =>
    `Termin verlegt: ${moment(typeof to === 'object' ? to.start : undefined, words)}.`,
  'appointment.cancelled': ({ start }, words) => `Termin abgesagt: ${moment(start, words)}.`,
  'callback.promised': (f, words) => `Rückruf zugesagt: ${window(f.windowStart, f.windowEnd, words)}.`,
  'callback.reason-recorded': ({ durationMs }) =>
    `Anliegen auf Band gesprochen (${seconds(durationMs)}), mit Einwilligung per Taste.`,
  'callback.reason-deleted': () => 'Aufnahme gelöscht.',
  'callback.taken': ({ ownerId, fromId }, words) =>
    fromId
      ? `Rückruf von ${words.account(fromId)} übernommen: ${words.account(ownerId ?? '')}.`
      : `Rückruf übernommen: ${words.account(ownerId ?? '')}.`,
  'callback.stood-in': ({ personId, standInId }, words) =>
    standInId
      ? `${words.account(personId ?? '')} ist nicht im Dienst: Vertretung durch ${words.account(standInId)}.`
      : `${words.account(personId ?? '')} ist nicht im Dienst: Das Team springt ein.`,
  'callback.person-back': ({ personId }, words) => `${words.account(personId ?? '')} ist wieder im Dienst.`,
  'callback.handed-over': ({ toId }, words) =>
    toId ? `Rückruf übergeben an: ${words.account(toId)}.` : 'Rückruf an das Team übergeben.',
  'callback.at-risk': ({ stage }) =>
    stage === 'half'
      ? 'Zusage in Gefahr: Die Hälfte des Zeitfensters ist vorbei.'
      : 'Zusage in Gefahr: Vier Fünftel des Zeitfensters sind vorbei.',
  'callback.late-told': () => 'Die Zusage ist nicht mehr zu halten.',
  'callback.asked-later': () => 'Um ein späteres Zeitfenster gebeten.',
  'callback.given-back': () => 'Rückruf zurückgegeben.',
  'callback.kept': ({ earlyMs }) =>
    earlyMs ? 'Zusage gehalten: schon vor dem Zeitfenster erreicht.' : 'Zusage gehalten.',
  'callback.broken': ({ cause }) => `Zusage nicht gehalten. ${word(CAUSES, cause)}`.trim(),
  'callback.withdrawn': ({ because }) => word(WITHDRAWN, because) || 'Zusage zurückgezogen.',
  'callback.changed-by-citizen': (f, words) =>
    f.what === 'number'
      ? 'Die Person hat eine andere Telefonnummer angegeben.'
      : `Die Person hat eine andere Zeit gewählt: ${window(f.dueFrom, f.dueUntil, words)}.`,
  'callback.number-corrected': () => 'Telefonnummer berichtigt.',
  'callback.not-told': ({ notice, because }) =>
    `Keine Nachricht (${word(MESSAGES, `callback.${notice ?? ''}`)}): ${word(UNTOLD, because)}${
      notice === 'not-reached' ? ' Bitte prüfen, ob ein Brief nötig ist.' : ''
    }`,
  'message.sent': (f) => `${wayOf(f)} gesendet: ${word(MESSAGES, f.kind)}.`,
  'message.failed': (f) =>
    `${wayOf(f)} nicht zugestellt: ${word(MESSAGES, f.kind)}. ${
      f.because === 'rejected' || f.because === 'bounced'
        ? `${f.channel === 'sms' ? 'Die Nummer' : 'Die Adresse'} wird abgelehnt, bitte prüfen.`
        : 'Einen Tag lang ging es nicht.'
    }`,
  'message.dropped': (f) => `${wayOf(f)} nicht gesendet, weil nicht mehr aktuell: ${word(MESSAGES, f.kind)}.`,
  'callback.retry-planned': (f, words) => `Nächster Versuch: ${window(f.dueFrom, f.dueUntil, words)}.`,
  'callback.done': ({ outcome }) => word(DONE, outcome),
  'attempt.started': ({ number }) => `${number}. Anrufversuch.`,
  'attempt.rang': () => 'Es hat geklingelt.',
  'attempt.answered': () => 'Abgehoben.',
  'attempt.joined': () => 'Die Person rief gerade selbst an. Beide Anrufe wurden verbunden.',
  'attempt.held': () => 'Gehalten.',
  'attempt.resumed': () => 'Gespräch fortgesetzt.',
  'attempt.closed': ({ result, heard }) =>
    heard === 'no-such-number'
      ? 'Diese Nummer gibt es nicht. Bitte die Nummer prüfen.'
      : word(RESULTS, result),
}

/** The sentence of an event; null when it has none. */
export function sentenceOf(kind: string, data: unknown, words: Words): string | null {
  const read = facts.safeParse(data)
  const sentence = SENTENCES[kind]
  return sentence && read.success ? sentence(read.data, words) || null : null
}
