import type { Config } from '../config.ts'
import { cityByHost } from '../city/index.ts'
import type { RunningPlatform } from '../platform/start.ts'
import { readDemoFile, writeDemoFile } from './demoFile.ts'
import { startMessage } from './startMessage.ts'

/** Writes the address that counts now into `demo.json` and answers what the console prints. */
export async function introduce(
  platform: RunningPlatform,
  { dataDir, ari, mail, sms }: Pick<Config, 'dataDir' | 'ari' | 'mail' | 'sms'>,
  url: string,
  announcements: string | null,
): Promise<string> {
  const city = await cityByHost(platform.db, new URL(url).hostname)
  const demo = city?.demo ? readDemoFile(dataDir) : null
  if (demo && demo.url !== url) writeDemoFile(dataDir, { ...demo, url })
  const { databaseNote } = platform
  return startMessage({
    url,
    city,
    demo,
    dataDir,
    telephone: ari !== null,
    announcements,
    mail: mail !== null,
    sms: sms !== null,
    databaseNote,
  })
}
