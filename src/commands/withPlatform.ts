import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type RunningPlatform, startPlatform } from '../platform/start.ts'
import { root } from '../root.ts'

/** Runs one command on a migrated database and stops the machinery again, also when it fails. */
export async function withPlatform<T>(
  config: Config,
  work: (platform: RunningPlatform) => Promise<T>,
): Promise<T> {
  const platform = await startPlatform(config, join(root, 'db/migrations'))
  try {
    return await work(platform)
  } finally {
    await platform.stop()
  }
}
