import type { ApiProblem } from '../../platform/http/apiDoc.ts'

// The examples are one story: on a Monday somebody books an identity card for one person, moves and cancels it.
export const SECRET = '9h2m4k7xqrb3vn8t5cwdy6fjzp'
export const HOLD_ID = '019b05c2-3f6e-7c1a-9d2b-5a8e4f7c6b10'
export const REFERENCE = 'LU-T-7K3-94C'
export const services = [{ id: 'personalausweis', persons: 1 }]
export const held = { start: '2027-03-15T07:15:00.000Z', end: '2027-03-15T07:30:00.000Z' }
export const moved = { start: '2027-03-15T07:45:00.000Z', end: '2027-03-15T08:00:00.000Z' }
const offers = [held, moved]

export const id = { description: 'Die `id` der gehaltenen Zeit.', example: HOLD_ID }
export const reference = {
  description: 'Die Terminnummer; Groß- und Kleinschreibung und Striche sind egal.',
  example: REFERENCE,
}

export const unknownService: ApiProblem = {
  status: 422,
  code: 'invalid',
  title: 'Für diese Leistung können keine Termine gebucht werden.',
  when: 'Eine Angabe stimmt nicht; `fields` nennt jede.',
}
export const noOffice: ApiProblem = {
  status: 404,
  code: 'not-found',
  title: 'Dieses Büro gibt es nicht.',
  when: 'Das Büro in `office` gibt es nicht.',
}
export const notFree: ApiProblem = {
  status: 409,
  code: 'not-free',
  title: 'Diese Zeit ist nicht mehr frei. Bitte wählen Sie eine andere.',
  when: 'Jemand war schneller; `offers` nennt die nächsten freien Zeiten.',
  extensions: { offers },
}
export const notReleased: ApiProblem = {
  status: 409,
  code: 'not-released',
  title: 'Diese Zeit ist noch nicht freigegeben. Bitte wählen Sie eine andere.',
  when: 'Von diesem Tag ist jetzt nicht mehr freigegeben; `offers` nennt die nächsten freien Zeiten.',
  extensions: { offers },
}
export const notOffered: ApiProblem = {
  status: 409,
  code: 'not-offered',
  title: 'Zu dieser Zeit gibt es keine Termine. Bitte wählen Sie eine andere.',
  when: 'Vergangen, zu weit voraus oder nicht im Raster; `offers` nennt die nächsten freien Zeiten.',
  extensions: { offers },
}
export const holdExpired: ApiProblem = {
  status: 409,
  code: 'hold-expired',
  title: 'Die Reservierung ist abgelaufen. Bitte wählen Sie die Zeit noch einmal.',
  when: 'Die Zeit wird nicht mehr gehalten; `offers` nennt freie Zeiten, darunter vielleicht dieselbe.',
  extensions: { offers },
}
export const unknownHold: ApiProblem = {
  status: 404,
  code: 'not-found',
  title: 'Diese Reservierung gibt es nicht, oder der Schlüssel stimmt nicht.',
  when: 'Keine solche Reservierung oder ein falscher Schlüssel; was davon, wird nicht gesagt.',
}
export const unknownAppointment: ApiProblem = {
  ...unknownHold,
  title: 'Diesen Termin gibt es nicht, oder der Schlüssel stimmt nicht.',
  when: 'Kein solcher Termin oder ein falscher Schlüssel; was davon, wird nicht gesagt.',
}
export const tooManyTries: ApiProblem = {
  status: 429,
  code: 'too-many-tries',
  title: 'Zu viele Fehlversuche. Bitte in 30 Sekunden noch einmal versuchen.',
  when: 'Von dieser Adresse kamen zu viele falsche Schlüssel.',
}
export const confirmed = (title: string, when: string): ApiProblem => ({
  status: 409,
  code: 'confirmed',
  title,
  when,
})

export const tooMany: ApiProblem = {
  status: 429,
  code: 'too-many',
  title: 'Von diesem Anschluss kommen gerade sehr viele Anfragen. Bitte in 5 Sekunden noch einmal versuchen.',
  when: 'Das Netz hat mehr gefragt, als ihm zusteht; `Retry-After` sagt, wann es wieder geht.',
}
export const proofNeeded: ApiProblem = {
  status: 429,
  code: 'proof-needed',
  title:
    'Gerade kommen ungewöhnlich viele Anfragen. Bitte warten Sie 20 Sekunden, oder lassen Sie Ihr Gerät kurz rechnen.',
  when: 'Nur während eines Angriffs: Die Anfrage braucht die Kopfzeile `Proof`.',
  extensions: {
    proof: {
      ticket: 'q1Zk3xBv0aT8mN2rLw9dUg~1804672820~1804673420.hV7sXo2kQe4tYp1wRz6bNA',
      seed: 'q1Zk3xBv0aT8mN2rLw9dUg',
      parts: 16,
      bits: 11,
      waitSeconds: 20,
    },
  },
}
export const busy: ApiProblem = {
  status: 503,
  code: 'busy',
  title: 'Gerade sind sehr viele Menschen hier. Bitte in 15 Sekunden noch einmal versuchen.',
  when: 'Der Server kommt nicht nach; `Retry-After` sagt, wann es wieder lohnt.',
}

/** What the gate answers, for routes that stand behind it. */
export const gateProblems = { read: [tooMany, busy], take: [tooMany, proofNeeded, busy] } as const
