import type { ApiProblem } from '../../platform/http/apiDoc.ts'
import type { ApiWords } from '../../platform/http/apiWords.ts'
import type { StatusView } from './statusView.ts'

const EXAMPLE: StatusView = {
  at: '2027-03-10T08:00:00.000Z',
  parts: [
    { part: 'phone', state: 'works' },
    { part: 'callback', state: 'works' },
    { part: 'appointments', state: 'works' },
    { part: 'reports', state: 'works' },
  ],
  lines: [
    {
      id: '0192d6a4-5c1e-7f30-9a55-2f6f3a1c7b10',
      name: 'Bürgerbüro',
      number: '+4923061042030',
      open: true,
      waiting: 2,
      longestMinutes: 1,
    },
  ],
  announcements: [
    {
      de: 'Heute ist Wahltag, es dauert länger.',
      en: 'It is election day, please allow more time.',
      einfach: null,
      link: '/termin',
      important: true,
    },
  ],
  notices: [],
  callback: {
    known: true,
    next: { start: '2027-03-10T13:00:00.000Z', end: '2027-03-10T14:00:00.000Z' },
  },
  appointments: {
    known: true,
    offices: [
      {
        id: 'rathaus',
        name: 'Rathaus',
        next: {
          date: '2027-03-11',
          time: '09:10',
          service: { id: 'personalausweis', name: 'Personalausweis' },
        },
      },
    ],
  },
  month: {
    known: true,
    from: '2027-03-01',
    answers: { kept: 941, of: 1000 },
    callbacks: { kept: 88, of: 90 },
  },
}

/** @param shared refusals of the gate, which every route for everybody has */
export const statusWords = (shared: readonly ApiProblem[]): ApiWords => ({
  id: 'readStatus',
  group: 'Stand',
  summary: 'Wie es gerade steht',
  details:
    'Dasselbe wie die Seite `/stand`, höchstens zehn Sekunden alt, ohne Angaben zu Personen. Jede Website darf es lesen (CORS). Was nicht bekannt ist, ist nie eine Null: `known` ist dann falsch, `waiting` ist null.',
  headers: { 'If-None-Match': { description: 'Das `ETag` der letzten Antwort.', example: 'W/"3q2-7w"' } },
  answer: 'Was läuft, wer wartet, was als Nächstes frei ist und die Zahlen des Monats.',
  answerExample: EXAMPLE,
  problems: [...shared],
})
