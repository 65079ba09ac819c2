import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../src/root.ts'
import { readDemoFile, type DemoFile } from '../../src/seed/demoFile.ts'

/** The built program as people run it: own process, own port, own data. */
export interface TestServer {
  url: string
  dataDir: string
  demo: DemoFile
  process: ChildProcess
  /** The demo account of that login. */
  account(login: string): DemoFile['accounts'][number]
  /** Ends it as an administrator would, and removes its data. */
  stop(): Promise<void>
}

export interface ServerOptions {
  /** Further settings, such as `ARI_URL`. */
  env?: Readonly<Record<string, string>>
  /** To start again on the same data; it is then the caller's to remove. */
  dataDir?: string
}

const START_MS = 60_000
const STOP_MS = 15_000

/** Starts the built program with the demo city on a free port. @throws with what it said when it does not come up */
export async function startServer({ env = {}, dataDir }: ServerOptions = {}): Promise<TestServer> {
  const folder = dataDir ?? newDataDir()
  const child = spawn(process.execPath, [join(root, 'dist/server/cli.js'), 'start'], {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'warn', PORT: '0', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await addressOf(child)
  const demo = readDemoFile(folder)
  if (!demo) throw new Error(`no demo.json in ${folder}`)
  return {
    url,
    dataDir: folder,
    demo,
    process: child,
    account(login) {
      const account = demo.accounts.find((account) => account.login === login)
      if (!account) throw new Error(`the demo has no account ${login}`)
      return account
    },
    async stop() {
      await end(child)
      if (!dataDir) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A folder that the unprivileged user of the embedded database reaches too. */
function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fz-e2e-'))
  chmodSync(folder, 0o755)
  return folder
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`not up after ${START_MS} ms:\n${said}`))
    }, START_MS)
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const url = /Freizeichen läuft: (\S+)/.exec(said)?.[1]
      if (!url) return
      clearTimeout(timer)
      resolve(url)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`ended with ${code}:\n${said}`))
    })
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = await Promise.race([gone.then(() => false), wait(STOP_MS, true, { ref: false })])
  if (late) {
    child.kill('SIGKILL')
    await gone
    throw new Error(`did not stop within ${STOP_MS} ms of SIGTERM`)
  }
}
