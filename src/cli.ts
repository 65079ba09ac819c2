import { createCityCommand } from './commands/createCity.ts'
import { places } from './commands/places.ts'
import { replay } from './commands/replay.ts'
import { seed } from './commands/seed.ts'
import { watchdog } from './commands/watchdog.ts'
import { withPlatform } from './commands/withPlatform.ts'
import { CatalogueFileError } from './catalogue/index.ts'
import { ConfigError, readConfig } from './config.ts'
import { start } from './main.ts'
import { EmbeddedDatabaseError } from './platform/db/embedded/error.ts'
import { MigrationError } from './platform/db/migrate.ts'
import { Problem } from './platform/problems.ts'
import { SeedError } from './seed/index.ts'

const usage = `Aufruf: freizeichen BEFEHL

  start        den Server starten (ohne Befehl dasselbe)
  migrate      die Datenbank auf den Stand dieser Version bringen
  seed         die Demo-Stadt anlegen, wenn es noch keine Stadt gibt
               --reset-demo-passwords  neue Kennwörter für die Demo-Konten
  create-city  eine eigene Stadt anlegen; das Kennwort wird gefragt
               --id --name --land --area-code --prefix --admin [--title --admin-name]
  places       import DATEI.csv       die Straßen und Hausnummern der Stadt einlesen; sie ersetzen die alten
               boundary DATEI.geojson die Stadtgrenze einlesen (Polygon oder MultiPolygon)
               --city KENNUNG; nötig nur bei mehreren Städten
  replay       die Zahlen aus den Ereignissen mit denen aus den Tabellen vergleichen
               --day JJJJ-MM-TT  --city KENNUNG; ohne Tag alle Tage
               --trial KENNUNG        das Ergebnis eines Testbetriebs aus Ereignissen und Dateien neu ausrechnen
  watchdog     neben dem Server: schickt Wartende in den Notbetrieb der Anlage, wenn der Server sich nicht meldet
               --after SEKUNDEN (8)  --every SEKUNDEN (1); braucht keine Datenbank
  help         diese Übersicht

Einstellungen stehen in der Umgebung; .env.example nennt alle.`

/** The oldest Node that has everything used here; `npm start` brings its own. */
const OLDEST_NODE = 22

async function run(command: string, args: readonly string[]): Promise<void> {
  switch (command) {
    case 'start':
      return serveUntilStopped()
    case 'migrate':
      return migrateOnly()
    case 'seed':
      return console.log(await seed(readConfig(process.env), args))
    case 'create-city':
      return console.log(await createCityCommand(readConfig(process.env), args))
    case 'places':
      return console.log(await places(readConfig(process.env), args))
    case 'replay':
      if (!(await replay(readConfig(process.env), args, console.log))) process.exitCode = 1
      return
    case 'watchdog':
      return watchUntilStopped(args)
    case 'help':
      return console.log(usage)
    default:
      console.error(`„${command}“ ist kein Befehl. ${usage}`)
      process.exitCode = 2
  }
}

async function migrateOnly(): Promise<void> {
  await withPlatform(readConfig(process.env), async () => undefined)
  console.log('Die Datenbank ist auf dem Stand dieser Version.')
}

async function watchUntilStopped(args: readonly string[]): Promise<void> {
  const asked = stopAsked()
  const dog = watchdog(readConfig(process.env), args)
  console.log('Der Wächter läuft.')
  await asked
  await dog.stop()
}

function stopAsked(): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
    // npm passes no signal on to what its script became; who ends `npm start` means the program.
    if (process.env['npm_lifecycle_event']) whenParentEnds(resolve)
  })
}

async function serveUntilStopped(): Promise<void> {
  // Listened to from the first moment: a signal during the start is obeyed when there is something to stop.
  const asked = stopAsked()
  const running = await start(readConfig(process.env))
  console.log(running.message)
  await asked
  await running.stop()
  process.exit(0)
}

function whenParentEnds(then: (reason: unknown) => void): void {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && then('parent'), 500).unref()
}

/** What people can put right themselves: one sentence, no stack trace. */
const EXPECTED = [ConfigError, MigrationError, EmbeddedDatabaseError, CatalogueFileError, SeedError, Problem]

const isWrongArgument = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')

try {
  if (Number.parseInt(process.versions.node) < OLDEST_NODE)
    throw new ConfigError(`Freizeichen braucht Node ${OLDEST_NODE} oder neuer; npm start bringt es mit.`)
  await run(process.argv[2] ?? 'help', process.argv.slice(3))
} catch (error) {
  if (isWrongArgument(error)) console.error(`Diese Angaben passen nicht zum Befehl. ${usage}`)
  else
    console.error(
      error instanceof Error && EXPECTED.some((kind) => error instanceof kind) ? error.message : error,
    )
  process.exit(isWrongArgument(error) ? 2 : 1)
}
