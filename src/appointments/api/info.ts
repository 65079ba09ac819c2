import type { ApiInfo } from '../../platform/http/openApi.ts'

/** What the documentation says before the first route. */
export const apiInfo: ApiInfo = {
  title: 'Freizeichen: Termine, Rückrufe und Meldungen',
  version: '1',
  description: [
    'Freie Zeiten lesen, eine Zeit halten, bestätigen, verschieben, absagen. Alle Wege zum Termin (Internet, Telefon, Schalter) buchen aus demselben Vorrat; diese Schnittstelle tut dasselbe wie die Seiten unter `/termin`. Rückrufe sagt sie zu wie die Seiten unter `/rueckruf`. Wo Meldungen sind, sagt sie wie die Karte unter `/meldungen/karte`; gemeldet und einzeln gelesen wird über Open311 (`/open311/v2`).',
    'Eine Anmeldung gibt es nicht. Wer eine Zeit hält, bekommt einen geheimen Schlüssel; nur damit lässt sich die Zeit bestätigen und der Termin ändern. Schlüssel stehen nur in Anfragen und Antworten selbst, nie in einer Adresse.',
    'Anfragen mit Inhalt sind JSON (`Content-Type: application/json`, höchstens 256 kB). Zeitpunkte stehen nach ISO 8601, in Antworten immer in UTC; Tage und Uhrzeiten freier Zeiten gelten in der Zeitzone der Stadt.',
    'Ablehnungen sind `application/problem+json` (RFC 9457). `code` ist für Programme, `title` ein Satz für Menschen, `fields` nennt die Felder, an denen es liegt. Jede Anfrage kann außerdem mit 400 `unreadable` (kein lesbares JSON), 413 `too-large`, 415 `not-json` oder 503 abgelehnt werden.',
    'Kommen aus einem Netz zu viele Anfragen, antwortet der Server 429 `too-many`; kommt er selbst nicht nach, 503 `busy` (außer für alles, was zu einer gehaltenen Zeit gehört). `Retry-After` sagt in Sekunden, wann es wieder lohnt. Einem Netz (eine IPv4-Adresse oder ein IPv6-/64) stehen 3000 Lesezugriffe auf einmal und 50 in der Sekunde zu, 40 Reservierungen auf einmal und 12 in der Minute.',
  ].join('\n\n'),
  licence: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  groups: [
    { name: 'Suchen', description: 'Welche Leistungen es gibt und wann dafür Zeit ist.' },
    {
      name: 'Buchen',
      description: 'Erst halten, dann bestätigen: Wer hält, dem nimmt niemand die Zeit weg.',
    },
    { name: 'Ändern', description: 'Mit Terminnummer und Schlüssel.' },
    {
      name: 'Rückruf',
      description:
        'Die Stadt ruft an. Was sie zusagt, muss sie halten; angeboten wird nur, wofür jemand da ist.',
    },
    { name: 'Meldungen', description: 'Was alle sehen dürfen, auf der Karte.' },
    { name: 'Stand', description: 'Wie es bei der Stadt gerade steht, für Zeitungen und Anzeigetafeln.' },
    { name: 'ZMS', description: 'Für Oberflächen, die für ZMS gemacht sind.' },
  ],
}
