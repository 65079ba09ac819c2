import type { ApiProblem } from '../../platform/http/apiDoc.ts'
import type { ApiWords } from '../../platform/http/apiWords.ts'

// The examples follow the story of the appointments: on a Wednesday somebody asks to be called the same day.
const NUMBER = 'LU-7K3-94Q'
const window = { start: '2027-03-10T13:00:00.000Z', end: '2027-03-10T14:00:00.000Z' }
const later = { start: '2027-03-10T14:00:00.000Z', end: '2027-03-10T15:00:00.000Z' }
const callsFrom = '+4923061042030'

const GROUP = 'Rückruf'

const unknownService: ApiProblem = {
  status: 422,
  code: 'invalid',
  title: 'Diese Leistung gibt es nicht. Bitte eine andere wählen.',
  when: 'Eine Angabe stimmt nicht; `fields` nennt jede.',
  fields: { service: 'Diese Leistung gibt es nicht. Bitte eine andere wählen.' },
}
const nowhere: ApiProblem = {
  status: 409,
  code: 'no-callbacks',
  title: 'Rückrufe sind zurzeit nicht möglich. Bitte rufen Sie uns an.',
  when: 'Die Stadt hat keine Rufnummer, deren Team zurückruft.',
}

/** @param shared refusals of the gate, which every route for everybody has */
export const windowsWords = (shared: readonly ApiProblem[]): ApiWords => ({
  id: 'listCallbackWindows',
  group: GROUP,
  summary: 'Zeitfenster für einen Rückruf',
  details:
    'Angeboten wird nur, was die Stadt halten kann, die frühesten zuerst. Mit `If-None-Match` kostet eine unveränderte Antwort nur 304.',
  queryExample: 'service=personalausweis',
  headers: { 'If-None-Match': { description: 'Das `ETag` der letzten Antwort.', example: '"3q2-7w"' } },
  answer: 'Die nächsten Zeitfenster und die Nummer, die anruft.',
  answerExample: { windows: [window, later], callsFrom },
  problems: [unknownService, nowhere, ...shared],
})

export const requestWords = (shared: readonly ApiProblem[]): ApiWords => ({
  id: 'requestCallback',
  group: GROUP,
  summary: 'Einen Rückruf vereinbaren',
  details:
    'Die Zusage gilt sofort. Schuldet die Stadt dieser Nummer dazu schon einen Anruf, wird die Anfrage dort vermerkt und dessen Zeit gilt weiter; die Antwort ist dieselbe, damit niemand über eine fremde Nummer etwas erfährt. Je Nummer gehen drei Anfragen am Tag.\n\nWährend eines Angriffs kostet eine Anfrage einen Nachweis wie eine Reservierung.',
  headers: {
    'Idempotency-Key': {
      description:
        'Ein Zufallstext aus mindestens 16 Zeichen. Kommt dieselbe Anfrage damit noch einmal, wird wie beim ersten Mal geantwortet und nichts doppelt zugesagt.',
      example: '7c0f0a3e-52a4-4a1b-8a53-0b7e9d1f4c62',
    },
    Proof: {
      description: 'Nur während eines Angriffs: ein Ticket nach der Wartezeit oder ein Ticket mit Zahlen.',
      example: 'q1Zk3xBv0aT8mN2rLw9dUg~1804672820~1804673420.hV7sXo2kQe4tYp1wRz6bNA',
    },
  },
  bodyExample: {
    service: 'personalausweis',
    reason: 'Reicht ein Foto von 2024?',
    contact: { phone: '0171 3920012', name: 'Kim Beispiel' },
    window,
  },
  answer:
    'Zugesagt. Mit der Nummer und den letzten vier Ziffern der Telefonnummer sieht man nach, wie es steht.',
  answerExample: { number: NUMBER, window, callsFrom },
  problems: [
    {
      status: 409,
      code: 'window-full',
      title: 'Dieses Zeitfenster ist nicht mehr frei. Bitte wählen Sie ein anderes.',
      when: 'Jemand war schneller, oder es war nie angeboten; `windows` nennt die nächsten.',
      extensions: { windows: [later] },
    },
    nowhere,
    unknownService,
    {
      status: 422,
      code: 'key-used',
      title: 'Dieser Idempotency-Key gehört schon zu einer anderen Anfrage.',
      when: 'Derselbe Idempotency-Key mit anderem Inhalt.',
    },
    {
      status: 429,
      code: 'number-too-often',
      title: 'Für diese Telefonnummer wurden heute schon mehrere Rückrufe angefragt. Bitte rufen Sie uns an.',
      when: 'Die vierte Anfrage für diese Nummer an einem Tag, von wem auch immer.',
    },
    ...shared,
  ],
})
