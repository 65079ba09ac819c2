// A process of its own that answers calls, for tests that kill it. Says "up" when it has the telephone.
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { menuDoor } from '../../../src/callbacks/index.ts'
import { readConfig } from '../../../src/config.ts'
import { startPlatform } from '../../../src/platform/start.ts'
import { root } from '../../../src/root.ts'
import { createSwitchboard } from '../../../src/telephony/index.ts'

const config = readConfig(process.env)
const platform = await startPlatform(config, join(root, 'db/migrations'))
const doors = { callbacks: menuDoor(platform), address: () => null }
const switchboard = createSwitchboard(platform, config.ari, doors)
await switchboard.start()
while (switchboard.missing() !== null) await sleep(50)
process.stdout.write('up\n')
