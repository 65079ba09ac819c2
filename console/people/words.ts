import type { Role } from '../../src/people/contract.ts'

export const ROLES = {
  agent: 'Agentin/Agent',
  clerk: 'Sachbearbeitung',
  report: 'Bürgertelefon',
  lead: 'Teamleitung',
  admin: 'Verwaltung',
} as const satisfies Record<Role, string>

const ACTIONS: Readonly<Record<string, string>> = {
  'case.read': 'Anliegen angesehen',
  'case.find': 'Anliegen gesucht',
  'case.found': 'Anliegen über die Nummer gefunden',
  'call.read': 'Anruf angesehen',
  'case.recording-heard': 'Aufnahme eines Anliegens angehört',
  'callback.read': 'Rückruf angesehen',
  'office-day.closed': 'Büro für einen Tag geschlossen',
  'office-day.opened': 'Schließung eines Büros zurückgenommen',
  'appointments-to-settle.read': 'Termine zum Klären angesehen',
  'office-day.printed': 'Termine eines Tages gedruckt',
  'office-day.read': 'Termine eines Tages angesehen',
  'worklist.read': 'Liste der Rückrufe angesehen',
  'call.moved': 'Wartenden Anruf verschoben',
  'call.lead-joined': 'Ins Gespräch gegangen',
  'agent.signed-out': 'Abgemeldet',
  'line.opened': 'Leitung geöffnet',
  'line.closed': 'Leitung geschlossen',
  'line.as-usual': 'Leitung wieder nach Servicezeit',
  'dial-permission.added': 'Nummern zum Anrufen erlaubt',
  'dial-permission.removed': 'Erlaubnis zum Anrufen entzogen',
  'call-limits.changed': 'Grenze für Anrufe geändert',
  'announcement.made': 'Sonderansage gesetzt',
  'announcement.recorded': 'Sonderansage gesprochen',
  'announcement.withdrawn': 'Sonderansage beendet',
  'release-plan.drafted': 'Freischaltung entworfen',
  'release-plan.submitted': 'Freischaltung zur Freigabe vorgelegt',
  'release-plan.returned': 'Freischaltung zurückgegeben',
  'release-plan.withdrawn': 'Freischaltung verworfen',
  'release-plan.approved': 'Freischaltung freigegeben',
  'release-plan.end-asked': 'Ende einer Freischaltung beantragt',
  'release-plan.end-refused': 'Ende einer Freischaltung abgelehnt',
  'release-plan.ended': 'Freischaltung beendet',
  'roster.entry-saved': 'Zeit im Dienstplan eingetragen',
  'roster.entry-removed': 'Zeit im Dienstplan gelöscht',
  'roster.absence-entered': 'Abwesenheit eingetragen',
  'roster.absence-removed': 'Abwesenheit gelöscht',
  'roster.ended': 'Dienstplan beendet',
}

/** What somebody did, in words; an action that has none is shown by its name. */
export const actionWord = (action: string): string => ACTIONS[action] ?? action
