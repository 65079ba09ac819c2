import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './built.ts'
import type { DemoFile } from '../../src/seed/demoFile.ts'

export interface Server {
  url: string
  pid: number
  demo: DemoFile
  stop(): Promise<void>
}

/** Groups of their own, so a Ctrl+C in the terminal does not reach them by itself. */
const started = new Set<ChildProcess>()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void Promise.all([...started].map(endGroup)).then(() => process.exit(130)))

/** A new folder for `work`, gone afterwards. Short, because a socket's path has about 100 bytes. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fz-bench-'))
  // The database's own user walks through it.
  chmodSync(folder, 0o711)
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts the built program on `dataDir` and a free port; resolves with its first answer that work can begin. */
export async function startServer(
  dataDir: string,
  command: readonly string[] = [process.execPath, join(root, 'dist/server/cli.js'), 'start'],
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const port = await freePort()
  const [program = '', ...args] = command
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'error',
    DEMO: '1',
    npm_config_loglevel: 'error',
    ...settings,
  }
  const child = spawn(program, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  started.add(child)
  const url = `http://127.0.0.1:${port}`
  const stop = () => endGroup(child)
  try {
    await ready(`${url}/health/ready`, child)
    const demo: DemoFile = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'))
    return { url, pid: child.pid ?? 0, demo, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A started demo in a folder of its own for `work`; stopped and removed afterwards. */
export function withServer<T>(work: (server: Server, dataDir: string) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const server = await startServer(folder)
    try {
      return await work(server, folder)
    } finally {
      await server.stop()
    }
  })
}

/** Ends the whole group and waits for its last process: npm passes a signal on and is gone before the program. */
async function endGroup(child: ChildProcess): Promise<void> {
  started.delete(child)
  const group = -(child.pid ?? 0)
  if (!exists(group)) return
  process.kill(group, 'SIGTERM')
  while (exists(group)) await sleep(10)
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (gone) {
    if (gone instanceof Error && 'code' in gone && gone.code === 'ESRCH') return false
    throw gone
  }
}

/** Resolves with the first 200 of `url`. */
export async function ready(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => null)
    await response?.body?.cancel()
    if (response?.status === 200) return
    await sleep(5)
  }
  throw new Error(`the program ended with ${child.exitCode}`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
