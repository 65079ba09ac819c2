import type { ApiWords } from '../../../platform/http/apiWords.ts'

export const zmsWords: ApiWords = {
  id: 'readZmsCalendar',
  group: 'ZMS',
  summary: 'Freie Zeiten in der Form von ZMS',
  details:
    'Antwortet wie `GET /available-calendar/` der Bürger-Schnittstelle von ZMS (it-at-m/eappointment), damit sich eine vorhandene Oberfläche darauf richten lässt. Büros und Leistungen heißen wie hier, nicht mit den Nummern von ZMS. Fehler haben die Form von ZMS: 400 mit `{errors: [{errorCode, errorMessage, statusCode, errorType}]}`. Die übrigen Wege von ZMS gibt es hier nicht.',
  queryExample:
    'startDate=2027-03-15&endDate=2027-04-30&officeIds=buergerbuero&serviceIds=personalausweis&serviceCounts=1&slotsStartDate=2027-03-15&slotsEndDate=2027-03-15',
  answer: 'Tage mit freien Zeiten.',
  answerExample: {
    startDate: '2027-03-15',
    endDate: '2027-04-30',
    slotsStartDate: '2027-03-15',
    slotsEndDate: '2027-03-15',
    prevBookableDate: null,
    nextBookableDate: '2027-03-16',
    availableDays: [
      {
        date: '2027-03-15',
        time: '2027-03-15',
        providerIDs: 'buergerbuero',
        offices: [{ officeId: 'buergerbuero', appointments: [1805094900, 1805096700] }],
      },
    ],
  },
  problems: [],
}
