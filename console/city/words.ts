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

export const LANDS = {
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  BE: 'Berlin',
  BB: 'Brandenburg',
  HB: 'Bremen',
  HH: 'Hamburg',
  HE: 'Hessen',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  SH: 'Schleswig-Holstein',
  TH: 'Thüringen',
}
