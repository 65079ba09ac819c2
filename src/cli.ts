import { ConfigError, readConfig } from './config.ts'
import { start } from './main.ts'
import { EmbeddedDatabaseError } from './platform/db/embedded.ts'
import { MigrationError } from './platform/db/migrate.ts'

const usage = `Aufruf: freizeichen start | help`

async function run(command: string): Promise<void> {
  switch (command) {
    case 'start':
      return serveUntilStopped()
    case 'help':
      return console.log(usage)
    default:
      console.error(`„${command}“ ist kein Befehl. ${usage}`)
      process.exitCode = 2
  }
}

async function serveUntilStopped(): Promise<void> {
  const running = await start(readConfig(process.env))
  console.log(`Freizeichen läuft: ${running.url}`)
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await running.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

try {
  await run(process.argv[2] ?? 'help')
} catch (error) {
  const expected =
    error instanceof ConfigError || error instanceof MigrationError || error instanceof EmbeddedDatabaseError
  console.error(expected ? error.message : error)
  process.exit(1)
}
