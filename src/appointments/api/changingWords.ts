import * as story from './story.ts'
import type { ApiWords } from '../../platform/http/apiWords.ts'

export const moveWords: ApiWords = {
  id: 'moveAppointment',
  group: 'Ändern',
  summary: 'Einen Termin auf eine andere Zeit verschieben',
  details:
    'Beides oder nichts: Ist die neue Zeit nicht zu haben, bleibt der Termin, wie er ist. `sequence` zählt die Änderungen und gehört in Kalenderdateien.',
  params: { reference: story.reference },
  bodyExample: { secret: story.SECRET, start: '2027-03-15T08:45:00+01:00' },
  answer: 'Der Termin zur neuen Zeit; Nummer und Schlüssel bleiben gleich.',
  answerExample: { reference: story.REFERENCE, ...story.moved, sequence: 1 },
  problems: [
    story.notFree,
    story.notReleased,
    story.notOffered,
    {
      status: 409,
      code: 'over',
      title: 'Dieser Termin kann nicht mehr verschoben werden.',
      when: 'Er hat begonnen, ist vorbei oder abgesagt.',
    },
    story.unknownAppointment,
    story.tooManyTries,
  ],
}

export const calendarWords: ApiWords = {
  id: 'readCalendarFile',
  group: 'Ändern',
  summary: 'Die Kalenderdatei eines Termins',
  details:
    'Eine iTIP-Nachricht (RFC 5546): neu und geändert als `REQUEST`, abgesagt als `CANCEL`, ohne E-Mail-Adresse als `PUBLISH`. Die `UID` bleibt ein Leben lang gleich.',
  params: { reference: story.reference },
  bodyExample: { secret: story.SECRET },
  answer: 'Die Datei.',
  problems: [story.unknownAppointment, story.tooManyTries],
}

export const cancelWords: ApiWords = {
  id: 'cancelAppointment',
  group: 'Ändern',
  summary: 'Einen Termin absagen',
  details: 'Die Zeit ist sofort für andere frei. Ein zweites Mal wird gleich geantwortet.',
  params: { reference: story.reference },
  bodyExample: { secret: story.SECRET },
  answer: 'Abgesagt.',
  answerExample: { reference: story.REFERENCE, state: 'cancelled' },
  problems: [
    {
      status: 409,
      code: 'over',
      title: 'Dieser Termin kann nicht mehr abgesagt werden.',
      when: 'Er hat begonnen, ist vorbei, oder die Person ist schon da.',
    },
    story.unknownAppointment,
    story.tooManyTries,
  ],
}
