import type { LineView, TeamView } from '../../src/city/contract.ts'

export const LINE_PURPOSES = {
  service: 'Anliegen (Bürgerservice)',
  report: 'Beschwerden und Hinweise',
} as const satisfies Record<LineView['purpose'], string>

export const TEAM_KINDS = {
  'service-desk': 'Telefon-Service (nimmt Anrufe an)',
  office: 'Bürgerbüro',
  reports: 'Bürgertelefon',
  department: 'Fachabteilung',
} as const satisfies Record<TeamView['kind'], string>
