import type { ApiDoc } from '../platform/http/apiDoc.ts'
import { searchInput, serviceListed } from './contract.ts'

/** What programs of others are told of `GET /api/v1/services`. */
export const servicesDoc: ApiDoc = {
  id: 'listServices',
  group: 'Suchen',
  summary: 'Leistungen der Stadt',
  details:
    'Mit `appointment` ungleich `null` lassen sich Termine buchen; die `id` ist dann die der Leistung in allen anderen Anfragen.',
  query: searchInput,
  queryExample: 'q=personalausweis',
  answers: [
    {
      status: 200,
      description: 'Die Leistungen.',
      name: 'Services',
      schema: serviceListed.array(),
      example: [
        {
          id: 'personalausweis',
          name: 'Personalausweis beantragen',
          plainName: 'Einen neuen Personal-Ausweis bekommen',
          visit: 'required',
          visitLine: 'Dafür müssen Sie persönlich kommen. Das dauert etwa 15 Minuten.',
          channel: 'in-person',
          minutes: 15,
          feeCents: 4600,
          documents: ['alter Ausweis oder Reisepass', 'digitales biometrisches Foto'],
          department: 'Bürgerbüro',
          responsible: 'city',
          appointment: { setupMinutes: 0, minutes: 15 },
        },
      ],
    },
  ],
  problems: [],
}
