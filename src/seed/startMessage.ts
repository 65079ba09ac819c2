import type { Role } from '../platform/context.ts'
import type { DemoFile } from './demoFile.ts'

export interface StartFacts {
  url: string
  /** Which city there is; a demo is named so everywhere. */
  city: { name: string; demo: boolean } | null
  demo: DemoFile | null
  /** Where `demo.json` is or should be. */
  dataDir: string
  telephone: boolean
  mail: boolean
  sms: boolean
  /** What the telephone system lacks of the announcements. */
  announcements: string | null
  databaseNote: string | null
}

const ROLES: Record<Role, string> = {
  agent: 'Agentin/Agent',
  clerk: 'Sachbearbeitung',
  report: 'Bürgertelefon',
  lead: 'Teamleitung',
  admin: 'Verwaltung',
}

/** What the console prints when Freizeichen is ready: where it is, how to get in, what is not connected. */
export function startMessage(facts: StartFacts): string {
  const { url, databaseNote } = facts
  return [`Freizeichen läuft: ${url}`, ...cityLines(facts), ...notConnected(facts), databaseNote]
    .filter((line) => line !== null)
    .join('\n')
}

function cityLines({ city, demo, dataDir }: StartFacts): string[] {
  if (!city) {
    return [
      '',
      'Es gibt noch keine Stadt. Anlegen: freizeichen create-city --id … --name … --land … --area-code … --prefix … --admin LOGIN',
    ]
  }
  if (!city.demo) return []
  const title = `Demo-Stadt ${city.name}: ein Beispiel, kein Angebot der Stadt.`
  if (!demo) {
    return [
      '',
      `${title} ${dataDir}/demo.json fehlt. Neue Kennwörter: freizeichen seed --reset-demo-passwords`,
    ]
  }
  const width = Math.max(...demo.accounts.map(({ login }) => login.length))
  return [
    '',
    `${title} Anmelden mit:`,
    ...demo.accounts.map(
      ({ login, password, role }) => `  ${login.padEnd(width)}  ${password}  ${ROLES[role]}`,
    ),
    `Das steht auch in ${dataDir}/demo.json.`,
  ]
}

function notConnected({ telephone, announcements, mail, sms }: StartFacts): string[] {
  const lines = [
    ...(telephone
      ? []
      : [
          '  Telefonanlage: ARI_URL, ARI_USER und ARI_PASSWORD setzen (docs/telephony.md). Übungsanrufe gehen ohne.',
        ]),
    ...(announcements === null ? [] : [`  Ansagen: ${announcements}`]),
    ...(mail ? [] : ['  E-Mail: SMTP_URL und MAIL_FROM setzen (docs/messages.md). Termine gehen ohne.']),
    ...(sms ? [] : ['  SMS: SMS_URL und SMS_TOKEN setzen (docs/messages.md). Termine gehen ohne.']),
  ]
  return lines.length === 0 ? [] : ['', 'Nicht verbunden:', ...lines]
}
