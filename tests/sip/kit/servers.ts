// The built program as people run it, several times beside each other, on one database; and what stands before it.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../../../src/root.ts'
import type { Lab } from './lab.ts'

const START_MS = 30_000
const ASK_EVERY_MS = 100

export interface Instance {
  port: number
  process: ChildProcess
  /** As a power cut would. */
  kill(): Promise<void>
}

/** Starts one instance on a free port; it listens when this returns, and may not be in charge yet. */
export async function startInstance(lab: Lab, databaseUrl: string): Promise<Instance> {
  const { url, user, password } = lab.ari
  const child = spawn(process.execPath, [join(root, 'dist/server/cli.js'), 'start'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
      PORT: '0',
      DEMO: '0',
      DATABASE_URL: databaseUrl,
      ARI_URL: url,
      ARI_USER: user,
      ARI_PASSWORD: password,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await portOf(child)
  return {
    port,
    process: child,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Beside the instances; quick, so that a test need not wait. */
export function startWatchdogProcess(lab: Lab): ChildProcess {
  const { url, user, password } = lab.ari
  const settings = { LOG_LEVEL: 'fatal', ARI_URL: url, ARI_USER: user, ARI_PASSWORD: password }
  const cli = join(root, 'dist/server/cli.js')
  return spawn(process.execPath, [cli, 'watchdog', '--after', '2', '--every', '0.5'], {
    env: { PATH: process.env['PATH'] ?? '', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`not up after ${START_MS} ms: ${said}`)), START_MS)
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const port = /http:\/\/localhost:(\d+)/.exec(said)?.[1]
      if (!port) return
      clearTimeout(timer)
      resolve(Number(port))
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
}

/** A reverse proxy as docs/operations.md asks for: everything goes to the instance that is in charge. */
export interface Front {
  url: string
  /** @returns milliseconds until one of the instances was in charge */
  untilInCharge(withinMs: number): Promise<number>
  use(instances: readonly Instance[]): void
  close(): void
}

export async function openFront(lab: Lab): Promise<Front> {
  let instances: readonly Instance[] = []
  let chosen: number | null = null
  const server = createServer((browser) => {
    if (chosen === null) return straightToAsterisk(lab, browser)
    const instance = connect(chosen, '127.0.0.1')
    browser.pipe(instance).pipe(browser)
    const close = (): void => {
      browser.destroy()
      instance.destroy()
    }
    for (const side of [browser, instance]) side.on('error', close).on('close', close)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const choose = async (): Promise<void> => {
    const asked = instances
    const inCharge = await Promise.all(asked.map(isInCharge))
    const next = asked.find((instance, index) => inCharge[index] && instances.includes(instance))
    // A late answer on a busy machine is no reason to leave the one that was in charge.
    if (next) chosen = next.port
    else if (!instances.some(({ port }) => port === chosen)) chosen = null
  }
  const asking = setInterval(() => void choose(), ASK_EVERY_MS)
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async untilInCharge(withinMs) {
      const from = performance.now()
      for (;;) {
        await choose()
        const took = performance.now() - from
        if (chosen !== null) return took
        if (took > withinMs) throw new Error(`nobody in charge after ${withinMs} ms`)
        await sleep(20)
      }
    },
    use(now) {
      instances = now
    },
    close() {
      clearInterval(asking)
      server.close()
    },
  }
}

/** As deploy/nginx does while no instance answers: softphones can then be rung by the dialplan. */
function straightToAsterisk({ ari }: Lab, browser: Socket): void {
  browser.on('error', () => browser.destroy())
  browser.once('data', (first) => {
    const request = first.toString('latin1')
    if (!request.startsWith('GET /phone ')) return void browser.destroy()
    const { hostname, port } = new URL(ari.url)
    const asterisk = connect(Number(port), hostname)
    asterisk.write(Buffer.from(request.replace('GET /phone ', 'GET /ws '), 'latin1'))
    browser.pipe(asterisk).pipe(browser)
    for (const [side, other] of [
      [browser, asterisk],
      [asterisk, browser],
    ] as const)
      side.on('error', () => other.destroy()).on('close', () => other.destroy())
  })
}

async function isInCharge({ port }: Instance): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(1_000)
    return (await fetch(`http://127.0.0.1:${port}/health/controller`, { signal })).ok
  } catch {
    return false
  }
}
