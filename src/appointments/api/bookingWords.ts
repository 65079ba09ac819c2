import * as story from './story.ts'
import type { ApiWords } from '../../platform/http/apiWords.ts'

export const availabilityWords: ApiWords = {
  id: 'readAvailability',
  group: 'Suchen',
  summary: 'Freie Zeiten für eine oder mehrere Leistungen',
  details:
    'Ein Monat in einer Anfrage, höchstens 62 Tage. Jeder Tag steht in der Antwort, auch einer ohne freie Zeit; vergangene und noch nicht buchbare Tage fehlen. Die Zeiten gelten für ein Büro: Wer mehrere anbieten will, fragt jedes einzeln, weil eine Zeit nur mit ihrem Büro gehalten werden kann. Mit `If-None-Match` kostet eine unveränderte Antwort nur 304.',
  queryExample: 'service=personalausweis&persons=1&from=2027-03-15&to=2027-03-16',
  headers: { 'If-None-Match': { description: 'Das `ETag` der letzten Antwort.', example: '"3q2-7w"' } },
  answer: 'Tage mit ihren freien Anfangszeiten.',
  answerExample: {
    days: [
      { date: '2027-03-15', times: ['08:15', '08:45'] },
      { date: '2027-03-16', times: [] },
    ],
  },
  problems: [
    { ...story.unknownService, fields: { service: story.unknownService.title } },
    story.noOffice,
    story.tooMany,
    story.busy,
  ],
}

export const holdWords: ApiWords = {
  id: 'holdTime',
  group: 'Buchen',
  summary: 'Eine Zeit halten',
  details:
    'Die Zeit ist sofort für alle anderen weg und bleibt es zehn Minuten. Wer einen `holder` mitgibt, hält immer nur eine Zeit: Die nächste gibt die vorige zurück.\n\nWährend eines Angriffs kostet jede Reservierung einen Nachweis: 429 `proof-needed` nennt in `proof` ein `ticket`. Entweder zählt es nach `waitSeconds` von selbst, oder Sie suchen für jedes `n` von 0 bis `parts` - 1 eine Zahl `x`, für die der SHA-256 von `SEED:n:x` mit `bits` Nullbits beginnt, und senden `TICKET:x0-x1-…`. Ein Nachweis zählt einmal; wurde die Reservierung abgelehnt, zählt er weiter.',
  headers: {
    'Idempotency-Key': {
      description:
        'Ein Zufallstext aus mindestens 16 Zeichen. Kommt dieselbe Anfrage damit noch einmal, wird wie beim ersten Mal geantwortet und nichts doppelt gehalten.',
      example: '4bd2a8b3-8f0e-4b4e-9a51-6d0c2f1e7a90',
    },
    Proof: {
      description: 'Nur während eines Angriffs: ein Ticket nach der Wartezeit oder ein Ticket mit Zahlen.',
      example: 'q1Zk3xBv0aT8mN2rLw9dUg~1804672820~1804673420.hV7sXo2kQe4tYp1wRz6bNA',
    },
  },
  bodyExample: { services: story.services, start: '2027-03-15T08:15:00+01:00' },
  answer: 'Gehalten; der Schlüssel steht nur hier.',
  answerExample: {
    id: story.HOLD_ID,
    secret: story.SECRET,
    ...story.held,
    expiresAt: '2027-03-10T09:10:00.000Z',
  },
  problems: [
    story.notFree,
    story.notReleased,
    story.notOffered,
    { ...story.unknownService, fields: { services: story.unknownService.title } },
    {
      status: 422,
      code: 'key-used',
      title: 'Dieser Idempotency-Key gehört schon zu einer anderen Anfrage.',
      when: 'Derselbe Idempotency-Key mit anderem Inhalt.',
    },
    story.noOffice,
    story.tooMany,
    story.proofNeeded,
    story.busy,
  ],
}

export const extendWords: ApiWords = {
  id: 'extendHold',
  group: 'Buchen',
  summary: 'Eine gehaltene Zeit länger halten',
  details: 'Einmal, um zehn Minuten.',
  params: { id: story.id },
  bodyExample: { secret: story.SECRET },
  answer: 'Bis wann die Zeit jetzt gehalten wird.',
  answerExample: { expiresAt: '2027-03-10T09:20:00.000Z' },
  problems: [
    story.holdExpired,
    {
      status: 409,
      code: 'extended',
      title: 'Die Reservierung wurde schon einmal verlängert. Mehr geht nicht.',
      when: 'Sie wurde schon verlängert.',
    },
    story.unknownHold,
    story.tooManyTries,
  ],
}

export const confirmWords: ApiWords = {
  id: 'confirmHold',
  group: 'Buchen',
  summary: 'Eine gehaltene Zeit als Termin bestätigen',
  details:
    'Mit Name und mindestens einem Weg, die Person zu erreichen. Ein zweites Mal mit denselben Angaben wird gleich geantwortet. Name und Adressen werden 30 Tage nach dem Termin gelöscht.',
  params: { id: story.id },
  bodyExample: { secret: story.SECRET, contact: { name: 'Kim Beispiel', email: 'kim@example.org' } },
  answer: 'Der Termin. Nummer und Schlüssel öffnen ihn später wieder.',
  answerExample: { reference: story.REFERENCE, secret: story.SECRET, ...story.held },
  problems: [
    story.holdExpired,
    story.confirmed(
      'Dieser Termin ist schon mit anderen Angaben gebucht.',
      'Schon bestätigt, mit anderem Namen.',
    ),
    { status: 409, code: 'cancelled', title: 'Dieser Termin ist abgesagt.', when: 'Inzwischen abgesagt.' },
    story.unknownHold,
    {
      status: 422,
      code: 'invalid',
      title: 'Bitte eine E-Mail-Adresse oder eine Telefonnummer angeben.',
      when: 'Eine Angabe fehlt oder stimmt nicht; `fields` nennt jede.',
      fields: { 'contact.email': 'Bitte eine E-Mail-Adresse oder eine Telefonnummer angeben.' },
    },
    {
      status: 409,
      code: 'asked-too-often',
      title: 'Mehr Nachrichten schicken wir für diesen Termin nicht.',
      when: 'Die Stadt will die Adresse bestätigt haben, und dreimal wurde schon etwas geschickt.',
    },
    story.tooManyTries,
  ],
}

export const releaseWords: ApiWords = {
  id: 'releaseHold',
  group: 'Buchen',
  summary: 'Eine gehaltene Zeit zurückgeben',
  details: 'Sie ist sofort für andere frei. War sie schon abgelaufen, ist das kein Fehler.',
  params: { id: story.id },
  bodyExample: { secret: story.SECRET },
  answer: 'Zurückgegeben; die Antwort ist leer.',
  problems: [
    story.confirmed('Dieser Termin ist schon gebucht. Bitte sagen Sie ihn ab.', 'Schon bestätigt.'),
    story.unknownHold,
    story.tooManyTries,
  ],
}
