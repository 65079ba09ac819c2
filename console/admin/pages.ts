/** Every page of the administration in its order. */
export const adminPages = [
  { to: '/verwaltung/servicezeiten', label: 'Servicezeiten' },
  { to: '/verwaltung/schliessungen', label: 'Schließungen' },
  { to: '/verwaltung/rufnummern', label: 'Rufnummern' },
  { to: '/verwaltung/missbrauch', label: 'Missbrauch' },
  { to: '/verwaltung/teams', label: 'Teams' },
  { to: '/verwaltung/dienstleister', label: 'Dienstleister' },
  { to: '/verwaltung/konten', label: 'Konten' },
  { to: '/verwaltung/leistungen', label: 'Leistungen' },
  { to: '/verwaltung/textbausteine', label: 'Textbausteine' },
  { to: '/verwaltung/telefonanlagen', label: 'Telefonanlagen' },
  { to: '/verwaltung/ansagen', label: 'Ansagen' },
  { to: '/verwaltung/externe-ziele', label: 'Externe Ziele' },
  { to: '/verwaltung/stadt', label: 'Stadt' },
  { to: '/verwaltung/protokoll', label: 'Protokoll' },
] as const
