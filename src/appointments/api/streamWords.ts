import type { ApiWords } from '../../platform/http/apiWords.ts'

export const streamWords: ApiWords = {
  id: 'followChanges',
  group: 'Suchen',
  summary: 'Erfahren, wann sich freie Zeiten ändern',
  details: [
    'Server-sent events. `ready` kommt nach dem Verbinden. `day` sagt, dass sich an einem Tag eines Büros etwas geändert hat; `version` wächst mit jeder Änderung. `all` sagt, dass alles neu zu lesen ist. Was frei ist, steht dann in `GET /api/v1/availability`. `releases` kommt nach jedem Verbinden, wenn Freischaltungen angekündigt sind: `releases` nennt je Büro, wann (`opens`) welche Tage (`from`, `until`) buchbar werden; ohne Tage ist es der Vorrat zurückgegebener Termine. `released` kommt in der Sekunde, in der es so weit ist.',
    'Mit `Last-Event-ID` kommt nach einer Unterbrechung nur, was inzwischen geschehen ist; ein `EventSource` im Browser tut das von selbst. Änderungen kommen höchstens fünfmal in der Sekunde, von jedem Tag nur die neueste. Alle 15 Sekunden kommt eine Kommentarzeile; wer 20 Sekunden nichts abnimmt, wird getrennt.',
  ].join('\n\n'),
  headers: { 'Last-Event-ID': { description: 'Die letzte gelesene `id`.', example: 'Zk3q_x1b.17' } },
  answer: 'Ereignisse, bis jemand die Verbindung beendet. Personenbezogenes steht nie darin.',
  answerExample:
    'id: Zk3q_x1b.18\nevent: day\ndata: {"office":"buergerbuero","date":"2027-03-15","version":42}\n\n',
  problems: [
    {
      status: 429,
      code: 'too-many',
      title: 'Von diesem Netz hören schon zu viele zu.',
      when: 'Höchstens 100 Verbindungen aus einem Netz; `Retry-After` sagt, wann es wieder lohnt.',
    },
    {
      status: 503,
      code: 'busy',
      title: 'Gerade hören zu viele zu. Bitte später noch einmal verbinden.',
      when: 'Höchstens 2000 Verbindungen insgesamt.',
    },
  ],
}
